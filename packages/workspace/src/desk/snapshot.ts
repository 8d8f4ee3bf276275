import type { Engine } from './engine.ts';
import type { NamedValue } from './store/device-store.ts';
import type { Summary } from './summary.ts';

/*
 * What a warm start shows before anything is verified again: lists, and never what a person opens. They lie on the
 * device in some two hundred parts, by the beginning of the records' ids, so that a change of one record writes little.
 * Each part may be lost or deleted at any time: its records are then verified before the list is shown. So is what was
 * made from another number of entries than the device holds of the record: it is from before the desk was closed in the
 * middle of something, or somebody put it back (fault 28).
 */

/** With another form of the summaries comes another name, and what stands under this one is made anew. */
const prefix = 'lists:3:';
const partOf = (id: string): string => prefix + id.slice(0, 2);

type Part = readonly (readonly [id: string, summary: Summary])[];

/** The summaries as they were last kept: what is still the same object need not be kept again. */
const kept = new WeakMap<Engine, Map<string, Summary>>();

/** Keeps those parts of the lists that have changed, sealed under this device's own key. */
export async function keepSnapshot(engine: Engine): Promise<void> {
  const before = kept.get(engine) ?? new Map<string, Summary>();
  const now = new Map(engine.summaries);
  const changed = new Set<string>();
  for (const [id, summary] of now) if (before.get(id) !== summary) changed.add(partOf(id));
  for (const id of before.keys()) if (!now.has(id)) changed.add(partOf(id));
  if (changed.size === 0) return;
  const parts = new Map<string, [string, Summary][]>([...changed].map((name) => [name, []]));
  for (const one of now) parts.get(partOf(one[0]))?.push(one);
  const values: NamedValue[] = [];
  for (const [name, part] of parts) values.push({ name, value: await engine.local.seal(name, part) });
  await engine.store.addRows([], values);
  kept.set(engine, now);
}

/**
 * A value that ends the part of the lists in which a record is: to be written with whatever makes its log another one of
 * perhaps the same length. The part is made anew with the next lists that are kept.
 */
export function withoutList(engine: Engine, id: string): NamedValue {
  const name = partOf(id);
  const known = kept.get(engine);
  for (const other of [...(known?.keys() ?? [])]) if (partOf(other) === name) known?.delete(other);
  return { name, value: new Uint8Array(0) };
}

/** Takes the lists from the last time. */
export async function loadSnapshot(engine: Engine): Promise<void> {
  const known = new Map<string, Summary>();
  for (const { name, value } of await engine.store.values(prefix)) {
    const part = (await engine.local.open(name, value)) as Part | null;
    for (const [id, summary] of part ?? []) known.set(id, summary);
  }
  for (const [id, summary] of known) if (!engine.summaries.has(id)) engine.summaries.set(id, summary);
  kept.set(engine, known);
}
