import type { Engine } from '../engine.ts';
import type { CustodyView, Opening } from './contract.ts';
import { custodyTeam } from './custody-team.ts';
import { isOut, shown, whose } from './whose.ts';

/** How many openings the list shows; each identity has all of its own. */
const openingsShown = 200;

/** What custody sees of its work: questions that wait, who was let in, who opened what. Null for everybody else. */
export async function custodyView(engine: Engine): Promise<CustodyView | null> {
  const custody = await custodyTeam(engine);
  if (custody === null) return null;
  const { state } = custody;
  const openings: Opening[] = [];
  const questions: CustodyView['questions'][number][] = [];
  for (const [record, summary] of engine.summaries) {
    if (summary.kind === 'identity' && !isOut(engine, state, record))
      for (const access of summary.accesses)
        openings.push({ ...access, record, of: whose(engine, state, record) });
    if (summary.kind === 'case')
      for (const question of summary.line.identityAsked ?? [])
        questions.push({ ...shown(engine, { caseRecord: record, person: question.person }), question });
  }
  const now = engine.now();
  const given = [...state.custody.given.values()].map((one) => ({
    ...one,
    of: whose(engine, state, one.identity),
  }));
  const isInForce = ({ over, until }: (typeof given)[number]): boolean => over === null && until > now;
  return {
    questions: questions.toSorted(
      (left, right) => left.question.asked.claimedTime - right.question.asked.claimedTime,
    ),
    given: [...given.filter(isInForce), ...given.filter((one) => !isInForce(one)).toReversed()],
    openings: openings
      .toSorted((left, right) => right.claimedTime - left.claimedTime)
      .slice(0, openingsShown),
    comparisons: [...state.custody.comparisons.values()]
      .filter(({ withdrawn }) => withdrawn === null)
      .map((one) => ({
        ...one,
        leftOf: whose(engine, state, one.left),
        rightOf: whose(engine, state, one.right),
      })),
  };
}
