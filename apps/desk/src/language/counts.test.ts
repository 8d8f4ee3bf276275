import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const words = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../packages/ui/locales/desk/en.json'), 'utf8'),
) as Readonly<Record<string, string>>;

/** Sentences that say a number of people, and what is counted in each. One that counts something else says that. */
const countingPeople = {
  'bring.holds': 'people inside of the rows of a table',
  'bring.unknownPeople': 'people of rows who were not found in their cases',
  'case.teamMembers': 'members of a team',
  'danger.trend.each': 'people whose danger was judged',
  'patterns.sentence':
    'people to whom it was done, each once in each case, with the number of cases beside it',
  'people.count.people': 'people of one case',
  'people.putAway': 'people of one case',
  'teams.people': 'members of a team',
} as const;

describe('a number on a screen', () => {
  it('is called people only where people are counted: requests and cases say what they are [invariant 6]', () => {
    const saying = Object.keys(words).filter((key) => /# (of )?(person|people)\b/i.test(words[key] ?? ''));
    expect(saying.toSorted()).toEqual(Object.keys(countingPeople).toSorted());
    for (const key of ['today.waiting', 'queue.waiting']) expect(words[key]).toContain('# requests are');
  });
});
