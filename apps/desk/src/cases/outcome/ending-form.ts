import type { OutcomeValues } from '@leeward/domain/outcome/events.ts';
import { type Ending, followUpDay, usualFollowUps } from '@leeward/domain/outcome/rules.ts';
import { newId } from '../new-id.ts';

/** What is typed about the end of a case, beside the state. Ids are made once, so that a second press makes nothing twice. */
export type EndingForm = {
  readonly ids: {
    readonly outcome: string;
    readonly farewell: string;
    readonly followUps: readonly string[];
  };
  readonly outcomes: OutcomeValues['outcomes'];
  readonly said: string;
  readonly wayBack: string;
  readonly wishes: string;
  /** Missing in a form that was begun before it was asked. */
  readonly alternatives?: string;
  /** Months after which she is asked; null while nobody has chosen, and the usual holds. */
  readonly months: readonly number[] | null;
};

export const newEnding = (): EndingForm => ({
  ids: { outcome: newId(), farewell: newId(), followUps: usualFollowUps.map(newId) },
  outcomes: [],
  said: '',
  wayBack: '',
  wishes: '',
  alternatives: '',
  months: null,
});

/** What of it is written down: nothing is made of empty fields. */
export function endingOf(form: EndingForm, months: readonly number[], today: string): Ending {
  const [said, wayBack, wishes] = [form.said.trim(), form.wayBack.trim(), form.wishes.trim()];
  const alternatives = (form.alternatives ?? '').trim();
  const nothing = wayBack === '' && wishes === '' && alternatives === '';
  return {
    outcome:
      form.outcomes.length === 0 && said === ''
        ? null
        : { id: form.ids.outcome, on: today, outcomes: form.outcomes, note: said },
    farewell: nothing ? null : { id: form.ids.farewell, wayBack, wishes, alternatives },
    followUps: usualFollowUps.flatMap((after, index) => {
      const id = form.ids.followUps[index];
      if (id === undefined || !months.includes(after)) return [];
      return [{ id, due: followUpDay(today, after), months: after }];
    }),
  };
}
