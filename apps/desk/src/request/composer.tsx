import { mayAnswer } from '@leeward/domain/request/rules.ts';
import { formatFileSize, formatList, inertFileName, languageName } from '@leeward/ui';
import type { RequestView } from '@leeward/workspace/desk/contract.ts';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { typedDirection } from '../parts/typed-direction.ts';
import { refusalWords } from '../session/failure.ts';
import { useMemberName } from '../session/organisation.tsx';
import { useActor } from '../session/use-actor.ts';
import { useAction, useSession } from '../session/use-session.tsx';
import { UploadProgress } from './upload-progress.tsx';
import type { Draft } from './use-draft.ts';

type Props = { readonly view: RequestView; readonly draft: Draft };

/** Where an answer is written. What is typed is kept as it is typed; it is gone from here only once it is kept as sent. */
export function Composer({ view, draft }: Props): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  const actor = useActor();
  const { session } = useSession();
  const reply = useAction('reply');
  const [files, setFiles] = useState<readonly File[]>([]);
  const chooser = useRef<HTMLInputElement>(null);
  const [box, hint] = [useId(), useId()];
  const { record, said } = view;
  const reads = (said.languages ?? []).map((tag) => languageName(numbers, tag));

  const allowed = mayAnswer(view.state, actor);
  if (!allowed.ok || view.stopped !== null) {
    if (allowed.ok) return null;
    return <p className="note">{refusalWords(t, allowed.error, nameOf).title}</p>;
  }

  const send = async (): Promise<void> => {
    if (draft.text.trim() === '' && files.length === 0) return;
    const text = draft.text;
    await draft.keep();
    const answer = await reply.run({ record, text, files });
    if (!answer.ok) return;
    setFiles([]);
    draft.change('');
    await session.call('keepDraft', { record, text: '' });
  };

  return (
    <form
      className="composer card"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="field">
        <label htmlFor={box}>{t('talk.write')}</label>
        <span className="hint" id={hint}>
          {t('talk.writeHint')}
          {reads.length === 0 ? '' : ` ${t('talk.readLanguages', { languages: formatList(numbers, reads) })}`}
        </span>
        <textarea
          id={box}
          aria-describedby={hint}
          dir={typedDirection(draft.text)}
          value={draft.text}
          autoComplete="off"
          onChange={(event) => draft.change(event.target.value)}
          onBlur={() => void draft.keep()}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
          }}
        />
      </div>
      {files.length === 0 ? null : (
        <ul className="plain stack tight">
          {files.map((file) => (
            <li key={`${file.name} ${file.size} ${file.lastModified}`} className="bar attached">
              <span>
                {inertFileName(file.name).display}{' '}
                <span className="small quiet num">{formatFileSize(numbers, file.size)}</span>
              </span>
              <button
                type="button"
                className="button quiet"
                onClick={() => setFiles(files.filter((other) => other !== file))}
              >
                {t('common.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <UploadProgress active={reply.busy} />
      <FailureNote failure={reply.failure} />
      <div className="bar">
        <span className="cluster">
          <button type="submit" className="button primary" disabled={reply.busy}>
            {t('talk.send')}
          </button>
          <button type="button" className="button" onClick={() => chooser.current?.click()}>
            {t('talk.addFile')}
          </button>
          <input
            ref={chooser}
            type="file"
            multiple
            hidden
            tabIndex={-1}
            aria-label={t('talk.addFile')}
            onChange={(event) => {
              setFiles([...files, ...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </span>
        <span className="small quiet" role="status">
          {draft.kept && draft.text !== '' ? t('talk.draftKept') : ''}
        </span>
      </div>
    </form>
  );
}
