import { kinOf } from '@leeward/domain/people/kin.ts';
import { identitiesOf } from '@leeward/domain/team/custody.ts';
import type { TeamState } from '@leeward/domain/team/state.ts';
import type { Engine } from '../engine.ts';
import type { KinLikeness } from './known.ts';

/*
 * The relatives of the person of an identity, as the cases know them. What ties them together is custody's list alone; it
 * is put together when somebody looks, on custody's devices, and kept nowhere.
 */

/**
 * Her relatives in all the cases that an identity is tied to, with the names of those who have an identity. Cases in
 * `except` are left out: two sisters in one case have one mother, and are two people.
 */
export function kinLikeness(
  engine: Engine,
  { custody }: TeamState,
  record: string,
  except: ReadonlySet<string> = new Set(),
): readonly KinLikeness[] {
  return (custody.whose.get(record) ?? []).flatMap(({ caseRecord, person }) => {
    if (except.has(caseRecord)) return [];
    const summary = engine.summaries.get(caseRecord);
    if (summary?.kind !== 'case' || summary.kin === undefined) return [];
    const { her } = summary.kin;
    return kinOf(summary.kin, person).map(({ tie, other, label, band }): KinLikeness => {
      const tied = [other, ...(other === her ? [null] : [])].flatMap((one) =>
        identitiesOf(custody, { caseRecord, person: one }),
      );
      const names = tied.flatMap((identity) => {
        const known = engine.summaries.get(identity);
        return known?.kind === 'identity' ? (known.likeness?.names ?? []).map(({ name }) => name) : [];
      });
      return { relation: tie, label, band, names };
    });
  });
}
