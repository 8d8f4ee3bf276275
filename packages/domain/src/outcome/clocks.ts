import type { CaseState } from '../case/state.ts';
import { type Clock, makeClock } from '../clock/clock.ts';
import { valueIn } from '../shared/items.ts';
import { openFollowUps } from './state.ts';

/** The days on which she is asked how she is: tasks are made of them, in a closed case too. It opens nothing again. */
export const clocksOfOutcome = ({ parts }: CaseState): readonly Clock[] =>
  openFollowUps(parts.outcome).flatMap((followUp) => {
    const until = valueIn(followUp, 'due');
    return until === undefined
      ? []
      : [makeClock({ kind: 'follow_up', item: followUp.id, until, part: 'outcome' })];
  });
