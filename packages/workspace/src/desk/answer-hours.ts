import { canSetAnswerHours } from '@leeward/domain/organisation/rules.ts';
import {
  type AnswerHours,
  clockBy,
  isSameHours,
  usualAnswerHours,
} from '@leeward/domain/request/answer-hours.ts';
import type { Answer } from './contract.ts';
import type { QueueLine } from './conversation-contract.ts';
import type { Engine } from './engine.ts';
import { actorOf, organisationNow } from './engine.ts';
import { appended } from './questions.ts';

export type AnswerHoursCommands = {
  /** From now on requests are to be answered within these hours, in the whole organisation. */
  setAnswerHours: [{ readonly hours: AnswerHours; readonly reason: string }, null];
};

/** The hours by which the organisation answers now. */
export const hoursNow = (engine: Engine): AnswerHours =>
  organisationNow(engine).answerHours?.hours ?? usualAnswerHours;

/** Writes them into the organisation's log, as it stands when their turn comes. */
export async function setAnswerHours(
  engine: Engine,
  wanted: AnswerHoursCommands['setAnswerHours'][0],
): Promise<Answer<null>> {
  const allowed = canSetAnswerHours(organisationNow(engine), actorOf(engine), wanted);
  if (!allowed.ok) return { ok: false, error: { code: 'refused', refusal: allowed.error } };
  const answer = await appended(engine, async () =>
    isSameHours(hoursNow(engine), wanted.hours) ? null : { events: allowed.value, quoted: [] },
  );
  engine.announce('queue');
  return answer;
}

/** Lines with their clocks by these hours: what a desk keeps of a line was made when other hours may have held. */
export function inAnswerHours(
  hours: AnswerHours,
  lines: readonly QueueLine[],
  now: number,
): readonly QueueLine[] {
  return lines.map((line) => {
    if (line.clock === null) return line;
    const clock = clockBy(hours, line.suggested ?? line.urgency, line.clock, now);
    return clock === line.clock ? line : { ...line, clock };
  });
}
