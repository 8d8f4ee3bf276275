import type { CaseEvent } from '../case/events.ts';
import type { CaseState } from '../case/state.ts';
import { sizes } from '../shared/shape.ts';

/*
 * Two officers bring the same table on two devices without a line. The row's record has the same id on both (it follows
 * from the row's key under the team's own secret), so their rows meet in one case. What the second says and the first did
 * not is added beside it; what is there already is not said again.
 */

/**
 * What a row that is brought again adds to the case that it is already. Nothing of the case is replaced: values that
 * differ stand side by side until a person chooses, and what cannot stand becomes a note.
 */
export function additionsTo(state: CaseState, events: readonly CaseEvent[]): readonly CaseEvent[] {
  return events.flatMap((event): readonly CaseEvent[] => {
    switch (event.type) {
      // Who brought it first is responsible, and under her pseudonym.
      case 'CaseOpened':
      case 'ResponsibleSet':
        return [];
      case 'CaseBrought': {
        const { brought, again } = state.parts.bring;
        const batches = brought === null ? [] : [brought.batch, ...again.map(({ batch }) => batch)];
        return state.parts.bring.out === null && batches.includes(event.batch) ? [] : [event];
      }
      case 'NoteWritten':
        return state.notes.some(({ text }) => text === event.text) ? [] : [event];
      case 'SummaryKept':
        return state.edits.some(({ field, text }) => field === event.field && text === event.value)
          ? []
          : [{ ...event, replaces: [] }];
      case 'NextStepSet':
        return state.edits.some(
          ({ field, text, date }) => field === 'nextStep' && text === event.text && date === event.date,
        )
          ? []
          : [{ ...event, replaces: [] }];
      case 'UrgencySet':
        return state.urgencyHistory.some(({ urgency }) => urgency === event.urgency)
          ? []
          : [{ ...event, replaces: [] }];
      case 'StateChanged': {
        if (state.phaseHistory.some((one) => one.state === event.state)) return [];
        // A closed case is opened by a person on purpose, and by no table.
        if (state.phase === 'case_closed')
          return [{ type: 'NoteWritten', v: 1, text: `${event.reason} ${event.state}`.slice(0, sizes.body) }];
        return [{ ...event, replaces: [] }];
      }
      default:
        return [event];
    }
  });
}
