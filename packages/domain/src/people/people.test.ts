import { describe, expect, it } from 'vitest';
import { summaryFields } from '../case/events.ts';
import { putAwayOf } from '../shared/items.ts';
import { at, colleague, id } from '../testing/people.ts';
import {
  editPerson,
  landDefender,
  personOf,
  relationOf,
  tellPeople,
  them,
} from '../testing/people-of-a-case.ts';
import { circlesToMind, mayContact, mustNotLearn, neverContact } from './contact.ts';
import { persons, relations } from './events.ts';
import {
  applicantsIn,
  countOver,
  countPeople,
  defendersIn,
  familyLeftBehind,
  peopleToAssess,
} from './group.ts';
import { peoplePart } from './part.ts';
import { childrenWithoutVoice, familyOf, relationsOf, voicesFor } from './relations.ts';
import { isChild, labelOf, type PeopleState, peopleIn } from './state.ts';
import { isMutual, otherEnd } from './ties.ts';

const officer = colleague(1, 'officer');
const labels = (people: PeopleState, ids: readonly string[]) => ids.map((one) => labelOf(people, one));

describe('a woman who defends land, with three children', () => {
  const people = tellPeople(landDefender);

  it('stands in her file with everybody around her, each under a name that means nothing', () => {
    expect(peopleIn(people).map(({ id: one }) => labelOf(people, one))).toEqual([
      'Heron 12',
      'Wren',
      'Lark',
      'Tit',
      'Crane',
      'Rook',
      'Stork',
    ]);
    expect(defendersIn(people)).toHaveLength(1);
  });

  it('[rule 14] has no field for a legal name, a birth date, a number or an address [invariant 1]', () => {
    const names = [...Object.keys(persons.fields), ...summaryFields];
    expect(names.filter((name) => /legal|birth|passport|phone|address|email/.test(name))).toEqual([]);
  });

  it('is read from both ends of each relation, whichever way round it was written', () => {
    const hers = relationsOf(people, them.defender).map(({ other, tie }) => [labelOf(people, other), tie]);
    expect(hers).toEqual([
      ['Wren', 'fam_child'],
      ['Lark', 'fam_child'],
      ['Tit', 'fam_child'],
      ['Crane', 'fam_former_partner'],
      ['Rook', 'fam_sibling'],
    ]);
    const [parent, father] = relationsOf(people, them.son);
    expect([parent?.tie, labelOf(people, parent?.other ?? '')]).toEqual(['fam_parent', 'Heron 12']);
    expect([father?.tie, labelOf(people, father?.other ?? '')]).toEqual(['fam_parent', 'Crane']);
    expect(labels(people, familyOf(people, them.defender))).toEqual(['Wren', 'Lark', 'Tit', 'Crane', 'Rook']);
  });

  it('calls a child grown up when its age says so, without an edit of the relation', () => {
    const grown = tellPeople([editPerson(people, them.daughter, { ageBand: '18_24' })], people);
    const reading = relationsOf(grown, them.defender).find(({ other }) => other === them.daughter);
    expect(reading?.tie).toBe('fam_adult_child');
    expect(isChild(grown, them.daughter)).toBe(false);
    expect(isChild(grown, them.referee)).toBe(false);
  });

  it('[invariant 6] is one case that speaks of seven people, and of no grant and no relocation', () => {
    expect(countPeople(people)).toEqual({
      people: 7,
      defenders: 1,
      children: 3,
      ageUnknown: 0,
      travelling: 4,
      leftBehind: 2,
      inDanger: 2,
    });
    expect(countOver([people, people])).toEqual({ cases: 2, peopleInCases: 14 });
  });

  it('leaves family behind, on whom her move may fall [invariant 11]', () => {
    expect(labels(people, familyLeftBehind(people))).toEqual(['Crane', 'Rook']);
  });

  it('[invariant 11] has an own risk looked at for everybody of whom nobody has looked', () => {
    const looked = tellPeople([editPerson(people, them.referee, { danger: 'not_seen' })], people);
    expect(peopleToAssess(people)).toHaveLength(7);
    expect(peopleToAssess(looked).map(({ id: one }) => labelOf(looked, one))).not.toContain('Stork');
  });
});

describe('who must not learn of the case', () => {
  const people = tellPeople(landDefender);

  it('are persons and circles, each with why, and nobody contacts them', () => {
    expect(mustNotLearn(people).map(({ person, circle, why }) => [person, circle, why])).toEqual([
      [them.brother, '', 'He tells the uncle, who works for the mine.'],
      [null, 'The uncle and his house', 'The mine pays him.'],
    ]);
    expect(mayContact(people, them.brother)).toEqual({
      verdict: 'no',
      through: null,
      reasons: [{ code: 'must_not_learn', why: 'He tells the uncle, who works for the mine.' }],
    });
    expect(neverContact(people).map(({ person }) => person)).toEqual([them.brother]);
    expect(circlesToMind(people).map(({ circle }) => circle)).toEqual(['The uncle and his house']);
  });

  it('stay away from the case when their role changes, when they are put away and when they are merged', () => {
    const role = tellPeople([editPerson(people, them.brother, { roles: ['role_referee'] })], people);
    expect(mayContact(role, them.brother).verdict).toBe('no');
    const away = tellPeople([putAwayOf(persons, them.brother, 'Not needed.')], people);
    expect(mayContact(away, them.brother).reasons).toMatchObject([{ code: 'must_not_learn' }]);
    const merged = tellPeople(
      [{ type: 'PersonsMerged', v: 1, into: them.referee, other: them.brother, reason: 'One man.' }],
      people,
    );
    expect(mayContact(merged, them.referee).reasons).toMatchObject([{ code: 'must_not_learn' }]);
  });

  it('must be named, in one way or the other, with why', () => {
    const bar = { kind: 'never_contact', person: null, circle: '', why: 'She asked.' } as const;
    const nobody = { type: 'BarKept', v: 1, id: id(1), set: bar, replaces: {} } as const;
    expect(peoplePart.apply(people, nobody, at(1, officer))).toMatchObject({
      error: { code: 'malformed', details: { path: 'set.circle' } },
    });
  });
});

describe('contacting somebody', () => {
  const people = tellPeople([
    ...landDefender,
    personOf(id(220), 'Owl', { contact: 'through', through: them.referee, ageBand: '25_59' }),
    personOf(id(221), 'Jay', { contact: 'through', through: them.brother }),
    personOf(id(222), 'Kite', { contact: 'through', through: id(223) }),
    personOf(id(223), 'Gull', { contact: 'through', through: id(222) }),
    personOf(id(224), 'Swan', { contact: 'never' }),
    personOf(id(225), 'Duck', { contact: 'self', ageBand: '5_11', knows: 'nothing' }),
  ]);

  it('is a plain yes only where it was said so', () => {
    expect(mayContact(people, them.referee)).toEqual({ verdict: 'yes', through: null, reasons: [] });
    expect(mayContact(people, them.son)).toMatchObject({
      verdict: 'ask',
      reasons: [{ code: 'not_asked' }, { code: 'child' }],
    });
    expect(mayContact(people, id(224))).toMatchObject({ verdict: 'no', reasons: [{ code: 'said_never' }] });
    expect(mayContact(people, id(999))).toMatchObject({ verdict: 'no', reasons: [{ code: 'not_there' }] });
  });

  it('goes through one other person, who must be reachable herself', () => {
    expect(mayContact(people, id(220))).toMatchObject({ verdict: 'through', through: them.referee });
    expect(mayContact(people, id(221))).toMatchObject({
      verdict: 'no',
      reasons: [{ code: 'no_way_through' }, { code: 'must_not_learn' }],
    });
    expect(mayContact(people, id(222))).toMatchObject({
      verdict: 'no',
      reasons: [{ code: 'no_way_through' }, { code: 'no_way_through' }],
    });
  });

  it('says what is to be minded: a child, and somebody who does not know', () => {
    expect(mayContact(people, id(225))).toEqual({
      verdict: 'yes',
      through: null,
      reasons: [{ code: 'child' }, { code: 'knows_nothing' }],
    });
  });

  it('follows the strictest word where two officers wrote different ones apart', () => {
    const yes = editPerson(people, id(220), { contact: 'self' });
    const never = editPerson(people, id(220), { contact: 'never' });
    const apart = tellPeople([never, yes], people);
    expect(mayContact(apart, id(220))).toMatchObject({ verdict: 'no', reasons: [{ code: 'said_never' }] });
  });
});

describe('an applicant who is not the defender', () => {
  it('is said to have applied, and whether she may be contacted', () => {
    const people = tellPeople([
      personOf(them.defender, 'Heron', { roles: ['role_defender'] }),
      personOf(them.applicant, 'Finch', { roles: ['role_applicant_third_party'], contact: 'never' }),
    ]);
    expect(applicantsIn(people)).toMatchObject([
      { person: them.applicant, isDefender: false, contact: { verdict: 'no' } },
    ]);
    expect(applicantsIn(tellPeople(landDefender))).toMatchObject([
      { person: them.defender, isDefender: true, contact: { verdict: 'yes' } },
    ]);
  });
});

describe('a child', () => {
  const guardianship = (
    number: number,
    guardian: string,
    voice: 'alone' | 'together' | 'disputed',
    until: string | null = null,
  ) =>
    ({
      type: 'GuardianshipKept',
      v: 1,
      id: id(number),
      set: { child: them.baby, guardian, basis: 'parent', voice, from: null, until, note: '' },
      replaces: {},
    }) as const;
  const people = tellPeople(landDefender);

  it('is spoken for by nobody because of a relation alone', () => {
    expect(labels(people, childrenWithoutVoice(people, '2026-11-21'))).toEqual(['Wren', 'Lark', 'Tit']);
  });

  it('is spoken for by one who may alone, or by all who may together, for as long as it lasts', () => {
    const both = tellPeople(
      [
        guardianship(501, them.defender, 'together'),
        guardianship(502, them.father, 'together', '2026-06-30'),
      ],
      people,
    );
    expect(voicesFor(both, them.baby, '2026-05-01')).toMatchObject({
      alone: [],
      together: [them.defender, them.father],
    });
    expect(voicesFor(both, them.baby, '2026-11-21').together).toEqual([them.defender]);
    const alone = tellPeople([guardianship(503, them.defender, 'alone')], people);
    expect(voicesFor(alone, them.baby, '2026-11-21').alone).toEqual([them.defender]);
  });

  it('is spoken for by nobody while it is disputed', () => {
    const disputed = tellPeople(
      [guardianship(501, them.defender, 'alone'), guardianship(502, them.father, 'disputed')],
      people,
    );
    expect(labels(disputed, childrenWithoutVoice(disputed, '2026-11-21'))).toContain('Tit');
  });
});

describe('relations and roles', () => {
  it('are changed, put away and taken back without wiping anything else: a link action wipes no subforms', () => {
    const people = tellPeople(landDefender);
    const after = tellPeople(
      [
        putAwayOf(relations, id(301), 'Wrong child.'),
        relationOf(310, them.son, 'fam_ward', them.father),
        editPerson(people, them.son, { roles: ['role_witness'] }),
        editPerson(people, them.son, { travelling: 'no' }),
      ],
      people,
    );
    const { roles: _, travelling: __, ...rest } = people.persons.get(them.son)?.fields ?? {};
    expect(after.persons.get(them.son)?.fields).toMatchObject(rest);
    expect(after.bars).toBe(people.bars);
    expect(after.guardianships).toBe(people.guardianships);
    expect([...after.persons].filter(([one]) => one !== them.son)).toEqual(
      [...people.persons].filter(([one]) => one !== them.son),
    );
    expect(relationsOf(after, them.son).map(({ tie }) => tie)).toEqual(['fam_parent', 'tie_guardian']);
  });

  it('never tie somebody to herself', () => {
    const people = tellPeople(landDefender);
    const self = relationOf(311, them.son, 'fam_sibling', them.son);
    expect(peoplePart.apply(people, self, at(1, officer))).toMatchObject({ error: { code: 'malformed' } });
    const through = editPerson(people, them.son, { contact: 'through', through: them.son });
    expect(peoplePart.apply(people, through, at(1, officer))).toMatchObject({ error: { code: 'malformed' } });
  });

  it('have an other end that leads back', () => {
    for (const tie of ['fam_ward', 'tie_lawyer', 'tie_host', 'fam_parent', 'tie_source'] as const) {
      expect(otherEnd(otherEnd(tie))).toBe(tie);
      expect(isMutual(tie)).toBe(false);
    }
    expect(isMutual('fam_sibling')).toBe(true);
  });
});
