import { persons } from '@leeward/domain/people/events.ts';
import { applicantsIn, countPeople, defendersIn, familyLeftBehind } from '@leeward/domain/people/group.ts';
import { childrenWithoutVoice, relationsOf } from '@leeward/domain/people/relations.ts';
import {
  factOf,
  hasRole,
  labelOf,
  type PeopleState,
  type Person,
  peopleIn,
} from '@leeward/domain/people/state.ts';
import { isFamily } from '@leeward/domain/people/ties.ts';
import { conflictsOf } from '@leeward/domain/shared/items.ts';
import type { DeskKey } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useNow } from '../../parts/clock.tsx';
import { Begun } from '../../parts/kept.tsx';
import { Empty } from '../../parts/screen.tsx';
import { dayOf } from '../../request/back-fields.tsx';
import { addressOf } from '../../router/route.ts';
import { useBegun } from '../../session/use-form.ts';
import { PutAway } from '../item/put-away.tsx';
import { KeptAwayList } from './bars.tsx';
import { ContactChip } from './contact-note.tsx';
import { useMayEdit } from './may-edit.ts';
import { usePeopleWords } from './words.ts';

/** The group at a glance: who is in this case, what each is to the defender, and who must be kept away. */
export function PeopleOverview({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useSpeech();
  const { record } = view;
  const people: PeopleState = view.state.parts.people;
  const mayEdit = useMayEdit(view);
  const begun = useBegun('case:Person:new', record);
  const all = peopleIn(people);
  const add = mayEdit ? (
    <p className="cluster screen-only">
      <a className="button primary" href={addressOf({ name: 'case', record, part: 'people', item: 'new' })}>
        {t('people.add')}
      </a>
      <Begun begun={begun} />
    </p>
  ) : null;
  if (all.length === 0) {
    return (
      <div className="stack">
        <Empty title={t('people.none')}>
          <p>{t('people.noneWhy')}</p>
        </Empty>
        {add}
        <KeptAwayList view={view} />
        <PutAwayPeople view={view} />
      </div>
    );
  }
  const left = new Set(familyLeftBehind(people));
  return (
    <div className="stack">
      <Counts people={people} />
      <Minded people={people} />
      {add}
      {groupsOf(people).map(({ title, members }) => (
        <section key={title} className="stack tight" aria-label={t(title)}>
          <h2>{t(title)}</h2>
          <ul className="people-grid">
            {members.map((person) => (
              <li key={person.id}>
                <PersonCard view={view} person={person} leftBehind={left.has(person.id)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <KeptAwayList view={view} />
      <PutAwayPeople view={view} />
    </div>
  );
}

/** The defenders, those who belong to them, and everybody else. */
function groupsOf(
  people: PeopleState,
): readonly { readonly title: DeskKey; readonly members: readonly Person[] }[] {
  const defenders = defendersIn(people);
  const theirs = new Set(
    defenders.flatMap(({ id }) =>
      relationsOf(people, id).flatMap(({ other, tie }) => (isFamily(tie) ? [other] : [])),
    ),
  );
  const isDefender = ({ id }: Person): boolean => hasRole(people, id, 'role_defender');
  const isTheirs = ({ id }: Person): boolean =>
    theirs.has(id) || hasRole(people, id, 'role_dependant') || hasRole(people, id, 'role_relative_home');
  const rest = peopleIn(people).filter((person) => !isDefender(person));
  return [
    { title: 'people.group.defenders', members: defenders } as const,
    { title: 'people.group.family', members: rest.filter(isTheirs) } as const,
    { title: 'people.group.others', members: rest.filter((person) => !isTheirs(person)) } as const,
  ].filter(({ members }) => members.length > 0);
}

function Counts({ people }: { readonly people: PeopleState }): ReactNode {
  const { t } = useSpeech();
  const counted = countPeople(people);
  return (
    <div className="stack tight">
      <div className="cluster">
        <span className="chip accent">{t('people.count.people', { count: counted.people })}</span>
        {counted.children === 0 ? null : (
          <span className="chip">{t('people.count.children', { count: counted.children })}</span>
        )}
        {counted.travelling === 0 ? null : (
          <span className="chip">{t('people.count.travelling', { count: counted.travelling })}</span>
        )}
        {counted.leftBehind === 0 ? null : (
          <span className="chip warn">{t('people.count.leftBehind', { count: counted.leftBehind })}</span>
        )}
        {counted.inDanger === 0 ? null : (
          <span className="chip danger">{t('people.count.inDanger', { count: counted.inDanger })}</span>
        )}
      </div>
      <p className="small quiet">{t('people.count.why')}</p>
    </div>
  );
}

/** What must be known before anybody acts: who asked for help, and for which children nobody can say yes. */
function Minded({ people }: { readonly people: PeopleState }): ReactNode {
  const { t } = useSpeech();
  const words = usePeopleWords();
  const today = dayOf(useNow());
  const applicants = applicantsIn(people);
  const voiceless = childrenWithoutVoice(people, today);
  const others = applicants.filter(({ isDefender }) => !isDefender);
  return (
    <>
      {applicants.length === 0 ? <p className="note">{t('people.applicant.unknown')}</p> : null}
      {others.map(({ person, contact }) => (
        <p key={person} className={contact.verdict === 'yes' ? 'note' : 'note warn'}>
          {t('people.applicant.other', { name: labelOf(people, person) ?? '' })}{' '}
          <b>{t(`people.may.${contact.verdict}`)}</b>
        </p>
      ))}
      {voiceless.length === 0 ? null : (
        <p className="note warn">
          {t('people.voiceless', { names: words.list(voiceless.map((id) => labelOf(people, id) ?? '')) })}
        </p>
      )}
    </>
  );
}

function PersonCard({
  view,
  person,
  leftBehind,
}: {
  readonly view: CaseView;
  readonly person: Person;
  readonly leftBehind: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const words = usePeopleWords();
  const people: PeopleState = view.state.parts.people;
  const { id } = person;
  const defenders = new Set(defendersIn(people).map((one) => one.id));
  const ties = relationsOf(people, id).filter(({ other }) => defenders.has(other));
  const age = factOf(people, id, 'ageBand') ?? 'unknown';
  const roles = factOf(people, id, 'roles') ?? [];
  const needs = factOf(people, id, 'needs') ?? '';
  return (
    <article className="card person-card">
      <h3>
        <a href={addressOf({ name: 'case', record: view.record, part: 'people', item: id })}>
          <bdi>{labelOf(people, id)}</bdi>
        </a>
      </h3>
      {ties.map(({ relation, other, back }) => (
        <p key={relation.id} className="small">
          {t('people.tieOf', { tie: words.tie(back), name: labelOf(people, other) ?? '' })}
        </p>
      ))}
      <div className="cluster">
        <ContactChip people={people} person={id} />
        {factOf(people, id, 'danger') === 'yes' ? (
          <span className="chip danger">{t('people.inDanger')}</span>
        ) : null}
        {leftBehind ? <span className="chip warn">{t('people.leftBehind')}</span> : null}
        {factOf(people, id, 'knows') === 'nothing' ? (
          <span className="chip warn">{t('people.knows.nothing')}</span>
        ) : null}
        {factOf(people, id, 'travelling') === 'yes' ? (
          <span className="chip">{t('people.travels')}</span>
        ) : null}
        {conflictsOf(person).length > 0 ? <span className="chip danger">{t('people.apart')}</span> : null}
      </div>
      <p className="small quiet">
        {[...roles.map(words.role), ...(age === 'unknown' ? [] : [t(`people.age.${age}`)])].join(' · ')}
      </p>
      {needs === '' ? null : (
        <p className="small">
          {t('people.needs')}: <bdi>{needs}</bdi>
        </p>
      )}
    </article>
  );
}

/** Who was put away: nobody is deleted. */
function PutAwayPeople({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useSpeech();
  const people: PeopleState = view.state.parts.people;
  const away = [...people.persons.values()].filter((person) => person.away !== null);
  if (away.length === 0) return null;
  return (
    <details>
      <summary>{t('people.putAway', { count: away.length })}</summary>
      <ul className="ties">
        {away.map((person) => (
          <li key={person.id} className="tie">
            <b>
              <bdi>{labelOf(people, person.id)}</bdi>
            </b>
            <span className="small quiet">
              <bdi>{person.away?.reason}</bdi>
            </span>
            <PutAway kind={persons} record={view.record} item={person} label={t('people.putAwayOne')} />
          </li>
        ))}
      </ul>
    </details>
  );
}
