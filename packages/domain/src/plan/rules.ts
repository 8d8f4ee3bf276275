import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { MeasureAnswer, PlanEvent } from './events.ts';
import { gapsOf, type Measure, timesWritten } from './state.ts';

/** What she said to a measure, as the form of a screen holds it. */
export type HerAnswer = {
  readonly answer: MeasureAnswer;
  readonly on: string;
  readonly way: string;
  readonly words: string;
  readonly item: string | null;
};

/**
 * Write down what she said to a measure, as it stands on this screen. Moving somebody is agreed to only where it was
 * argued why it is the best way and what else was considered; to refuse and to doubt needs no argument of ours.
 */
export function canNoteHerAnswer(measure: Measure, said: HerAnswer): Result<PlanEvent, Refusal> {
  if (said.way.trim() === '') return err(refusal('malformed', { path: 'way', problem: 'empty' }));
  const [gap] = gapsOf(measure);
  if (said.answer === 'agreed' && gap !== undefined)
    return err(refusal('malformed', { path: gap, problem: 'empty' }));
  const { answer, on, item } = said;
  const [way, words] = [said.way.trim(), said.words.trim()];
  const seen = timesWritten(measure);
  return ok({ type: 'MeasureAnswered', v: 1, measure: measure.id, answer, on, way, words, item, seen });
}
