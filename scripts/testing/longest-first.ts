import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, by the end of their path: begun late, each would run alone at the end of its family. */
const longest: readonly string[] = [
  'fault/release.test.ts',
  'fault/relay-kill.test.ts',
  'sync/schedules.test.ts',
  'sync/large-organisation.test.ts',
  'sync/own-devices-session.test.ts',
  'sync/sheets.test.ts',
  'browser/release.browser.test.ts',
  'browser/desk-screens.browser.test.ts',
  'browser/desk-directory.browser.test.ts',
  'browser/desk-journey.browser.test.ts',
  'browser/door-draft.browser.test.ts',
  'browser/desk-devices.browser.test.ts',
  'browser/desk-unlock.browser.test.ts',
  'browser/desk-acts.browser.test.ts',
  'browser/desk-today.browser.test.ts',
  'browser/door-directory.browser.test.ts',
  'browser/door-slow.browser.test.ts',
  'phrase/phrase.test.ts',
  'phrase/mistyped.test.ts',
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
