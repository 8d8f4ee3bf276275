import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { roles } from '../organisation/permissions.ts';
import type { FileNote } from '../shared/context.ts';
import { officer, reader, sealed, second, story } from '../testing/conversation.ts';
import { at, hash } from '../testing/people.ts';
import { filesOf } from './copies.ts';
import { parseRequestEvent } from './events.ts';
import { foldRequest } from './fold.ts';
import { canKeepCopy, mayKeepCopies } from './rules.ts';
import type { RequestState } from './state.ts';

const file = (number: number): FileNote => ({
  blob: hash(300 + number),
  name: `letter-${number}.png`,
  mediaType: 'image/png',
  size: 1000 + number,
  hash: hash(400 + number),
});
const empty = story().state;
const begun = foldRequest(
  empty,
  { type: 'ReplyWritten', v: 1, text: 'Here it is.', files: [file(0), file(1)], sent: sealed(empty) },
  at(2, officer),
);
const copy = (of: number, made: number) => ({
  type: 'CopyMade',
  v: 1,
  of: file(of).blob,
  original: file(of).hash,
  file: file(made),
});
const copies = fc.array(fc.tuple(fc.nat(4), fc.nat(8)), { maxLength: 12 });

const told = (
  from: RequestState,
  steps: readonly (readonly [number, number])[],
  first: number,
): RequestState =>
  steps.reduce(
    (state, [of, made], index) => foldRequest(state, copy(of, made), at(first + index, officer)),
    from,
  );

describe('copies of attachments', () => {
  it('[fault 58] leave every original as it was, and are each there once, whatever was copied from what', () => {
    fc.assert(
      fc.property(copies, (steps) => {
        const after = told(begun, steps, 10);
        expect(after.sent).toEqual(begun.sent);
        expect(after.items).toEqual(begun.items);
        const blobs = filesOf(after).map(({ blob }) => blob);
        expect(new Set(blobs).size).toBe(blobs.length);
        for (const one of after.copies) expect(one.file.hash).not.toBe(one.original);
      }),
      { numRuns: runs(200) },
    );
  });

  it('stand in the same number in whichever order two officers’ copies arrive', () => {
    fc.assert(
      fc.property(copies, copies, (mine, hers) => {
        const blobsOf = (state: RequestState): readonly string[] =>
          state.copies.map((one) => one.file.blob).toSorted();
        const one = told(told(begun, mine, 10), hers, 100);
        const other = told(told(begun, hers, 10), mine, 100);
        expect(blobsOf(one)).toEqual(blobsOf(other));
      }),
      { numRuns: runs(200) },
    );
  });

  it('are written and read back as they are, and are made of what is there by whoever may', () => {
    const { type: _type, v: _v, ...wanted } = copy(0, 5);
    const allowed = canKeepCopy(begun, second, wanted);
    if (!allowed.ok) throw new Error('refused');
    expect(allowed.value.map((event) => parseRequestEvent(JSON.parse(JSON.stringify(event))))).toEqual([
      { ok: true, value: copy(0, 5) },
    ]);
    expect(canKeepCopy(begun, reader, wanted)).toMatchObject({ error: { code: 'role' } });
    // And is not offered it: a copy that was made with care must not be refused when it is kept.
    for (const role of [...roles, null]) {
      const actor = { ...reader, role };
      expect(mayKeepCopies(actor), String(role)).toBe(canKeepCopy(begun, actor, wanted).ok);
    }
    expect(canKeepCopy(begun, officer, { ...wanted, of: hash(1) })).toMatchObject({
      error: { code: 'not_there' },
    });
    const otherBytes = { ...wanted, original: hash(1) };
    expect(canKeepCopy(begun, officer, otherBytes)).toMatchObject({ error: { code: 'not_there' } });
    const asOriginal = { ...wanted, file: { ...wanted.file, hash: wanted.original } };
    expect(canKeepCopy(begun, officer, asOriginal)).toMatchObject({ error: { code: 'no_change' } });
  });

  it('say who made them and when, and can be copied again', () => {
    const after = told(
      begun,
      [
        [0, 5],
        [5, 6],
      ],
      10,
    );
    expect(after.copies).toMatchObject([
      { of: file(0).blob, original: file(0).hash, by: officer.member },
      { of: file(5).blob, original: file(5).hash, file: file(6) },
    ]);
  });
});
