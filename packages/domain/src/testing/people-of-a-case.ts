import type { PeopleEvent, PersonValues } from '../people/events.ts';
import { persons } from '../people/events.ts';
import { peoplePart } from '../people/part.ts';
import { emptyPeople, type PeopleState } from '../people/state.ts';
import type { Tie } from '../people/ties.ts';
import type { Actor } from '../shared/context.ts';
import { baseOf, editOf } from '../shared/items.ts';
import { at, colleague, id } from './people.ts';

const officer = colleague(1, 'officer');

/** People in tests, by a number each: pseudonyms that mean nothing. */
export const them = {
  defender: id(201),
  son: id(202),
  daughter: id(203),
  baby: id(204),
  father: id(205),
  brother: id(206),
  referee: id(207),
  applicant: id(208),
  twin: id(209),
} as const;

/** What is known of nobody yet: how a form begins. */
export const blankPerson: PersonValues = {
  label: '',
  roles: [],
  applied: false,
  ageBand: 'unknown',
  languages: [],
  country: null,
  travelling: 'unknown',
  knows: 'unknown',
  danger: 'unknown',
  contact: 'unknown',
  through: null,
  channels: [],
  howToContact: '',
  needs: '',
  note: '',
  doors: [],
};

/** A new person, with what is said of her. */
export const personOf = (person: string, label: string, values: Partial<PersonValues> = {}): PeopleEvent => ({
  type: 'PersonKept',
  v: 1,
  id: person,
  set: { ...blankPerson, label, ...values },
  replaces: {},
});

/** `who` is the `tie` of `whom`. */
export const relationOf = (number: number, who: string, tie: Tie, whom: string): PeopleEvent => ({
  type: 'RelationKept',
  v: 1,
  id: id(number),
  set: { who, tie, whom, since: null, until: null, note: '' },
  replaces: {},
});

let entry = 10_000;

/** The people after these events, each in an entry of its own. Throws where one is refused. */
export function tellPeople(
  events: readonly PeopleEvent[],
  start: PeopleState = emptyPeople,
  who: Actor = officer,
): PeopleState {
  return events.reduce((state, event) => {
    entry += 1;
    const after = peoplePart.apply(state, event, at(entry, who));
    if (!after.ok) throw new Error(`${event.type}: ${after.error.code}`);
    return after.value;
  }, start);
}

/** An edit of a person by somebody who sees what stands in `seen`. */
export function editPerson(seen: PeopleState, person: string, values: Partial<PersonValues>): PeopleEvent {
  const event = editOf(persons, baseOf(seen.persons.get(person), person), values);
  if (event === null) throw new Error('nothing changes');
  return event;
}

/** A land defender with three children, their father, her brother who must not know, and a referee. */
export const landDefender: readonly PeopleEvent[] = [
  personOf(them.defender, 'Heron 12', {
    roles: ['role_defender'],
    applied: true,
    ageBand: '25_59',
    travelling: 'yes',
    knows: 'all',
    danger: 'yes',
    contact: 'self',
  }),
  personOf(them.son, 'Wren', {
    roles: ['role_dependant'],
    ageBand: '12_17',
    travelling: 'yes',
    danger: 'yes',
  }),
  personOf(them.daughter, 'Lark', { roles: ['role_dependant'], ageBand: '5_11', travelling: 'yes' }),
  personOf(them.baby, 'Tit', { roles: ['role_dependant'], ageBand: '0_4', travelling: 'yes' }),
  personOf(them.father, 'Crane', { ageBand: '25_59', travelling: 'no', knows: 'all', contact: 'self' }),
  personOf(them.brother, 'Rook', {
    roles: ['role_relative_home'],
    ageBand: '18_24',
    travelling: 'no',
    knows: 'nothing',
    contact: 'self',
  }),
  personOf(them.referee, 'Stork', { roles: ['role_referee'], ageBand: '60_up', contact: 'self' }),
  relationOf(301, them.son, 'fam_child', them.defender),
  relationOf(302, them.defender, 'fam_parent', them.daughter),
  relationOf(303, them.baby, 'fam_child', them.defender),
  relationOf(304, them.father, 'fam_former_partner', them.defender),
  relationOf(305, them.father, 'fam_parent', them.son),
  relationOf(306, them.defender, 'fam_sibling', them.brother),
  {
    type: 'BarKept',
    v: 1,
    id: id(401),
    set: {
      kind: 'must_not_learn',
      person: them.brother,
      circle: '',
      why: 'He tells the uncle, who works for the mine.',
    },
    replaces: {},
  },
  {
    type: 'BarKept',
    v: 1,
    id: id(402),
    set: {
      kind: 'must_not_learn',
      person: null,
      circle: 'The uncle and his house',
      why: 'The mine pays him.',
    },
    replaces: {},
  },
];
