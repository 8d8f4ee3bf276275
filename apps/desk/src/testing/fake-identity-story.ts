import type { CaseState } from '@leeward/domain/case/state.ts';
import { foldCase } from '@leeward/domain/case/state.ts';
import { askForIdentity } from '@leeward/domain/custody/rules.ts';
import { theParticulars } from '@leeward/domain/identity/sheet.ts';
import { at, hash, id } from '@leeward/domain/testing/people.ts';
import type { FakeIdentities } from './fake-identities.ts';
import { day, hour, second } from './fake-world.ts';

type Case = { readonly record: string; readonly state: CaseState };

const kept = (noun: string, which: number | string, set: Readonly<Record<string, unknown>>) => ({
  type: `Identity${noun}Kept`,
  v: 1,
  id: typeof which === 'number' ? id(which) : which,
  set,
  replaces: {},
});

/** Two cases with identities that may be of one person, and a question that waits. Plainly made up. */
export function identityStory(
  cases: readonly Case[],
  now: number,
): { cases: readonly Case[]; identities: FakeIdentities } {
  const [first, other] = cases;
  if (first === undefined || other === undefined) return { cases, identities: {} };
  const question = askForIdentity(
    id(90),
    null,
    'The visa letter needs the name as in the passport.',
    now + 5 * day,
  );
  const asked: Case = {
    record: first.record,
    state: foldCase(first.state, question, { ...at(50, second), claimedTime: now - 3 * hour }),
  };
  const born = { kind: 'point', at: '1984', about: true, said: 'the year of the flood' };
  return {
    cases: [asked, ...cases.slice(1)],
    identities: {
      told: [
        {
          record: hash(610_001),
          caseRecord: first.record,
          person: null,
          events: [
            kept('Name', 1, { name: 'Sample Sampledottir', use: 'documents', script: 'Latn', note: '' }),
            kept('Name', 2, { name: 'نمونه نمونه‌ای', use: 'call', script: 'Arab', note: 'At home.' }),
            kept('Name', 3, { name: 'Night Heron', use: 'pen', script: '', note: '' }),
            kept('Particulars', theParticulars, {
              born,
              birthPlace: 'Sampleville',
              nationalities: ['AF'],
              languages: ['fa', 'en'],
              stateless: false,
            }),
            kept('Document', 4, {
              kind: 'doc_passport',
              number: 'P0000000',
              name: 'SAMPLE SAMPLEDOTTIR',
              country: 'AF',
              holder: 'authority',
              until: { kind: 'point', at: '2027-03', about: false, said: '' },
            }),
            kept('Reach', 5, { channel: 'chan_phone_call', detail: '0000 000 001', safe: false, note: '' }),
            kept('Relative', 6, { relation: 'fam_sibling', name: 'Leila', born: null, note: '' }),
          ],
        },
        {
          record: hash(610_002),
          caseRecord: other.record,
          person: null,
          events: [
            kept('Name', 1, { name: 'نمونه نمونه‌ای', use: 'documents', script: 'Arab', note: '' }),
            kept('Particulars', theParticulars, { born: { ...born, at: '1985', said: '' } }),
            kept('Relative', 6, { relation: 'fam_sibling', name: 'لیلا', born: null, note: '' }),
          ],
        },
      ],
    },
  };
}
