import type { Answers } from './answers.ts';
import { firstDay } from './dates.ts';
import type { Entry } from './entry.ts';
import type { Finding, Question } from './finding.ts';
import { judgeAll } from './judge.ts';
import { type Standing, standing } from './rank.ts';
import { type Warning, warningsOf } from './warnings.ts';

export const lists = ['fits', 'ask', 'not'] as const;
export type ListName = (typeof lists)[number];

/** What the directory says of one mechanism to one person on one day. */
export type Verdict = {
  readonly id: string;
  readonly list: ListName;
  /** All aspects: what is met, what is not, what is not known. */
  readonly findings: readonly Finding[];
  /** What is open, the one to ask first in front. Empty unless the list is `ask`. */
  readonly questions: readonly Question[];
  readonly warnings: readonly Warning[];
  readonly standing: Standing;
};

export type Verdicts = Readonly<Record<ListName, readonly Verdict[]>>;

/**
 * Holds every mechanism against the answers. A pure function: the same answers on the same day give the same lists in
 * the same order, whatever order the mechanisms come in.
 * @param today the day of the question, `2026-11-21`, in the asker's own calendar
 */
export function reason(mechanisms: readonly Entry[], answers: Answers, today: string): Verdicts {
  const verdicts: Record<ListName, Verdict[]> = { fits: [], ask: [], not: [] };
  for (const entry of mechanisms) {
    const verdict = judge(entry, answers, today);
    verdicts[verdict.list].push(verdict);
  }
  verdicts.fits.sort(inOrder);
  verdicts.ask.sort(inOrder);
  verdicts.not.sort(nearestFirst);
  return verdicts;
}

/** One mechanism alone. */
export function judge(entry: Entry, answers: Answers, today: string): Verdict {
  const setting = { id: entry.id, today: firstDay(today) };
  const findings = judgeAll(entry, answers, setting);
  const shut = findings.some((one) => one.truth === 'no');
  const unclear = findings.filter((one) => one.truth === 'unknown');
  const list = shut ? 'not' : unclear.length > 0 ? 'ask' : 'fits';
  // Made when they are looked at: most entries end in "not for you", unseen, and a slow phone counts every one.
  const warnings = once(() => warningsOf(entry, answers, setting.today));
  const stands = once(() => standing(entry, answers, findings, setting));
  return {
    id: entry.id,
    list,
    findings,
    questions: list === 'ask' ? questionsOf(unclear) : [],
    get warnings() {
      return warnings();
    },
    get standing() {
      return stands();
    },
  };
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** What she can answer herself comes first: it costs nothing and exposes nobody. */
const firstHers = { short: 0, her: 1, them: 2 } as const;

function questionsOf(unclear: readonly Finding[]): readonly Question[] {
  const found = new Map<string, Question>();
  for (const { question } of unclear) if (question) found.set(`${question.of} ${question.code}`, question);
  return [...found.values()].sort((a, b) => firstHers[a.of] - firstHers[b.of]);
}

function inOrder(a: Verdict, b: Verdict): number {
  // In "ask first", an entry with one open question stands before its equal with four.
  const open = (verdict: Verdict): number => verdict.standing.total - verdict.questions.length * 0.5;
  return open(b) - open(a) || byId(a, b);
}

/** What fails by one thing alone stands before what fails by several. */
function nearestFirst(a: Verdict, b: Verdict): number {
  const failed = ({ findings }: Verdict): number =>
    findings.reduce((sum, one) => sum + (one.truth === 'no' ? 1 : 0), 0);
  return failed(a) - failed(b) || byId(a, b);
}

const byId = (a: Verdict, b: Verdict): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
