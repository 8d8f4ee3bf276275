import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { at, colleague, hash, tell } from '../testing/people.ts';
import { compareCheckpoints } from './checkpoints.ts';
import { canIndexCustody } from './custody-rules.ts';
import { canKeepWords, canListRecord, canTakeCheckpoint } from './rules.ts';
import { emptyTeam, foldTeam, foldTeamAll } from './state.ts';

const officer = colleague(1, 'officer');
const second = colleague(2, 'officer');
const reader = colleague(3, 'reader');
const listed = (record: number, kind = 'case') => ({
  type: 'RecordListed',
  v: 1,
  record: hash(record),
  kind,
});
const checkpoint = (...heads: readonly (readonly [number, number, number])[]) => ({
  type: 'CheckpointTaken',
  v: 1,
  heads: heads.map(([record, position, head]) => ({ record: hash(record), position, head: hash(head) })),
});

describe('a team’s list', () => {
  it('[rule 11] shows a record only where somebody with that right listed it', () => {
    const state = tell(emptyTeam('protection'), foldTeam, [
      [listed(1), at(1, officer)],
      [listed(2), at(2, reader)],
      [listed(3, 'study'), at(3, officer)],
    ]);
    expect([...state.records.keys()]).toEqual([hash(1), hash(3)]);
    expect(state.kept[0]?.why).toMatchObject({ refusal: { code: 'role' } });
    expect(canListRecord(state, officer, hash(1), 'case')).toMatchObject({ error: { code: 'exists' } });
    const gone = foldTeam(state, { type: 'RecordUnlisted', v: 1, record: hash(1) }, at(4, officer));
    expect(gone.records.has(hash(1))).toBe(false);
  });

  it('carries no label, so that no name stands outside its record', () => {
    const state = foldTeam(emptyTeam('intake'), { ...listed(1), label: 'A name' }, at(1, officer));
    expect(state.records.size).toBe(0);
    expect(state.kept[0]?.why).toEqual({
      kind: 'unreadable',
      malformed: { problem: 'unexpected', path: 'label' },
    });
  });

  it('is the same folded at once and one by one', () => {
    const event = fc.oneof(
      fc.nat(4).map((record) => listed(record)),
      fc.nat(4).map((record) => ({ type: 'RecordUnlisted', v: 1, record: hash(record) })),
      fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2)).map((head) => checkpoint(head)),
      fc.nat(3).map((record) => ({
        type: 'CustodyIndexed',
        v: 1,
        identity: hash(60 + record),
        caseRecord: hash(record),
      })),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(event, fc.constantFrom(officer, second, reader))), (told) => {
        const events = told.map(([json, author], index) => ({ json, context: at(index + 1, author) }));
        const start = emptyTeam('custody');
        const before = structuredClone(start);
        const oneByOne = events.reduce((state, { json, context }) => foldTeam(state, json, context), start);
        expect(foldTeamAll(start, events)).toEqual(oneByOne);
        expect(start).toEqual(before);
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('custody', () => {
  const indexed = { type: 'CustodyIndexed', v: 1, identity: hash(60), caseRecord: hash(1) };

  it('[rule 14] ties an identity to its case in its own log and in no other team’s', () => {
    const custody = foldTeam(emptyTeam('custody'), indexed, at(1, officer));
    expect(custody.custody.ofCase.get(hash(1))).toEqual([hash(60)]);
    // At first a case had one identity: it is hers whom the case is about.
    expect(custody.custody.whose.get(hash(60))).toEqual([{ caseRecord: hash(1), person: null }]);
    const protection = foldTeam(emptyTeam('protection'), indexed, at(1, officer));
    expect(protection.custody.ofCase.size).toBe(0);
    expect(protection.kept[0]?.why).toMatchObject({ refusal: { code: 'other_team' } });
    const her = { caseRecord: hash(1), person: null };
    expect(canIndexCustody(emptyTeam('protection'), officer, hash(60), her).ok).toBe(false);
    expect(canIndexCustody(custody, officer, hash(60), her)).toMatchObject({
      error: { code: 'no_change' },
    });
  });
});

describe('checkpoints', () => {
  const own = (record: string) =>
    record === hash(1) ? { position: 5, headAt: (at: number) => hash(100 + at) } : null;

  it('[rule 7] [fault 3] call the same position with another head a fork, and name who saw what', () => {
    const state = tell(emptyTeam('protection'), foldTeam, [
      [checkpoint([1, 5, 105], [2, 3, 203]), at(1, officer)],
      [checkpoint([1, 4, 999], [2, 3, 888]), at(2, second)],
    ]);
    const findings = compareCheckpoints(state, own);
    expect(findings).toMatchObject([
      { kind: 'fork', record: hash(2), position: 3, own: null },
      { kind: 'fork', record: hash(1), position: 4, own: hash(104) },
    ]);
    expect(findings[0]).toMatchObject({
      claims: [{ devices: [officer.device] }, { devices: [second.device] }],
    });
  });

  it('[rule 7] [fault 1] say which record this device was not given to the end', () => {
    const state = tell(emptyTeam('protection'), foldTeam, [
      [checkpoint([1, 5, 105], [1, 8, 108]), at(1, reader)],
    ]);
    expect(compareCheckpoints(state, own)).toEqual([
      { kind: 'behind', record: hash(1), position: 8, own: 5 },
    ]);
    expect(state.checkpoints.get(reader.device)).toBe(60_000);
  });

  it('are split where there are many heads, and none is taken for nothing', () => {
    const heads = Array.from({ length: 600 }, (_, index) => ({
      record: hash(index),
      position: 0,
      head: hash(1),
    }));
    const events = canTakeCheckpoint(emptyTeam('protection'), reader, heads);
    expect(
      events.ok && events.value.map((event) => event.type === 'CheckpointTaken' && event.heads.length),
    ).toEqual([256, 256, 88]);
    expect(canTakeCheckpoint(emptyTeam('protection'), reader, [])).toMatchObject({
      error: { code: 'no_change' },
    });
  });
});

describe('prepared words', () => {
  const kept = (text: string, replaces: readonly number[] = [], code = 'close_declined_covered') => ({
    type: 'WordsKept',
    v: 1,
    occasion: 'decline',
    code,
    language: 'ar',
    text,
    replaces: replaces.map((entry) => ({ entry: hash(entry), index: 0 })),
  });
  const key = 'decline close_declined_covered ar';

  it('are kept by the team for a reason and a language; two versions made apart stay until somebody chooses', () => {
    const state = tell(emptyTeam('intake'), foldTeam, [
      [kept('First.'), at(1, officer)],
      [kept('Second.'), at(2, second)],
      [kept('By a reader.'), at(3, reader)],
    ]);
    expect(state.words.get(key)?.map(({ value, by }) => [value, by])).toEqual([
      ['First.', officer.member],
      ['Second.', second.member],
    ]);
    const words = { occasion: 'decline', code: 'close_declined_covered', language: 'ar', text: 'Both.' };
    const chosen = canKeepWords(
      state,
      officer,
      words,
      (state.words.get(key) ?? []).map((one) => one.at),
    );
    if (!chosen.ok) throw new Error(chosen.error.code);
    const after = foldTeam(state, chosen.value[0], at(4, officer));
    expect(after.words.get(key)?.map((one) => one.value)).toEqual(['Both.']);
    expect(canKeepWords(after, second, words, [])).toMatchObject({ error: { code: 'no_change' } });
    // A colleague who had not seen it does not take it away.
    const apart = canKeepWords(after, second, { ...words, text: 'Mine.' }, []);
    if (!apart.ok) throw new Error(apart.error.code);
    expect(foldTeam(after, apart.value[0], at(5, second)).words.get(key)).toHaveLength(2);
  });
});
