import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { baseOf, editOf, putAwayOf, standing, takeBackOf, valueIn } from '../shared/items.ts';
import { withCopies } from '../shared/with-copies.ts';
import { at, colleague, hash, id, tell } from '../testing/people.ts';
import { canEditIdentity } from './rules.ts';
import { identityScans, type ScanValues, scansOf } from './scans.ts';
import type { SheetEvent } from './sheet.ts';
import { emptyIdentity, foldIdentity, type IdentityState } from './state.ts';
import { awayIn, together } from './together.ts';

const officer = colleague(1, 'officer');
const second = colleague(2, 'officer');
const begun = foldIdentity(emptyIdentity, { type: 'IdentityOpened', v: 1 }, at(1, officer));
const file = (number: number) => ({
  blob: hash(number),
  name: `scan-${number}.jpg`,
  mediaType: 'image/jpeg',
  size: 1000,
  hash: hash(500 + number),
});
const scanned = (one: number, more: Partial<ScanValues> = {}) =>
  editOf(identityScans, baseOf<ScanValues>(undefined, id(one)), {
    file: file(one),
    paper: null,
    madeFrom: null,
    note: '',
    ...more,
  }) as SheetEvent;
const copyOf = (one: number, of: number) =>
  scanned(one, { madeFrom: { blob: file(of).blob, hash: file(of).hash } });

describe('scans of a person’s papers', () => {
  it('[fault 58] stay what they are: a copy with something blacked out is a scan of its own, told by the hash of its original', () => {
    const passport = id(9);
    const state = tell(begun, foldIdentity, [
      [scanned(1, { paper: passport }), at(2, officer)],
      [copyOf(2, 1), at(3, officer)],
      [copyOf(3, 2), at(4, second)],
    ]);
    const [original, ...others] = withCopies(together([{ identity: hash(60), state }], 'scans'));
    expect(others).toEqual([]);
    expect(original?.of.item.id).toBe(id(1));
    expect(original?.copies.map(({ of }) => of.item.id)).toEqual([id(2)]);
    expect(original?.copies[0]?.copies.map(({ of }) => of.item.id)).toEqual([id(3)]);
    expect(scansOf(state.sheet.scans, passport).map((scan) => scan.id)).toEqual([id(1)]);
    // Other bytes in the place of the first, by whoever: refused, kept, and without effect.
    const base = baseOf(state.sheet.scans.get(id(1)), id(1));
    const other = editOf(identityScans, base, { file: file(7) }) as SheetEvent;
    expect(canEditIdentity(state, officer, [other])).toMatchObject({ error: { code: 'exists' } });
    const after = foldIdentity(state, other, at(5, second));
    expect(after.sheet).toBe(state.sheet);
    expect(after.kept).toHaveLength(1);
    // What it shows can be said otherwise.
    const noted = editOf(identityScans, base, { note: 'The page with the photo.' }) as SheetEvent;
    expect(canEditIdentity(state, officer, [noted]).ok).toBe(true);
  });

  it('are put away with a reason and taken back, and what was made from one is shown all the same', () => {
    const state = tell(begun, foldIdentity, [
      [scanned(1), at(2, officer)],
      [copyOf(2, 1), at(3, officer)],
      [putAwayOf(identityScans, id(1), 'Of somebody else.'), at(4, second)],
    ]);
    const records = [{ identity: hash(60), state }];
    expect(awayIn(records, 'scans').map(({ item }) => item.away?.reason)).toEqual(['Of somebody else.']);
    expect(withCopies(together(records, 'scans')).map(({ of }) => of.item.id)).toEqual([id(2)]);
    const back = foldIdentity(state, takeBackOf(identityScans, id(1), 'It is hers.'), at(5, officer));
    expect(awayIn([{ identity: hash(60), state: back }], 'scans')).toEqual([]);
    expect(standing(back.sheet.scans)).toHaveLength(2);
  });

  it('need somebody who may write in the record', () => {
    expect(canEditIdentity(begun, colleague(3, 'reader'), [scanned(1)])).toMatchObject({
      error: { code: 'role' },
    });
  });

  it('keep their bytes and their origin in any order of what people do, and each stands in the list once', () => {
    const step = fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 5 }))
        .map(([one, of]): SheetEvent => (of === 0 ? scanned(one) : copyOf(one, of))),
      fc.integer({ min: 1, max: 5 }).map((one) => putAwayOf(identityScans, id(one), 'x') as SheetEvent),
      fc.integer({ min: 1, max: 5 }).map((one) => takeBackOf(identityScans, id(one), 'x') as SheetEvent),
      fc
        .tuple(fc.integer({ min: 1, max: 5 }), fc.string({ maxLength: 8 }))
        .map(
          ([one, note]) =>
            ({ type: 'IdentityScanKept', v: 1, id: id(one), set: { note }, replaces: {} }) as SheetEvent,
        ),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let state: IdentityState = begun;
        const first = new Map<string, string>();
        for (const [index, event] of steps.entries()) {
          state = foldIdentity(state, event, at(index + 2, index % 2 === 0 ? officer : second));
          for (const [one, scan] of state.sheet.scans) {
            const said = JSON.stringify([valueIn(scan, 'file'), valueIn(scan, 'madeFrom')]);
            if (!first.has(one)) first.set(one, said);
            expect(first.get(one)).toBe(said);
          }
        }
        const shown = together([{ identity: hash(60), state }], 'scans');
        const flat = (list: ReturnType<typeof withCopies<(typeof shown)[number]>>): readonly string[] =>
          list.flatMap(({ of, copies }) => [of.item.id, ...flat(copies)]);
        expect([...flat(withCopies(shown))].toSorted()).toEqual(
          standing(state.sheet.scans)
            .map((scan) => scan.id)
            .toSorted(),
        );
      }),
      { numRuns: runs(200) },
    );
  });
});
