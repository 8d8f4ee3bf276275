import type { Answers, DetailCode, ShortQuestion } from '@leeward/directory/answers.ts';
import type { Question } from '@leeward/directory/finding.ts';
import type { Verdict } from '@leeward/directory/reason.ts';

/** A question that she can answer on the spot. */
export type OwnQuestion = Extract<Question, { readonly of: 'short' | 'her' }>;

/** How a question is told from another, in a set of those that she left open on purpose. */
export const nameOf = ({ of, code }: Question): string => `${of} ${code}`;

/** Fewer entries than this are not worth a question of their own: it stands with each of them anyhow. */
const FEWEST = 3;

/**
 * The question that would settle most: every entry of "ask first" gives one vote, shared among what is open in it.
 * Undefined where no question is worth asking. `left`: what she has left open, which is not asked again.
 * `visible`: short questions that stand on the page already.
 */
export function nextQuestion(
  verdicts: readonly Verdict[],
  left: ReadonlySet<string>,
  visible: ReadonlySet<ShortQuestion>,
): { readonly question: OwnQuestion; readonly entries: number } | undefined {
  const votes = new Map<string, { question: OwnQuestion; worth: number; entries: number }>();
  for (const { questions } of verdicts) {
    for (const question of questions) {
      if (question.of === 'them' || left.has(nameOf(question))) continue;
      if (question.of === 'short' && visible.has(question.code)) continue;
      const vote = votes.get(nameOf(question)) ?? { question, worth: 0, entries: 0 };
      vote.worth += 1 / questions.length;
      vote.entries += 1;
      votes.set(nameOf(question), vote);
    }
  }
  const [best] = [...votes.values()]
    .filter(({ entries }) => entries >= FEWEST)
    .sort((a, b) => b.worth - a.worth || (nameOf(a.question) < nameOf(b.question) ? -1 : 1));
  return best === undefined ? undefined : { question: best.question, entries: best.entries };
}

/** The first question of an entry that is hers to answer and that she has not left open; else the first to them. */
export function questionToShow(verdict: Verdict, left: ReadonlySet<string>): Question | undefined {
  return (
    verdict.questions.find((one) => one.of !== 'them' && !left.has(nameOf(one))) ??
    verdict.questions.find((one) => one.of === 'them') ??
    verdict.questions[0]
  );
}

/** The answers with a yes or no to one condition, or without it. */
export function withDetail(answers: Answers, code: DetailCode, said: 'yes' | 'no' | undefined): Answers {
  const { [code]: _before, ...others } = answers.details ?? {};
  return { ...answers, details: said === undefined ? others : { ...others, [code]: said } };
}

/** The answers with what an organisation has said to one question. */
export function withTold(
  answers: Answers,
  id: string,
  code: Extract<Question, { readonly of: 'them' }>['code'],
  said: 'yes' | 'no' | undefined,
): Answers {
  const { [code]: _before, ...others } = answers.told?.[id] ?? {};
  return {
    ...answers,
    told: { ...answers.told, [id]: said === undefined ? others : { ...others, [code]: said } },
  };
}
