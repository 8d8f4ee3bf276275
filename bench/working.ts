import type { OpeningRound } from './opening.ts';
import type { Measured } from './support/measured.ts';
import { median } from './support/measured.ts';

/*
 * A day's work at a desk that holds all the cases, and what its worker holds: each figure against what a person does not
 * notice, or against something of the same run.
 */

/** What a person takes for at once, in milliseconds. */
const atOnce = 100;
/** What a key may cost while somebody types. */
const key = 30;
/** The bytes of the records as they travel are what a device must hold in any case. */
const mebi = 2 ** 20;

export function workingFigures(rounds: readonly OpeningRound[], cases: number): readonly Measured[] {
  const of = (read: (round: OpeningRound) => number): number => median(rounds.map(read));
  const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
  const line = (name: string, ratio: number | null, goal: number | null, detail: string): Measured => ({
    name,
    ratio,
    goal: goal === null ? null : { atMost: goal },
    rounds: rounds.length,
    detail,
  });
  const keys = of(({ used }) => slowest(used.keys));
  const list = of(({ used }) => used.list.again);
  const patterns = of(({ used }) => used.patterns.first);
  const file = of(({ used }) => used.file.first);
  const kept = of(({ used }) => used.edit.kept);
  const listed = of(({ used }) => used.edit.listed);
  const today = of(({ used }) => used.today);
  const due = of(({ used }) => used.due);
  const things = of(({ heap }) => heap.things);
  const buffers = of(({ heap }) => heap.buffers);
  const bytes = of((round) => round.bytes);
  const [one] = rounds;
  if (one === undefined) throw new Error('a median of nothing');
  return [
    line(
      `a key typed at a desk that holds ${cases} cases (p95), to the answer on the page / ${key} ms`,
      keys / key,
      1,
      `${ms(keys)}; everything was read and verified ${(of(({ used }) => used.read) / 1000).toFixed(1)} s after the list was there`,
    ),
    line(
      `the list of ${cases} cases, asked for again / ${atOnce} ms`,
      list / atOnce,
      null,
      `${ms(list)}; ${(one.used.list.bytes / mebi).toFixed(1)} MiB as text`,
    ),
    line(
      `what all cases have in common, the first time / ${atOnce} ms`,
      patterns / atOnce,
      null,
      `${ms(patterns)} for ${one.used.patterns.incidents} incidents, ${one.used.patterns.total} patterns; again ${ms(of(({ used }) => used.patterns.again))}`,
    ),
    line(
      `a file of ${one.longestEvents} events, opened and verified / ${atOnce} ms`,
      file / atOnce,
      1,
      `${ms(file)}; once more ${ms(of(({ used }) => used.file.again))}`,
    ),
    line(
      `a note kept while ${cases} cases are held / ${atOnce} ms`,
      kept / atOnce,
      1,
      `${ms(kept)}; sent, confirmed and in the list after ${ms(listed)}`,
    ),
    line(
      `the day of whoever has ${cases} cases, on the page / ${atOnce} ms`,
      today / atOnce,
      1,
      `${ms(today)}; everything that is due ${ms(due)}`,
    ),
    line(
      `memory of the session with ${cases} cases / the bytes of their records`,
      (things + buffers) / bytes,
      null,
      `${(things / mebi).toFixed(0)} MiB and ${(buffers / mebi).toFixed(0)} MiB of buffers / ${(bytes / mebi).toFixed(0)} MiB`,
    ),
  ];
}

/** What 95 of 100 do not exceed. */
function slowest(times: readonly number[]): number {
  return times.toSorted((left, right) => left - right)[Math.floor(times.length * 0.95)] ?? 0;
}
