import type { SharedUse } from '@leeward/domain/consent/events.ts';
import { type CaseUse, canShare } from '@leeward/domain/consent/share.ts';
import type { Voices } from '@leeward/domain/consent/voices.ts';
import { defendersIn } from '@leeward/domain/people/group.ts';
import { labelOf, peopleIn } from '@leeward/domain/people/state.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useNow } from '../../parts/clock.tsx';
import { dayOf, LineBox } from '../../request/back-fields.tsx';
import { newId } from '../new-id.ts';
import { ChoosePerson, Several } from '../people/inputs.tsx';
import { ActButtons } from './act-buttons.tsx';
import { MayShareNote } from './may-share-note.tsx';
import { useAct } from './use-act.ts';
import { isWholeUse, UseFields, type UseForm } from './use-fields.tsx';

type Form = UseForm & {
  readonly id: string;
  readonly persons: readonly string[];
  readonly recipientPerson: string;
  readonly what: string;
};

/** Asks whether something may be shared, before it is, and writes down that it was. */
export function ShareForm({
  view,
  voices,
  mayEdit,
  onDone,
}: {
  readonly view: CaseView;
  readonly voices: Voices;
  readonly mayEdit: boolean;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const today = dayOf(useNow());
  const { people } = voices;
  const act = useAct<Form>(view.record, 'case:SharingNoted', () => ({
    id: newId(),
    purpose: '',
    recipient: '',
    fields: [],
    persons: defendersIn(people).map(({ id }) => id),
    recipientPerson: '',
    what: '',
  }));
  const { form, change } = act;
  const use: CaseUse = {
    purpose: form.purpose as SharedUse['purpose'],
    recipient: form.recipient.trim(),
    fields: form.fields,
    persons: form.persons,
    recipientPerson: form.recipientPerson === '' ? null : form.recipientPerson,
  };
  const isWhole = isWholeUse(form);
  const events = isWhole
    ? canShare(voices, use, { id: form.id, what: form.what.trim(), act: 'told' }, today)
    : null;
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (events?.ok === true && form.what.trim() !== '')
          void act.give(events.value).then((given) => (given ? onDone() : undefined));
      }}
    >
      <h2>{t('share.title')}</h2>
      <p className="small quiet">{t('share.hint')}</p>
      <UseFields form={form} onChange={change} />
      {peopleIn(people).length === 0 ? null : (
        <>
          <Several
            label={t('share.persons')}
            hint={t('share.personsHint')}
            values={form.persons}
            options={peopleIn(people).map(({ id }) => [id, labelOf(people, id) ?? ''] as const)}
            onChange={(persons) => change({ persons })}
          />
          <ChoosePerson
            people={people}
            label={t('share.recipientPerson')}
            value={form.recipientPerson}
            none={t('people.nothing')}
            onChange={(recipientPerson) => change({ recipientPerson })}
          />
        </>
      )}
      {isWhole ? <MayShareNote record={view.record} voices={voices} use={use} /> : null}
      {events?.ok === true && mayEdit ? (
        <LineBox
          label={t('share.what')}
          hint={t('share.whatHint')}
          value={form.what}
          onChange={(what) => change({ what })}
        />
      ) : null}
      <ActButtons
        act={act}
        label={t('share.note')}
        disabled={!mayEdit || events?.ok !== true || form.what.trim() === ''}
        onCancel={onDone}
      />
    </form>
  );
}
