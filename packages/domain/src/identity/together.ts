import { latest } from '../shared/field.ts';
import { type Item, standing } from '../shared/items.ts';
import type { SheetName } from './sheet.ts';
import type { IdentityState, Sheet } from './state.ts';

/*
 * Records of one person, read together. Nothing is copied from one into another: what is shown is made anew each time
 * from the records themselves. So taking them apart again cannot lose anything, whatever was written meanwhile.
 */

/** One record among those that are read together. */
export type Together = { readonly identity: string; readonly state: IdentityState };

type ValuesOf<Name extends SheetName> = Sheet[Name] extends ReadonlyMap<string, Item<infer V>> ? V : never;

/** One thing, with the records that hold it. */
export type Shared<Name extends SheetName> = {
  /** The record in which an edit of it is written: the first that holds it. */
  readonly identity: string;
  readonly item: Item<ValuesOf<Name> & object>;
  /** All records that say the very same. */
  readonly alsoIn: readonly string[];
};

/**
 * What these records say together, one kind of thing at a time: everything that any of them holds, and what several hold
 * in the very same words once.
 */
export function together<Name extends SheetName>(
  records: readonly Together[],
  name: Name,
): readonly Shared<Name>[] {
  const found = new Map<string, { first: Shared<Name>; alsoIn: string[] }>();
  for (const { identity, state } of records)
    for (const item of standing(state.sheet[name] as ReadonlyMap<string, Item<object>>)) {
      const said = wordsOf(item);
      const known = found.get(said);
      if (known !== undefined && known.first.identity !== identity) known.alsoIn.push(identity);
      else {
        const first = { identity, item: item as Item<ValuesOf<Name> & object>, alsoIn: [] };
        found.set(known === undefined ? said : `${said} ${item.id}`, { first, alsoIn: [] });
      }
    }
  return [...found.values()].map(({ first, alsoIn }) => ({ ...first, alsoIn }));
}

/** What a thing says, in an order of its own; one of which versions stand apart is the same as nothing else. */
function wordsOf(item: Item<object>): string {
  const fields = Object.entries(item.fields as Record<string, readonly unknown[]>)
    .filter(([, field]) => field.length > 0)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  if (fields.some(([, field]) => field.length > 1)) return `${item.id}`;
  return JSON.stringify(fields.map(([name, field]) => [name, latest(field as never)]));
}

/** What was put away in any of them, each by itself: it can be taken back where it was put away. */
export function awayIn<Name extends SheetName>(
  records: readonly Together[],
  name: Name,
): readonly { readonly identity: string; readonly item: Item<ValuesOf<Name> & object> }[] {
  return records.flatMap(({ identity, state }) =>
    [...(state.sheet[name] as ReadonlyMap<string, Item<object>>).values()].flatMap((item) =>
      item.away === null ? [] : [{ identity, item: item as Item<ValuesOf<Name> & object> }],
    ),
  );
}
