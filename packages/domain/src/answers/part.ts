import type { CasePart } from '../case/part.ts';
import { applyItem, conflictsOf } from '../shared/items.ts';
import { refusal } from '../shared/refusal.ts';
import { err } from '../shared/result.ts';
import {
  type AnswersEvent,
  aboutField,
  answersItems,
  answersShapes,
  formField,
  fromField,
  mostAnswers,
  withBoxes,
} from './events.ts';
import type { AnswersState } from './state.ts';

/** Answers to the organisation's own questions as a part of a case. */
export const answersPart: CasePart<AnswersState, AnswersEvent> = {
  empty: new Map(),
  shapes: answersShapes,
  upcasts: [],
  action: () => answersItems.action,
  gives: new Set(),
  apply: (state, written, context) => {
    const event = written.type === 'AnswersSealed' ? withBoxes(written) : written;
    if (event === null) return err(refusal('malformed', { path: 'boxes', problem: 'missing' }));
    const known = state.get(event.id);
    if ('set' in event && known !== undefined) {
      // What was answered stays under the form that was asked, about whom it was asked.
      for (const name of [formField, aboutField, fromField]) {
        const value = event.set[name];
        if (value !== undefined && value !== known.fields[name]?.at(-1)?.value)
          return err(refusal('malformed', { path: `set.${name}`, problem: 'unexpected' }));
      }
      const fresh = Object.keys(event.set).filter((path) => known.fields[path] === undefined).length;
      if (Object.keys(known.fields).length + fresh > mostAnswers)
        return err(refusal('too_many', { limit: mostAnswers }));
    }
    return applyItem(answersItems, state, event, context);
  },
  conflicts: (state) => [...state.values()].reduce((sum, item) => sum + conflictsOf(item).length, 0),
};
