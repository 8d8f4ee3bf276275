import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { caseParts } from '../case/parts.ts';
import { baseOf, conflictsOf, editOf } from '../shared/items.ts';
import { at, colleague, hash, id } from '../testing/people.ts';
import { type AnswersEvent, type AnswersItemEvent, answersAtOnce, answersItems, isPath } from './events.ts';
import { type AnswersState, aboutOf, formOf, inEntries, sheetsAbout } from './state.ts';
import { pathOf, treeOf, turnsIn, valuesIn } from './tree.ts';

const officer = colleague(1, 'officer');
const second = colleague(2, 'officer');
const part = caseParts.answers;
const sheet = id(1);
let entry = 0;

function fold(state: AnswersState, event: AnswersEvent, who = officer): AnswersState {
  entry += 1;
  const applied = part.apply(state, event, at(entry, who));
  if (!applied.ok) throw new Error(applied.error.code);
  return applied.value;
}
const answer = (
  state: AnswersState,
  values: Readonly<Record<string, string | number | true | null>>,
): AnswersItemEvent => {
  const event = editOf(answersItems, baseOf(state.get(sheet), sheet), values);
  if (event === null) throw new Error('nothing changes');
  return event;
};
const begun = () =>
  fold(new Map(), answer(new Map(), { '@form': hash(7), '@about': 'case', village: 'By the river' }));

describe('a form that is filled in for a case', () => {
  it('says which form it is and whom it is about, and never becomes another', () => {
    const state = begun();
    const [found] = sheetsAbout(state, 'case');
    if (found === undefined) throw new Error('no sheet');
    expect([formOf(found), aboutOf(found)]).toEqual([hash(7), 'case']);
    const other = part.apply(state, answer(state, { '@form': hash(8) }), at(9, officer));
    expect(other).toMatchObject({ error: { code: 'malformed', details: { path: 'set.@form' } } });
  });

  it('is filled in by two people at once, and each answer that they wrote apart stands twice', () => {
    const state = begun();
    const hers = answer(state, { village: 'Upstream', harvest: 'lost' });
    const his = answer(state, { village: 'Downstream' });
    const both = fold(fold(state, hers), his, second);
    const item = both.get(sheet);
    if (item === undefined) throw new Error('no sheet');
    expect(conflictsOf(item)).toEqual(['village']);
    expect(item.fields['village']?.map(({ value }) => value)).toEqual(['Upstream', 'Downstream']);
    expect(valuesIn(item).get('harvest')).toBe('lost');
  });

  it('keeps two children apart whom two people added at the same time', () => {
    const state = begun();
    const hers = answer(state, { 'children/0a0a0a0a': true, 'children/0a0a0a0a/age': 4 });
    const his = answer(state, { 'children/0b0b0b0b': true, 'children/0b0b0b0b/age': 9 });
    const values = valuesIn(fold(fold(state, hers), his, second).get(sheet));
    expect(treeOf(values)).toEqual({ village: 'By the river', children: [{ age: 4 }, { age: 9 }] });
    expect(pathOf(turnsIn(values), ['children'], [1], 'age')).toBe('children/0b0b0b0b/age');
    expect(pathOf(turnsIn(values), ['children'], [2], 'age')).toBeNull();
  });

  it('loses a turn that is taken out, and has it again with all its answers when it is put back', () => {
    const with1 = fold(begun(), answer(begun(), { 'children/0a0a0a0a': true, 'children/0a0a0a0a/age': 4 }));
    const without = fold(with1, answer(with1, { 'children/0a0a0a0a': null }));
    expect(treeOf(valuesIn(without.get(sheet)))).toEqual({ village: 'By the river' });
    const again = fold(without, answer(without, { 'children/0a0a0a0a': true }));
    expect(treeOf(valuesIn(again.get(sheet)))).toMatchObject({ children: [{ age: 4 }] });
  });

  it('of 1,400 answers is written in entries that each fit, and says the same in the end', () => {
    const many = Object.fromEntries(
      Array.from({ length: 1400 }, (_, number) => [`q_${number}`, `Answer ${number}`]),
    );
    const pieces = inEntries(answer(new Map(), { '@form': hash(7), '@about': 'case', ...many }));
    expect(pieces.length).toBe(Math.ceil(1400 / answersAtOnce));
    for (const piece of pieces) {
      const { type: _type, v: _v, ...fields } = piece;
      expect(part.shapes.AnswersKept.fields(fields, '').ok).toBe(true);
      // 64 KiB is what the body of an entry may be.
      expect(JSON.stringify(piece).length).toBeLessThan(60_000);
    }
    const state = pieces.reduce<AnswersState>((before, piece) => fold(before, piece), new Map());
    expect(treeOf(valuesIn(state.get(sheet)))).toEqual(many);
  });

  it('of many files is written in entries that each quote no more keys than an entry holds', () => {
    const file = (number: number): string =>
      JSON.stringify({ blob: hash(number), name: `${number}.jpg`, mediaType: '', size: 1, hash: hash(1) });
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, number) => [`q_${number}`, number % 3 === 0 ? 'A word' : file(number)]),
    );
    const pieces = inEntries(answer(new Map(), { '@form': hash(7), '@about': 'case', ...many }));
    for (const piece of pieces) {
      const values = 'set' in piece ? Object.values(piece.set) : [];
      expect(values.filter((value) => String(value).startsWith('{"blob"')).length).toBeLessThanOrEqual(8);
    }
    const state = pieces.reduce<AnswersState>((before, piece) => fold(before, piece), new Map());
    expect(treeOf(valuesIn(state.get(sheet)))).toEqual(many);
  });

  it('takes no path that leads elsewhere', () => {
    expect(['age', 'children/0a0a0a0a', 'children/0a0a0a0a/age'].every(isPath)).toBe(true);
    expect(
      ['', '/', 'children/', '__proto__', 'children/x/age', 'Age', 'a/0a0a0a0a/', '@form'].some(isPath),
    ).toBe(false);
  });

  it('never throws over answers that somebody made up', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (set, replaces) => {
        part.shapes.AnswersKept.fields({ id: sheet, set, replaces }, '');
      }),
      { numRuns: runs(200) },
    );
  });
});
