import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { at, colleague, id } from '../testing/people.ts';
import {
  applyItem,
  type Base,
  baseOf,
  conflictsOf,
  defineItems,
  editOf,
  type Items,
  putAwayOf,
  standing,
  takeBackOf,
  valueIn,
} from './items.ts';
import { textOrEmpty } from './shape.ts';

type Thing = { readonly name: string; readonly note: string };
const things = defineItems<'Thing', Thing>({
  noun: 'Thing',
  needed: ['name'],
  limit: 3,
  fields: { name: textOrEmpty(20), note: textOrEmpty(20) },
});
const officer = colleague(1, 'officer');
const second = colleague(2, 'officer');
const empty: Items<Thing> = new Map();
type Event = Parameters<typeof applyItem<'Thing', Thing>>[2];

let entry = 0;
const apply = (items: Items<Thing>, event: Event, who = officer): Items<Thing> => {
  entry += 1;
  const applied = applyItem(things, items, event, at(entry, who));
  if (!applied.ok) throw new Error(applied.error.code);
  return applied.value;
};
const edit = (base: Base<Thing>, values: Partial<Thing>): Event => {
  const event = editOf(things, base, values);
  if (event === null) throw new Error('nothing changes');
  return event;
};
const one = (items: Items<Thing>) => {
  const item = items.get(id(1));
  if (item === undefined) throw new Error('no thing');
  return item;
};
const begun = () => apply(empty, edit(baseOf<Thing>(undefined, id(1)), { name: 'First', note: '' }));

describe('two people who edit one thing apart', () => {
  it('both keep their words where they changed the same field, and neither is asked where they did not', () => {
    const seen = baseOf(one(begun()), id(1));
    const items = begun();
    const hers = apply(items, edit(baseOf(one(items), id(1)), { name: 'Hers' }));
    const base = baseOf(one(items), id(1));
    const both = apply(hers, edit(base, { name: 'His', note: 'His note' }), second);
    expect(one(both).fields.name?.map((written) => written.value)).toEqual(['Hers', 'His']);
    expect(conflictsOf(one(both))).toEqual(['name']);
    expect(valueIn(one(both), 'note')).toBe('His note');
    expect(seen.values).toEqual({ name: 'First', note: '' });
  });

  it('are not asked to choose between the same words', () => {
    const items = begun();
    const base = baseOf(one(items), id(1));
    const both = apply(apply(items, edit(base, { name: 'Same' })), edit(base, { name: 'Same' }), second);
    expect(conflictsOf(one(both))).toEqual([]);
    expect(valueIn(one(both), 'name')).toBe('Same');
  });

  it('see one version again once a person has chosen', () => {
    const items = begun();
    const base = baseOf(one(items), id(1));
    const both = apply(apply(items, edit(base, { name: 'Hers' })), edit(base, { name: 'His' }), second);
    const chosen = apply(both, edit(baseOf(one(both), id(1)), { name: 'Hers' }));
    expect(one(chosen).fields.name?.map((written) => written.value)).toEqual(['Hers']);
  });
});

describe('a thing', () => {
  it('that is begun twice by clicks without a line is one thing', () => {
    const event = edit(baseOf<Thing>(undefined, id(1)), { name: 'First', note: '' });
    const once = apply(empty, event);
    expect(apply(once, event)).toBe(once);
  });

  it('needs what it cannot be without, and a record holds no more of a kind than was said', () => {
    const bare = applyItem(
      things,
      empty,
      { type: 'ThingKept', v: 1, id: id(1), set: { note: 'x' }, replaces: {} },
      at(1, officer),
    );
    expect(bare).toMatchObject({ error: { code: 'malformed', details: { path: 'set.name' } } });
    const full = [1, 2, 3].reduce(
      (items, number) => apply(items, edit(baseOf<Thing>(undefined, id(number)), { name: 'One' })),
      empty,
    );
    const more = edit(baseOf<Thing>(undefined, id(4)), { name: 'One' });
    expect(applyItem(things, full, more, at(9, officer))).toMatchObject({ error: { code: 'too_many' } });
  });

  it('is put away and taken back with everything that was written meanwhile', () => {
    const away = apply(begun(), putAwayOf(things, id(1), 'Twice.'));
    expect(standing(away)).toEqual([]);
    const edited = apply(away, edit(baseOf(one(away), id(1)), { note: 'Still true.' }), second);
    const back = apply(edited, takeBackOf(things, id(1), 'It was not.'));
    expect(standing(back).map((item) => valueIn(item, 'note'))).toEqual(['Still true.']);
    expect(one(back).steps.map(({ what }) => what)).toEqual(['begun', 'away', 'changed', 'back']);
  });

  it('loses nothing that was typed, whoever saw what: each version stands until an edit names it', () => {
    const act = fc.record({
      who: fc.constantFrom(officer, second),
      /** How many entries ago its author last looked. */
      behind: fc.nat(4),
      field: fc.constantFrom('name' as const, 'note' as const),
      value: fc.string({ minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const states = [begun()];
        const written: { readonly field: 'name' | 'note'; readonly value: string }[] = [];
        const named = new Set<string>();
        for (const { who, behind, field, value } of acts) {
          const seen = states[Math.max(0, states.length - 1 - behind)] ?? empty;
          const base = baseOf(one(seen), id(1));
          const event = editOf(things, base, { [field]: value });
          const now = states.at(-1) ?? empty;
          if (event === null) continue;
          for (const old of one(seen).fields[field] ?? []) named.add(`${field} ${old.value}`);
          named.delete(`${field} ${value}`);
          written.push({ field, value });
          states.push(apply(now, event, who));
        }
        const last = one(states.at(-1) ?? empty);
        for (const { field, value } of written) {
          const stands = last.fields[field]?.some((version) => version.value === value) === true;
          expect(stands || named.has(`${field} ${value}`)).toBe(true);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
