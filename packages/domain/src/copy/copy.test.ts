import { vulnerabilityFactor } from '@leeward/vocabulary/lists/vulnerability-factor.ts';
import { describe, expect, it } from 'vitest';
import { caseParts } from '../case/parts.ts';
import { type CaseState, emptyCase, foldCase } from '../case/state.ts';
import { factKinds } from '../eligibility/facts.ts';
import { at, colleague, hash, id, tell } from '../testing/people.ts';
import { copyParts, groupsIn } from './choose.ts';
import { contentOf } from './content.ts';

const officer = colleague(1, 'officer');
const second = colleague(2, 'officer');
const reader = colleague(3, 'reader');
const nameOf = (member: string): string => (member === officer.member ? 'Officer one' : 'Officer two');
const place = (country: string) => ({
  type: 'SituationKept',
  v: 1,
  id: id(5),
  set: { kind: 'place', country },
  replaces: {},
});
const told: CaseState = tell(emptyCase, foldCase, [
  [{ type: 'CaseOpened', v: 1, pseudonym: 'Heron', fromConversation: null, teams: [] }, at(1, officer)],
  [{ type: 'NoteWritten', v: 1, text: 'Said in a note.' }, at(2, officer)],
  [place('KE'), at(3, officer)],
  [place('UG'), at(4, second)],
]);
const taken = {
  type: 'CaseCopyTaken',
  v: 1,
  id: id(9),
  parts: ['head', 'notes'],
  format: 'json',
  reason: 'For the hearing.',
  recipient: '',
  hash: hash(1),
};

describe('a copy of a file', () => {
  it('holds what was chosen and nothing else', () => {
    const content = contentOf(told, ['situation'], nameOf);
    expect(Object.keys(content)).toEqual(['situation']);
    expect(JSON.stringify(content)).not.toContain('Said in a note');
    expect(JSON.stringify(contentOf(told, ['notes'], nameOf))).toContain('Said in a note');
    expect(contentOf(told, [], nameOf)).toEqual({});
  });

  it('holds both versions where two people wrote apart, with who and when', () => {
    const { situation } = contentOf(told, ['situation'], nameOf);
    expect(situation).toMatchObject({
      [id(5)]: {
        fields: {
          country: {
            versions: [
              { value: 'KE', by: 'Officer one', at: '1970-01-01T00:03:00.000Z' },
              { value: 'UG', by: 'Officer two' },
            ],
          },
        },
      },
    });
  });

  it('can hold every part of a file, so that a new one is not forgotten', () => {
    // Kept out on purpose: copies themselves, where a case came from, who asked for whose identity, and which of our
    // teams it was given to.
    const without = new Set(['copies', 'bring', 'custody', 'readers']);
    const parts = Object.keys(caseParts).filter((name) => !without.has(name));
    expect(parts.filter((name) => !(copyParts as readonly string[]).includes(name))).toEqual([]);
  });

  it('asks consent for every kind of fact that it may hold [invariant 3]', () => {
    expect(groupsIn(['situation', 'people'])).toEqual(['place', 'family', 'contact', 'traits']);
    expect(groupsIn([])).toEqual([]);
  });

  it('goes with no word of what somebody is or suffers from, without consent to just that [invariants 3, 12]', () => {
    const exposing = vulnerabilityFactor.items.map(({ code }) => code);
    expect(exposing).toEqual(expect.arrayContaining(['vul_gender', 'vul_ethnicity_religion', 'vul_health']));
    expect(groupsIn(['risk'])).toEqual(expect.arrayContaining(['traits', 'health']));
    expect(factKinds).toHaveProperty('led_by');
    expect(groupsIn(['eligibility'])).toEqual(expect.arrayContaining(['traits', 'place']));
    expect(groupsIn(['answers'])).toEqual(expect.arrayContaining(['traits', 'health', 'documents', 'money']));
  });

  it('is written down with what it held, by whoever can read', () => {
    const noted = foldCase(told, taken, at(5, reader));
    expect(noted.parts.copies).toMatchObject([
      { by: reader.member, parts: ['head', 'notes'], reason: 'For the hearing.' },
    ]);
    expect(foldCase(noted, taken, at(6, reader))).toBe(noted);
  });
});
