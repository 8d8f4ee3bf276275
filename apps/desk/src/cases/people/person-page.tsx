import { persons } from '@leeward/domain/people/events.ts';
import {
  isChild,
  labelOf,
  onePerson,
  type PeopleState,
  type Person,
  rootOf,
} from '@leeward/domain/people/state.ts';
import { conflictsOf } from '@leeward/domain/shared/items.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Ago } from '../../parts/clock.tsx';
import { addressOf } from '../../router/route.ts';
import { useMemberName } from '../../session/organisation.tsx';
import { useBegun } from '../../session/use-form.ts';
import { PutAway } from '../item/put-away.tsx';
import { ContactNote } from './contact-note.tsx';
import { Guardians } from './guardians.tsx';
import { useMayEdit } from './may-edit.ts';
import { Merging } from './merging.tsx';
import { PersonFacts } from './person-facts.tsx';
import { PersonForm } from './person-form.tsx';
import { Relations } from './relations.tsx';
import { personSlots } from './slots.ts';

/** One person of the file: what is known, to whom she is tied, who may contact her, who speaks for a child. */
export function PersonPage({ view, id: asked }: { readonly view: CaseView; readonly id: string }): ReactNode {
  const { t } = useSpeech();
  const people: PeopleState = view.state.parts.people;
  const id = rootOf(people, asked);
  const [person] = onePerson(people, id);
  const mayEdit = useMayEdit(view);
  const begun = useBegun(`case:Person:${id}`, view.record);
  const [editing, setEditing] = useState(begun);
  if (person === undefined) return null;
  return (
    <div className="stack">
      <div className="bar">
        <h2>
          <bdi>{labelOf(people, id)}</bdi>
        </h2>
        <a href={addressOf({ name: 'case', record: view.record, part: 'consents', item: id })}>
          {t('people.consents')}
        </a>
      </div>
      {person.away === null ? null : (
        <p className="note warn">
          {t('people.isAway')} <bdi>{person.away.reason}</bdi>
        </p>
      )}
      <ContactNote people={people} person={id} />
      {editing ? (
        <PersonForm view={view} person={person} onDone={() => setEditing(false)} />
      ) : (
        <section className="card stack" aria-label={t('people.edit')}>
          <PersonFacts people={people} id={id} />
          {conflictsOf(person).length > 0 ? <p className="note warn">{t('people.apartChoose')}</p> : null}
          {mayEdit ? (
            <div className="cluster screen-only">
              <button type="button" className="button" onClick={() => setEditing(true)}>
                {t('people.change')}
              </button>
              <PutAway kind={persons} record={view.record} item={person} label={t('people.putAwayOne')} />
            </div>
          ) : null}
        </section>
      )}
      <Relations view={view} id={id} />
      {isChild(people, id) === true ? <Guardians view={view} child={id} /> : null}
      {personSlots.map((Slot, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the slots never change places
        <Slot key={index} view={view} person={id} />
      ))}
      {mayEdit ? <Merging view={view} id={id} /> : null}
      <Steps person={person} />
    </div>
  );
}

/** Who wrote what about this person, and when. */
function Steps({ person }: { readonly person: Person }): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  return (
    <details>
      <summary>{t('people.steps', { count: person.steps.length })}</summary>
      <ol className="plain stack tight">
        {person.steps.toReversed().map((step) => (
          <li key={`${step.entry} ${step.index}`} className="small">
            {t(`people.step.${step.what}`, { name: nameOf(step.by) })} <Ago at={step.claimedTime} />{' '}
            <bdi>{step.reason}</bdi>
          </li>
        ))}
      </ol>
    </details>
  );
}
