import type { IncidentTrace } from '@leeward/domain/incident/trace.ts';
import type { PatternsView } from '../patterns/contract.ts';
import { findPatterns, type TracedCase } from '../patterns/find.ts';
import type { Engine } from './engine.ts';

/** What was found the last time, and in what: nothing is compared again while no case has changed. */
type Found = {
  readonly of: ReadonlyMap<string, { readonly pseudonym: string; readonly traces: readonly IncidentTrace[] }>;
  readonly view: Omit<PatternsView, 'read'>;
};
const found = new WeakMap<Engine, Found>();

/** What cases have in common, from the lists of this device: cases that this member cannot read are not in them. */
export function patternsView(engine: Engine): PatternsView {
  const cases: TracedCase[] = [];
  let [done, total] = [0, 0];
  for (const [record, summary] of engine.summaries) {
    if (summary.kind !== 'case') continue;
    total += 1;
    if (!engine.unverified.has(record)) done += 1;
    const { traces } = summary;
    if (traces !== undefined) cases.push({ record, pseudonym: summary.line.pseudonym, traces });
  }
  const before = found.get(engine);
  const isSame =
    before?.of.size === cases.length &&
    cases.every(({ record, pseudonym, traces }) => {
      const known = before.of.get(record);
      return known?.traces === traces && known.pseudonym === pseudonym;
    });
  const view = isSame ? before.view : findPatterns(cases);
  if (!isSame) found.set(engine, { of: new Map(cases.map((one) => [one.record, one])), view });
  return { ...view, read: { done, total } };
}
