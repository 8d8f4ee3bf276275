import { isOver } from '@leeward/domain/case/order.ts';
import { canRemoveMember } from '@leeward/domain/organisation/rules.ts';
import type { Member } from '@leeward/domain/organisation/state.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote, Problem } from '../parts/problem.tsx';
import { LineBox } from '../request/back-fields.tsx';
import { refusalWords } from '../session/failure.ts';
import { useMemberName, useOpenSession } from '../session/organisation.tsx';
import { useActor } from '../session/use-actor.ts';
import { useAction, useView } from '../session/use-session.tsx';

/** What she carries, which nobody carries once she is gone. */
function Carried({ member, name }: { readonly member: string; readonly name: string }): ReactNode {
  const { t } = useSpeech();
  const queue = useView('queue', {});
  const cases = useView('cases', {});
  if (queue?.ok !== true || cases?.ok !== true) return null;
  const requests = queue.value.filter(
    ({ claimedBy, phase }) => claimedBy === member && (phase === 'claimed' || phase === 'answered'),
  ).length;
  const files = cases.value.filter((line) => line.responsible === member && !isOver(line)).length;
  return requests + files === 0 ? null : (
    <p className="note warn num">{t('remove.carries', { name, requests, cases: files })}</p>
  );
}

/** Removing a member: what it ends, what it cannot take back, and her name typed by hand. */
export function RemoveDialog({
  member,
  onClose,
}: {
  readonly member: Member;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const actor = useActor();
  const notice = useNotice();
  const nameOf = useMemberName();
  const { organisation } = useOpenSession();
  const action = useAction('removeMember');
  const [typed, setTyped] = useState('');
  const name = nameOf(member.member);
  const allowed = canRemoveMember(organisation, actor, member.member);
  const isTyped = typed.trim().normalize('NFC') === name.normalize('NFC').trim();
  const remove = async (): Promise<void> => {
    if (!isTyped) return;
    const answer = await action.run({ member: member.member });
    if (!answer.ok) return;
    notice({ text: t('remove.done', { name }) });
    onClose();
  };
  return (
    <Dialog title={t('remove.title', { name })} onClose={onClose}>
      {allowed.ok ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void remove();
          }}
        >
          <p>{t('remove.ends')}</p>
          <p className="note danger">{t('remove.cannot')}</p>
          <p>{t('remove.after')}</p>
          <Carried member={member.member} name={name} />
          <LineBox label={t('remove.type', { name })} value={typed} onChange={setTyped} />
          <FailureNote failure={action.failure} />
          <div className="cluster">
            <button type="submit" className="button danger" disabled={action.busy || !isTyped}>
              {t('remove.now')}
            </button>
            <button type="button" className="button quiet" onClick={onClose}>
              {t('common.cancel')}
            </button>
          </div>
        </form>
      ) : (
        <Problem words={refusalWords(t, allowed.error, nameOf)} />
      )}
    </Dialog>
  );
}
