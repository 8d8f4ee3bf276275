import { isOver } from '@leeward/domain/case/order.ts';
import { samePerson } from '@leeward/domain/team/custody.ts';
import type { TeamState } from '@leeward/domain/team/state.ts';
import type { Engine } from '../engine.ts';
import type { CustodyView, LeftIdentity, Opening, PaperThatEnds } from './contract.ts';
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
  const papers: PaperThatEnds[] = [];
  const questions: CustodyView['questions'][number][] = [];
  for (const [record, summary] of engine.summaries) {
    if (summary.kind === 'identity' && !isOut(engine, state, record)) {
      const of = whose(engine, state, record);
      for (const access of summary.accesses) openings.push({ ...access, record, of });
      // Of a person of several cases once: her paper ends once. Not where they are all over: nobody travels on it for us.
      const goesOn = of.find(({ caseRecord }) => isOpen(engine, caseRecord));
      if (goesOn !== undefined) for (const clock of summary.papers ?? []) papers.push({ of: goesOn, clock });
    }
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
    papers,
    left: leftIdentities(engine, state),
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

/** Whether a case goes on. One that this device cannot read may. */
function isOpen(engine: Engine, record: string): boolean {
  const summary = engine.summaries.get(record);
  if (summary === undefined) return true;
  return summary.kind === 'case' && !isOver(summary.line);
}

/** Identities of which every case is forgotten. One that this device cannot tell of counts as there. */
function leftIdentities(engine: Engine, { custody }: TeamState): readonly LeftIdentity[] {
  const isForgotten = (record: string): boolean => {
    const summary = engine.summaries.get(record);
    return summary !== undefined && 'forgotten' in summary;
  };
  const left: LeftIdentity[] = [];
  for (const [record, summary] of engine.summaries) {
    if (summary.kind !== 'identity') continue;
    const [first, ...others] = custody.whose.get(record) ?? [];
    if (first === undefined || ![first, ...others].every(({ caseRecord }) => isForgotten(caseRecord)))
      continue;
    const alike = samePerson(custody, record)
      .flatMap((one) => custody.whose.get(one) ?? [])
      .filter(({ caseRecord }) => !isForgotten(caseRecord));
    left.push({
      record,
      caseRecord: first.caseRecord,
      person: first.person,
      alike: alike.map((one) => shown(engine, one)),
      opened: summary.accesses.at(-1) ?? null,
    });
  }
  return left;
}
