import type { Mechanism } from '@leeward/directory';
import type { Speaker } from '@leeward/directory/say/speaker.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useNotice } from '../../parts/notices.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { go } from '../../router/route.ts';
import { useForm } from '../../session/use-form.ts';
import { useAction } from '../../session/use-session.tsx';
import { composeLine } from './compose.ts';

/** So many alternatives a decline takes. */
const alternativesAtMost = 32;

type Props = {
  readonly request: RequestView;
  readonly speaker: Speaker;
  readonly entries: readonly Mechanism[];
  /** The list as it is shown. */
  readonly text: string;
};

/** What is picked, put where a request needs it. Nothing is sent by this: a person reads it again and sends it. */
export function ForRequestActions({ request, speaker, entries, text }: Props): ReactNode {
  const { t } = useSpeech();
  const notice = useNotice();
  const { record, state } = request;
  const reply = useForm('reply', record, () => ({ text: '', files: [] as readonly string[] }));
  const decline = useForm('decline', record, () => ({ alternatives: '', noneKnown: false }));
  const addNote = useAction('addNote');
  const intoReply = (): void => {
    const before = reply.form.text.trimEnd();
    reply.change({ text: before === '' ? text : `${before}\n\n${text}` });
    notice({ text: t('directory.inReply') });
    go({ name: 'request', record, part: 'talk' });
  };
  const intoDecline = (): void => {
    const lines = entries.slice(0, alternativesAtMost).map((entry) => composeLine(speaker, entry));
    const before = decline.form.alternatives.split('\n').filter((line) => line.trim() !== '');
    const all = [...before, ...lines.filter((line) => !before.includes(line))];
    decline.change({ alternatives: all.join('\n'), noneKnown: false });
    go({ name: 'request', record, part: 'decline' });
  };
  const intoCase = async (): Promise<void> => {
    if (state.case === null) return;
    const answer = await addNote.run({ record: state.case, text });
    if (answer.ok) notice({ text: t('directory.inCase') });
  };
  return (
    <>
      <button type="button" className="button" onClick={intoReply}>
        {t('directory.toReply')}
      </button>
      {state.declined === null && state.case === null ? (
        <button type="button" className="button" onClick={intoDecline}>
          {t('directory.toDecline')}
        </button>
      ) : null}
      {state.case === null ? null : (
        <button type="button" className="button" disabled={addNote.busy} onClick={() => void intoCase()}>
          {t('directory.toCase')}
        </button>
      )}
      <FailureNote failure={addNote.failure} />
    </>
  );
}
