import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { id } from '../testing/people.ts';
import { mayAskSource } from './asking.ts';
import { type AnswerCode, answerCodes, type FindingValues, type VerificationEvent } from './events.ts';
import { expiryOf, isOver } from './expiry.ts';
import { type PictureNote, questionPicture, type Stands } from './picture.ts';
import { rootOf, type VerificationState } from './state.ts';
import { after, answer, finding, source, told } from './testing/story.ts';

const today = '2026-11-21';
const levels: readonly FindingValues['level'][] = [
  'ver_0_none',
  'ver_1_self',
  'ver_2_documents',
  'ver_3_referee',
  'ver_4_independent',
  'ver_contradicted',
  'ver_not_possible',
];

const work = (state: VerificationState) => questionPicture(state, 'vq_defender_work', today, []);
/** What weighs: everything but the plain notes that say who does not know. */
const weight = (notes: readonly PictureNote[]) => notes.filter(({ tone }) => tone !== 'plain');

describe('"I do not know" never counts against her', () => {
  it('whatever else was said: every combination of three sources, a finding of any level, and who does not know', () => {
    const silent = ['unknown', 'rather_not'] as const;
    let looked = 0;
    for (const level of [null, ...levels])
      for (const said of product<AnswerCode | null>([null, ...answerCodes], 3)) {
        const before = told(
          source(1),
          source(2, { origin: 'came_through', through: id(1) }),
          source(3, { origin: 'independent', kind: 'vs_local_member' }),
          ...said.flatMap((one, index) =>
            one === null ? [] : [answer(index, { of: index + 1, answer: one })],
          ),
          ...(level === null ? [] : [finding(1, { level, sources: [id(1), id(3)] })]),
        );
        for (const of of [1, 2, 3])
          for (const word of silent) {
            const asked = after(before, answer(50, { of, answer: word, on: '2026-11-20' }));
            expect(work(asked).stands).toBe<Stands>(work(before).stands);
            expect(weight(work(asked).notes)).toEqual(weight(work(before).notes));
            looked += 1;
          }
      }
    expect(looked).toBe(8 * 125 * 6);
  });

  it('however many more do not know, of whatever kind, doubtful and with a stake', () => {
    const more = fc.array(
      fc.record({
        word: fc.constantFrom<AnswerCode>('unknown', 'rather_not'),
        origin: fc.constantFrom('named_by_her', 'came_through', 'independent' as const),
        stake: fc.constantFrom('none', 'for', 'against' as const),
        doubt: fc.boolean(),
      }),
      { maxLength: 8 },
    );
    const said = fc.array(fc.constantFrom(...answerCodes), { maxLength: 6 });
    fc.assert(
      fc.property(said, fc.constantFrom(...levels), more, (words, level, rest) => {
        const before = told(
          ...words.flatMap((word, index) => [
            source(index + 1),
            answer(index, { of: index + 1, answer: word }),
          ]),
          finding(1, { level, sources: words.map((_, index) => id(index + 1)) }),
        );
        const asked = after(
          before,
          ...rest.flatMap(({ word, origin, stake, doubt }, index): readonly VerificationEvent[] => [
            source(100 + index, {
              origin,
              through: origin === 'came_through' ? id(1) : null,
              stake: { has: stake, words: '' },
              doubt: doubt ? { reason: 'Unsure.' } : null,
            }),
            answer(100 + index, { of: 100 + index, answer: word }),
          ]),
        );
        expect(work(asked).stands).toBe(work(before).stands);
        expect(weight(work(asked).notes)).toEqual(weight(work(before).notes));
      }),
      { numRuns: runs(150) },
    );
  });
});

describe('whatever was written in whatever order', () => {
  const event = fc.oneof(
    fc
      .record({
        number: fc.integer({ min: 1, max: 5 }),
        through: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
      })
      .map(({ number, through }) => ({ kind: 'source' as const, number, through })),
    fc
      .record({
        number: fc.nat(30),
        of: fc.integer({ min: 1, max: 6 }),
        word: fc.constantFrom(...answerCodes),
      })
      .map((one) => ({ kind: 'answer' as const, ...one })),
    fc
      .record({
        number: fc.nat(10),
        level: fc.constantFrom(...levels),
        month: fc.integer({ min: 1, max: 12 }),
      })
      .map((one) => ({ kind: 'finding' as const, ...one })),
  );

  it('sources that name each other in a circle end somewhere, every source of a note is one that spoke, and nothing throws', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 25 }), (steps) => {
        let state = told();
        for (const step of steps) {
          if (step.kind === 'source') {
            const through = step.through === null ? null : id(step.through);
            const values = { origin: through === null ? 'named_by_her' : 'came_through', through } as const;
            const known = state.sources.has(id(step.number));
            try {
              state = after(state, source(step.number, values, known ? state : undefined));
            } catch (thrown) {
              // The same words again are no event.
              if (!(thrown instanceof Error) || thrown.message !== 'nothing changes') throw thrown;
            }
          } else if (step.kind === 'answer' && !state.answers.has(id(1000 + step.number)))
            state = after(state, answer(step.number, { of: step.of, answer: step.word }));
          else if (step.kind === 'finding' && !state.findings.has(id(2000 + step.number))) {
            const on = `2026-${String(step.month).padStart(2, '0')}-10`;
            state = after(state, finding(step.number, { level: step.level, on }));
          }
        }
        for (const one of state.sources.keys()) expect(rootOf(state, one)).toMatch(/^[0-9a-f]{32}$/);
        const picture = work(state);
        const holding = picture.holding.length + picture.lapsed.length;
        expect(holding).toBe(state.findings.size);
        for (const { finding: one } of picture.lapsed) expect(isOver(expiryOf(one, []), today)).toBe(true);
        for (const one of state.sources.keys())
          expect(mayAskSource(state, { source: one, told: ['work'] }).never).toEqual([]);
      }),
      { numRuns: runs(150) },
    );
  });
});

function product<Value>(values: readonly Value[], length: number): readonly (readonly Value[])[] {
  if (length === 0) return [[]];
  return product(values, length - 1).flatMap((rest) => values.map((value) => [...rest, value]));
}
