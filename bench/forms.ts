import { writeForm } from '@leeward/forms/canonical.ts';
import type { Form, Question } from '@leeward/forms/form.ts';
import { readForm } from '@leeward/forms/read.ts';
import { type Run, startRun } from '@leeward/forms/run.ts';
import { type Measured, median } from './support/measured.ts';

const PAGES = 93;
const FIELDS = 1400;
const ANSWERS = 2000;
const today = '2026-11-21';

/** A form as long as the longest that the field knows: 93 pages, 1,400 fields, most of them asked only under a condition. */
function longForm(): Form {
  const least = Math.floor(FIELDS / PAGES);
  const onPage = (number: number): number => least + (number < FIELDS % PAGES ? 1 : 0);
  const page = (number: number): Question => ({
    name: `page_${number}`,
    type: 'group',
    label: { en: `Page ${number + 1}` },
    ...(number === 0 ? {} : { relevant: `\${p${number - 1}_0} != 'no' or \${p${number - 1}_0} = ''` }),
    questions: Array.from({ length: onPage(number) }, (_, field): Question => {
      const name = `p${number}_${field}`;
      const label = { en: `Question ${field + 1} on page ${number + 1}`, ar: `سؤال ${field + 1}` };
      if (field === 0) return { name, type: 'yesNoUnsure', label };
      const relevant = `\${p${number}_0} = 'yes' or (\${p${number}_${field - 1}} != '' and ${field} < 8)`;
      return { name, type: 'integer', label, relevant, constraint: '. >= 0 and . < 1000' };
    }),
  });
  const pages = Array.from({ length: PAGES }, (_, number) => page(number));
  return {
    v: 1,
    name: 'long',
    languages: ['en', 'ar'],
    title: { en: 'Long' },
    questions: pages,
  };
}

/** How quickly the longest form is read and answered: to reading the same text as JSON, and to evaluating all of it each time. */
export async function measureForms(rounds: number): Promise<readonly Measured[]> {
  const text = writeForm(longForm());
  const read = readForm(text);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const compiled = read.value;
  const reading = best(rounds, 5, () => readForm(text));
  const parsing = best(rounds, 5, () => JSON.parse(text));
  const whole = best(rounds, 5, () => startRun(compiled, {}, today));
  const run = startRun(compiled, {}, today);
  const one = best(rounds, ANSWERS, (count) => answer(run, count));
  return [
    {
      name: `reading a form of ${compiled.nodes.length} questions with its rules / JSON.parse of it`,
      ratio: reading / parsing,
      goal: null,
      rounds,
      detail: `${reading.toFixed(1)} ms for ${(text.length / 1024).toFixed(0)} KB, parsed alone in ${parsing.toFixed(1)} ms`,
    },
    {
      name: 'one answer in it / evaluating all of it',
      ratio: one / whole,
      goal: { atMost: 0.05 },
      rounds,
      detail: `${(one * 1000).toFixed(0)} µs an answer with all that follows from it, ${whole.toFixed(2)} ms for everything`,
    },
  ];
}

function answer(run: Run, count: number): void {
  const page = count % PAGES;
  if (count % 2 === 0) run.set({ name: `p${page}_0`, turns: [] }, count % 4 === 0 ? 'yes' : 'unsure');
  else run.set({ name: `p${page}_1`, turns: [] }, count % 500);
}

/** Milliseconds for one, the median of the rounds. */
function best(rounds: number, times: number, act: (count: number) => unknown): number {
  const taken = Array.from({ length: rounds }, () => {
    const begin = performance.now();
    for (let count = 0; count < times; count += 1) act(count);
    return (performance.now() - begin) / times;
  });
  return median(taken);
}
