import { isKnownByKey } from '@leeward/domain/bring/plan-turns.ts';
import type { CaseState } from '@leeward/domain/case/state.ts';
import type { RowToBring } from '../../bring/contract.ts';
import { recordOf, rowSecret, withRowIds } from '../bring-ids.ts';
import { type Import, waitingRow } from '../bring-rows.ts';
import type { Engine } from '../engine.ts';
import { openRecord } from '../records.ts';
import type { BroughtIdentity } from './bring.ts';

/*
 * Members of a family and other people inside of a row, as they stand in its case. Where the case is here already, a
 * name goes to a person only where it is certain which one she is: a name at the wrong child is worse than none.
 */

export type BroughtPeople = {
  readonly identities: readonly BroughtIdentity[];
  /** Those whom nobody could find in the case: nothing of them is kept. */
  readonly unknown: number;
};

/** The people of a row of whom it says what belongs into an identity, each with the person of the case that she is. */
export async function peopleOf(
  engine: Engine,
  caseRecord: string,
  row: RowToBring,
  { source, teams }: Pick<Import, 'source' | 'teams'>,
): Promise<BroughtPeople> {
  if (row.people.length === 0) return { identities: [], unknown: 0 };
  const { folded } = await openRecord(engine, caseRecord);
  const state = folded.kind === 'case' && folded.state.opened !== null ? folded.state : null;
  const waiting = engine.outbox.filter(({ record }) => record === caseRecord);
  const readers = [
    teams,
    ...(state?.opened == null ? [] : [state.opened.teams]),
    ...waiting.flatMap((item) => {
      const one = waitingRow(item);
      return one === null ? [] : [one.teams];
    }),
  ];
  const secret = await secretOf(engine, caseRecord, readers, source, row.key);
  if (secret === null) return { identities: [], unknown: row.people.length };
  const unsent = JSON.stringify(waiting.map(({ args }) => args));
  const identities: BroughtIdentity[] = [];
  for (const { person, events } of row.people) {
    const [real = ''] = await withRowIds(secret, row.ids, [person]);
    // A case that is brought by this very act has all of them.
    const isHere =
      (state === null && waiting.length === 0) || unsent.includes(real) || isIn(state, row, person, real);
    if (isHere) identities.push({ caseRecord, person: real, ids: row.ids, events });
  }
  return { identities, unknown: row.people.length - identities.length };
}

/** What the ids of a case that was brought follow from: it may have been brought for other teams than now. */
async function secretOf(
  engine: Engine,
  caseRecord: string,
  readers: readonly (readonly string[])[],
  source: string,
  key: string,
) {
  for (const teams of readers) {
    const secret = await rowSecret(engine, teams, source, key);
    if (secret !== null && (await recordOf(secret)) === caseRecord) return secret;
  }
  return null;
}

/** Whether she is in the case; known by her place in the row alone, she must not be of another age. */
function isIn(state: CaseState | null, row: RowToBring, planned: string, real: string): boolean {
  const person = state?.parts.people.persons.get(real);
  if (person === undefined) return false;
  if (isKnownByKey(row.ids[planned] ?? '')) return true;
  const said = row.events.find((event) => event.type === 'PersonKept' && event.id === planned);
  const age = said?.type === 'PersonKept' ? (said.set.ageBand ?? 'unknown') : 'unknown';
  const ages = (person.fields.ageBand ?? []).map(({ value }) => value).filter((one) => one !== 'unknown');
  return age === 'unknown' || ages.length === 0 || ages.includes(age);
}
