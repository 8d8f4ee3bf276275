import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { summaryFields } from '@leeward/domain/case/events.ts';

/*
 * What a synthetic case says: the events that casework leaves behind, with texts of ordinary length and nobody behind
 * them. Forty events in ten entries, as an officer's day batches them.
 */

/** Entries with content of one case. */
export const entriesPerCase = 10;
/** Events of one entry. */
export const eventsPerEntry = 4;

/** Where an event stands. The edit of the next step is always the last of its entry. */
export type Replaced = { readonly entry: string; readonly index: number };

export type SampleCase = {
  readonly number: number;
  readonly team: string;
  readonly member: string;
};

const urgencies = ['urg_immediate', 'urg_urgent', 'urg_high', 'urg_standard'] as const;
const phases = ['case_contact_safe', 'case_triaged', 'case_verifying', 'case_assessing'] as const;
const notes = [
  'Called at the agreed hour; the line was clear and she could speak. She asks for the next call on the same day.',
  'Two partners answered. One can host for three weeks from the first of the month, the other needs a letter first.',
  'Documents received by hand and read. The date on the second page differs from what was told; to be asked again.',
  'No answer today. The safe interval applies: nothing is sent before the day that was agreed.',
] as const;

export const pseudonymOf = (number: number): string => `Sample ${String(number).padStart(5, '0')}`;

/** The events of entry `index` (from 0). `before` is where the edit of the next step stands that this entry replaces. */
export function eventsOf(
  { number, team, member }: SampleCase,
  index: number,
  before: Replaced | null,
): readonly CaseEvent[] {
  const pick = <T>(list: readonly T[]): T => list[(number + index) % list.length] as T;
  const nextStep: CaseEvent = {
    type: 'NextStepSet',
    v: 1,
    text: `Call again, ask about step ${index + 1} and write down what changed`,
    date: `2031-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`,
    replaces: before === null ? [] : [before],
  };
  const urgency: CaseEvent = {
    type: 'UrgencySet',
    v: 2,
    urgency: pick(urgencies),
    reason: 'As judged with a colleague after the call.',
    replaces: null,
  };
  if (index === 0)
    return [
      {
        type: 'CaseOpened',
        v: 1,
        pseudonym: pseudonymOf(number),
        fromConversation: null,
        teams: [team],
      },
      { type: 'ResponsibleSet', v: 2, member, replaces: null },
      urgency,
      nextStep,
    ];
  const field = summaryFields[index % summaryFields.length] ?? 'situation';
  return [
    { type: 'NoteWritten', v: 1, text: pick(notes) },
    {
      type: 'SummaryKept',
      v: 1,
      field,
      value: `What is known of this after entry ${index}: ${pick(notes)}`,
      replaces: [],
    },
    index % 2 === 0
      ? urgency
      : {
          type: 'StateChanged',
          v: 2,
          state: pick(phases),
          reason: 'After what was heard.',
          closure: null,
          date: null,
          replaces: null,
        },
    nextStep,
  ];
}
