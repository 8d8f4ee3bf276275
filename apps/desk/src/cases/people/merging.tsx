import type { PeopleEvent } from '@leeward/domain/people/events.ts';
import { onePerson, type PeopleState, rootOf } from '@leeward/domain/people/state.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Ago } from '../../parts/clock.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { LineBox } from '../../request/back-fields.tsx';
import { useMemberName } from '../../session/organisation.tsx';
import { useForm } from '../../session/use-form.ts';
import { useAction } from '../../session/use-session.tsx';
import { ChoosePerson } from './inputs.tsx';
import { PersonFacts } from './person-facts.tsx';

/** Says that this person and another are one, or parts them again. Nothing is written into anybody. */
export function Merging({ view, id }: { readonly view: CaseView; readonly id: string }): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  const people: PeopleState = view.state.parts.people;
  const others = onePerson(people, id).slice(1);
  return (
    <section className="stack tight" aria-labelledby="merging">
      <h2 id="merging">{t('people.merging')}</h2>
      {others.map((other) => {
        const step = people.merged.get(other.id);
        return (
          <div key={other.id} className="card stack tight">
            <p>
              {t('people.mergedWith')}{' '}
              <b>
                <bdi>{valueIn(other, 'label')}</bdi>
              </b>
            </p>
            {step === undefined ? null : (
              <p className="small quiet">
                {nameOf(step.by)} <Ago at={step.claimedTime} />: <bdi>{step.reason}</bdi>
              </p>
            )}
            <details>
              <summary>{t('people.asWritten', { name: valueIn(other, 'label') ?? '' })}</summary>
              <PersonFacts people={{ ...people, merged: new Map() }} id={other.id} />
            </details>
            <MergeForm
              view={view}
              command={`case:PersonsParted:${other.id}`}
              label={t('people.part')}
              make={(reason) => ({ type: 'PersonsParted', v: 1, other: other.id, reason })}
            />
          </div>
        );
      })}
      <MergeForm
        view={view}
        command={`case:PersonsMerged:${id}`}
        label={t('people.merge')}
        without={rootOf(people, id)}
        make={(reason, other) =>
          other === null ? null : { type: 'PersonsMerged', v: 1, into: rootOf(people, id), other, reason }
        }
      />
    </section>
  );
}

function MergeForm({
  view,
  command,
  label,
  without,
  make,
}: {
  readonly view: CaseView;
  readonly command: `case:${string}`;
  readonly label: string;
  /** Set where another person is to be chosen: everybody but this one. */
  readonly without?: string;
  readonly make: (reason: string, other: string | null) => PeopleEvent | null;
}): ReactNode {
  const { t } = useSpeech();
  const action = useAction('actOnCase');
  const draft = useForm(command, view.record, () => ({ other: '', reason: '' }));
  const [opened, setOpened] = useState(false);
  const { other, reason } = draft.form;
  if (!opened && draft.keeping === null) {
    return (
      <button type="button" className="button quiet small screen-only" onClick={() => setOpened(true)}>
        {label}
      </button>
    );
  }
  const event = reason.trim() === '' ? null : make(reason.trim(), other === '' ? null : other);
  const give = async (): Promise<void> => {
    if (event === null) return;
    const answer = await action.run({ record: view.record, events: [event], form: command });
    if (!answer.ok) return;
    draft.given();
    setOpened(false);
  };
  return (
    <form
      className="stack tight"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void give();
      }}
    >
      {without === undefined ? null : (
        <ChoosePerson
          people={view.state.parts.people}
          label={t('people.mergeWith')}
          hint={t('people.mergeHint')}
          value={other}
          without={without}
          onChange={(chosen) => draft.change({ other: chosen })}
        />
      )}
      <LineBox
        label={t('people.mergeWhy')}
        value={reason}
        onChange={(typed) => draft.change({ reason: typed })}
      />
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button" disabled={action.busy || event === null}>
          {label}
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
