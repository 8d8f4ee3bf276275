import { mayAnswer } from '@leeward/domain/request/rules.ts';
import { formatFileSize, formatList, inertFileName, languageName } from '@leeward/ui';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { isTooLong, TooLong } from '../parts/too-long.tsx';
import { typedDirection } from '../parts/typed-direction.ts';
import { refusalWords } from '../session/failure.ts';
import { useMemberName } from '../session/organisation.tsx';
import { useActor } from '../session/use-actor.ts';
import type { UsedForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';
import { LeftTyped } from './left-typed.tsx';
import { UploadProgress } from './upload-progress.tsx';

/** An answer as it is typed. Files are chosen anew after a lock: only their names are kept. */
export type ReplyForm = { readonly text: string; readonly files: readonly string[] };

type Props = { readonly view: RequestView; readonly draft: UsedForm<ReplyForm> };

/** Where an answer is written. What is typed is kept as it is typed; it is gone from here only once it is kept as sent. */
export function Composer({ view, draft }: Props): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  const actor = useActor();
  const reply = useAction('reply');
  const [files, setFiles] = useState<readonly File[]>([]);
  const { text } = draft.form;
  const chooser = useRef<HTMLInputElement>(null);
  const [box, hint] = [useId(), useId()];
  const { record, said } = view;
  const reads = (said.languages ?? []).map((tag) => languageName(numbers, tag));

  const allowed = mayAnswer(view.state, actor);
  if (!allowed.ok || view.stopped !== null) {
    const left = <LeftTyped texts={[text]} draft={draft} />;
    if (allowed.ok) return left;
    return (
      <>
        <p className="note">{refusalWords(t, allowed.error, nameOf).title}</p>
        {left}
      </>
    );
  }

  const send = async (): Promise<void> => {
    if ((text.trim() === '' && files.length === 0) || isTooLong(text) || reply.busy) return;
    const answer = await reply.run({ record, text, files });
    if (!answer.ok) return;
    setFiles([]);
    draft.given();
  };
  const choose = (chosen: readonly File[]): void => {
    setFiles(chosen);
    draft.change({ files: chosen.map((file) => file.name) });
  };
  const lost = draft.form.files.filter((name) => !files.some((file) => file.name === name));

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
          dir={typedDirection(text)}
          value={text}
          autoComplete="off"
          onChange={(event) => draft.change({ text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
          }}
        />
        <TooLong text={text} />
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
                disabled={reply.busy}
                onClick={() => choose(files.filter((other) => other !== file))}
              >
                {t('common.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {lost.length === 0 ? null : (
        <p className="note">
          {t('talk.filesAgain', {
            files: formatList(
              numbers,
              lost.map((name) => inertFileName(name).display),
            ),
          })}
        </p>
      )}
      <UploadProgress active={reply.busy} />
      <FailureNote failure={reply.failure} />
      <div className="bar">
        <span className="cluster">
          <button type="submit" className="button primary" disabled={reply.busy || isTooLong(text)}>
            {t('talk.send')}
          </button>
          <button
            type="button"
            className="button"
            disabled={reply.busy}
            onClick={() => chooser.current?.click()}
          >
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
              choose([...files, ...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </span>
        <Kept of={draft} onDiscard={() => setFiles([])} />
      </div>
    </form>
  );
}
