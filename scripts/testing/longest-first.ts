import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, by the end of their path: begun late, each would run alone at the end of its family. */
const longest: readonly string[] = [
  'fault/relay-kill.test.ts',
  'fault/release.test.ts',
  'fault/desk-forgetting-conversation.test.ts',
  'fault/desk-sheets.test.ts',
  'fault/desk-come-back.test.ts',
  'sync/schedules-removal.test.ts',
  'sync/schedules.test.ts',
  'sync/large-organisation.test.ts',
  'sync/ending-devices.test.ts',
  'sync/own-devices-session.test.ts',
  'sync/sheets.test.ts',
  'browser/desk-screens.browser.test.ts',
  'browser/desk-journey.browser.test.ts',
  'browser/release.browser.test.ts',
  'browser/door-resume.browser.test.ts',
  'browser/desk-directory.browser.test.ts',
  'browser/desk-unlock.browser.test.ts',
  'browser/door-draft.browser.test.ts',
  'browser/desk-acts.browser.test.ts',
  'browser/door-directory.browser.test.ts',
  'browser/door-languages.test.ts',
  'browser/door-slow.browser.test.ts',
  'browser/door-line.test.ts',
  'browser/desk-drafts.browser.test.ts',
  'browser/desk-devices.browser.test.ts',
  'browser/desk-today.browser.test.ts',
  'browser/desk-case-access.browser.test.ts',
  'browser/door-journey.test.ts',
  'browser/plan-door-journey.browser.test.ts',
  'phrase/mistyped.test.ts',
  'crypto/argon2.test.ts',
  'log/interleaving.test.ts',
  'organisation/large-teams.test.ts',
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = longest.findIndex((ending) => moduleId.endsWith(ending));
  return place === -1 ? longest.length : place;
};

/** The order of vitest, after the longest files: a fresh clone knows nothing of how long a file took the last time. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((left, right) => placeOf(left) - placeOf(right));
  }
}
