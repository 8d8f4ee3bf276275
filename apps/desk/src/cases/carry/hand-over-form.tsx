import { canGiveNote, canOffer } from '@leeward/domain/responsibility/rules.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { TextBox } from '../../request/back-fields.tsx';
import { useMemberName, useOpenSession } from '../../session/organisation.tsx';
import { useActor } from '../../session/use-actor.ts';
import { useForm } from '../../session/use-form.ts';
import { useDay } from '../../today/use-day.ts';
import { useConversation } from '../head/case-head.tsx';
import { SelectBox } from '../item/select-box.tsx';
import { useCaseAct } from '../item/use-case-act.ts';
import { newId } from '../new-id.ts';
import { KeptAwayNote } from '../people/kept-away-note.tsx';
import { longestNote } from './compose-note.ts';
import { useNote } from './use-note.ts';

type Form = {
  readonly to: string;
  readonly text: string;
  readonly transfer: string;
  readonly note: string;
};

const command = 'case:hand-over';

/** Offers the case to a colleague, with a note made from the file in one step; or keeps the note alone. */
export function HandOverForm({
  view,
  carriers,
}: {
  readonly view: CaseView;
  readonly carriers: readonly string[];
}): ReactNode {
  const { t } = useSpeech();
  const { me } = useOpenSession();
  const nameOf = useMemberName();
  const actor = useActor();
  const act = useCaseAct(view.record);
  const make = useNote();
  const load = useDay()?.load ?? [];
  const conversation = useConversation(view);
  const draft = useForm<Form>(command, view.record, () => ({
    to: '',
    text: '',
    transfer: newId(),
    note: newId(),
  }));
  const [opened, setOpened] = useState(false);
  const { to, text, transfer, note } = draft.form;
  if (!opened && draft.keeping === null)
    return (
      <div>
        <button
          type="button"
          className="button primary"
          data-act="hand-over"
          onClick={() => {
            setOpened(true);
            draft.change({ text: make(view, conversation) });
          }}
        >
          {t('carry.handOver')}
        </button>
      </div>
    );
  const give = async (): Promise<void> => {
    const words = text.trim();
    const allowed =
      to === ''
        ? canGiveNote(view.state, actor, note, words)
        : canOffer(view.state, actor, {
            transfer,
            to,
            note: words === '' ? null : { id: note, text: words },
          });
    if (!(await act.run(allowed, command))) return;
    draft.given({ to: '', text: '', transfer: newId(), note: newId() });
    setOpened(false);
  };
  const carries = load.find(({ member }) => member === to);
  return (
    <form
      className="stack card padded"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <h2>{t('carry.handOver')}</h2>
      <p className="quiet">{t('carry.handOverHint')}</p>
      <SelectBox
        label={t('handOver.to')}
        value={to}
        none={t('carry.toNobody')}
        choices={carriers
          .filter((member) => member !== view.state.responsible)
          .map((member) => ({
            value: member,
            label: member === me.member ? t('talk.from.you') : nameOf(member),
          }))}
        onChange={(member) => draft.change({ to: member })}
      />
      {to === '' ? null : <KeptAwayNote people={view.state.parts.people} names={[nameOf(to)]} />}
      {carries === undefined ? null : (
        <p className="small quiet num">
          {t('handOver.carries', { requests: carries.requests, cases: carries.cases })}
        </p>
      )}
      <TextBox
        label={t('carry.noteText')}
        hint={t('carry.noteHint')}
        rows={14}
        value={text}
        onChange={(words) => draft.change({ text: words })}
      />
      {text.length > longestNote ? (
        <p className="note warn">{t('carry.noteLong', { count: text.length - longestNote })}</p>
      ) : null}
      <FailureNote failure={act.failure} />
      <div className="cluster">
        <button
          type="submit"
          className="button primary"
          disabled={act.busy || text.length > longestNote || (to === '' && text.trim() === '')}
        >
          {t(to === '' ? 'carry.keepNote' : 'carry.offer')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => draft.change({ text: make(view, conversation) })}
        >
          {t('carry.makeAgain')}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            draft.discard();
            setOpened(false);
          }}
        >
          {t('common.cancel')}
        </button>
        <Kept of={draft} onDiscard={() => setOpened(false)} />
      </div>
    </form>
  );
}
