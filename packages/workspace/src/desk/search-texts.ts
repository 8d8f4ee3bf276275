import type { Entry } from '../search/book.ts';
import type { Engine } from './engine.ts';
import type { NamedValue } from './store/device-store.ts';
import { logNames } from './store/device-store.ts';

/*
 * The texts of records as they are searched, sealed on this device, so that a desk that was just opened can be searched
 * before the background has verified everything again. A cache, like the lists (snapshot.ts): each part may be lost or
 * deleted, and what was made from another number of entries than the device holds is not used. What a record says is
 * taken from its log as soon as that was read, whatever stands here.
 */

const prefix = 'texts:3:';
const partOf = (id: string): string => prefix + id.slice(0, 2);

type Kept = { readonly position: number; readonly entry: Entry };
type Part = readonly (readonly [id: string, kept: Kept])[];

/** A value that ends the part in which a record is, to be written with whatever makes its log another one. */
export const withoutTexts = (id: string): NamedValue => ({ name: partOf(id), value: new Uint8Array(0) });

export type TextsKeeper = {
  /** Reads what was kept, part by part, so that a screen's question comes between. */
  readonly load: (take: (id: string, entry: Entry) => void) => Promise<void>;
  /** What a record says now; null where it has nothing to be searched. */
  readonly note: (id: string, position: number, entry: Entry | null) => void;
  /** Whether something has changed that was not written yet. */
  readonly waits: () => boolean;
  /** Writes one part that has changed; false where nothing is to be written now. */
  readonly keepSome: () => Promise<boolean>;
};

/** Keeps the parts that have changed, one at a time. A disk that is full keeps none: it is a cache. */
export function textsKeeper(engine: Engine): TextsKeeper {
  const parts = new Map<string, Map<string, Kept>>();
  const changed = new Set<string>();
  const partNamed = (name: string): Map<string, Kept> => {
    const part = parts.get(name) ?? new Map<string, Kept>();
    parts.set(name, part);
    return part;
  };
  return {
    load: async (take) => {
      const held = await engine.store.lengths(logNames.record(''));
      for (const name of await engine.store.names(prefix)) {
        if (engine.stopping.aborted) return;
        const value = await engine.store.get(name);
        const kept = value === null ? null : ((await engine.local.open(name, value)) as Part | null);
        const part = partNamed(name);
        for (const [id, one] of kept ?? [])
          if (held.get(logNames.record(id)) !== one.position + 1) changed.add(name);
          else if (!part.has(id)) {
            part.set(id, one);
            take(id, one.entry);
          }
        await new Promise((resume) => setTimeout(resume));
      }
    },
    note: (id, position, entry) => {
      const name = partOf(id);
      const part = partNamed(name);
      const before = part.get(id);
      if (entry === null) {
        if (part.delete(id)) changed.add(name);
        return;
      }
      if (before?.position !== position) changed.add(name);
      part.set(id, { position, entry });
    },
    waits: () => changed.size > 0,
    keepSome: async () => {
      // While records are still being verified, parts would be written again and again.
      if (engine.unverified.size > 0) return false;
      const [name] = changed;
      if (name === undefined) return false;
      changed.delete(name);
      const part: Part = [...partNamed(name)];
      await engine.store
        .addRows([], [{ name, value: await engine.local.seal(name, part) }])
        .catch(() => undefined);
      return true;
    },
  };
}
