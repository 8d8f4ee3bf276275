import type { Answers, Hurry } from '@leeward/directory/answers.ts';
import type { Need } from '@leeward/directory/needs.ts';
import type { CaseState } from '@leeward/domain/case/state.ts';
import { suggestedUrgency } from '@leeward/domain/request/queue.ts';
import { saidBy } from '@leeward/domain/request/said.ts';
import type { RequestState } from '@leeward/domain/request/state.ts';
import type { SupportType } from '@leeward/vocabulary';
import type { Urgency } from '@leeward/vocabulary/lists/urgency.ts';

/**
 * What a request and its case hold already, as answers for the reasoning: nothing is typed twice, and nothing is guessed.
 * A fact is taken over only where it is the same fact; what is near it is left to be asked.
 */
export type Facts = {
  readonly answers: Answers;
  /** Help that was asked for and has no counterpart among the needs: to be said to whoever searches. */
  readonly notCarried: readonly SupportType[];
};

/** Kinds of help that are the same as a need. What is missing here is near one and not the same. */
const needsOf: Readonly<Partial<Record<SupportType, readonly Need[]>>> = {
  sup_physical_security: ['home-security'],
  sup_digital_security: ['digital-security'],
  sup_legal: ['lawyer'],
  sup_medical: ['doctor'],
  sup_psychosocial: ['counselling'],
  sup_humanitarian_family: ['family-money'],
  sup_urgent_relocation: ['leave', 'place'],
  sup_urgent_advocacy: ['being-heard'],
  sup_temporary_relocation: ['place'],
  sup_rest_respite: ['rest'],
  sup_prison_visit: ['prison-help'],
  sup_subsistence: ['money'],
  sup_organisational: ['organisation-money'],
  sup_fellowship_stipend: ['work-or-study'],
  sup_visa_support: ['leave'],
  sup_resettlement_referral: ['resettlement'],
  sup_language_training: ['work-or-study'],
  sup_job_placement: ['work-or-study'],
  sup_information: ['advice'],
};

/** How soon, by what a person judged: the definitions of the list are 48 hours, two weeks, weeks, and no hurry. */
export const hurryOf: Readonly<Record<Exclude<Urgency, 'urg_unset'>, Hurry>> = {
  urg_immediate: 'hours',
  urg_urgent: 'week',
  urg_high: 'month',
  urg_standard: 'later',
};

/** @param opened the case that the request became; null where there is none yet */
export function factsOf(request: RequestState, opened: CaseState | null): Facts {
  const said = saidBy(request);
  const help = said.help ?? [];
  const needs = [...new Set(help.flatMap((code) => needsOf[code] ?? []))];
  const soon = hurry(request, opened);
  // The door asks the writer what she reads: of somebody else it says nothing.
  const languages = said.about === 'other' || said.about === 'both' ? [] : (said.languages ?? []);
  return {
    answers: {
      // Asked of the person that it is about, whoever writes.
      ...(said.country === undefined ? {} : { present: said.country }),
      ...(needs.length === 0 ? {} : { needs }),
      ...(soon === null ? {} : { soon }),
      ...(languages.length === 0 ? {} : { languages }),
    },
    notCarried: help.filter((code) => needsOf[code] === undefined),
  };
}

/** What was judged last counts; before anybody has judged, and against an older judgement, her own word does. */
function hurry(request: RequestState, opened: CaseState | null): Hurry | null {
  if (suggestedUrgency(request) === 'urg_immediate') return 'hours';
  const judged = opened !== null && opened.urgency !== 'urg_unset' ? opened.urgency : request.urgency;
  return judged === 'urg_unset' ? null : hurryOf[judged];
}
