import type { Answers, Hurry, Need } from '@leeward/directory';
import type { Said } from '@leeward/domain/request/said.ts';
import type { SupportType } from '@leeward/vocabulary';

/*
 * What a request says already, put as answers: nobody types twice what the person has told. Only what is the same fact
 * is taken over; what would be a guess is left to be asked, and what has no counterpart is named.
 */

/** Kinds of help as the door asks for them, and the needs that the directory knows. An empty list: it has none of it. */
export const needsOf: Readonly<Record<SupportType, readonly Need[]>> = {
  sup_physical_security: ['home-security'],
  sup_digital_security: ['digital-security'],
  sup_communications: ['digital-security'],
  sup_security_training: ['advice'],
  sup_secure_transport: ['leave'],
  sup_legal: ['lawyer'],
  sup_medical: ['doctor'],
  sup_psychosocial: ['counselling'],
  sup_humanitarian_family: ['family-money'],
  sup_urgent_relocation: ['leave', 'place'],
  sup_urgent_advocacy: ['being-heard'],
  sup_temporary_relocation: ['place'],
  sup_rest_respite: ['rest'],
  sup_trial_monitoring: ['prison-help'],
  sup_prison_visit: ['prison-help'],
  sup_equipment_replacement: [],
  sup_subsistence: ['money'],
  sup_organisational: ['organisation-money'],
  sup_advocacy_grant: [],
  sup_shelter_capacity: [],
  sup_fellowship_stipend: ['work-or-study'],
  sup_visa_support: ['leave'],
  sup_asylum_support: ['lawyer'],
  sup_resettlement_referral: ['resettlement'],
  sup_language_training: ['work-or-study'],
  sup_job_placement: ['work-or-study'],
  sup_accompaniment: ['home-security'],
  sup_visibility_award: ['being-heard'],
  sup_networking: ['advice'],
  sup_information: ['advice'],
  sup_return_reintegration: [],
  sup_other: [],
};

export type FromRequest = {
  readonly answers: Answers;
  /** Help that was asked for and that the directory has no need for. */
  readonly notCarried: readonly SupportType[];
};

/** The answers that a request holds. */
export function answersFrom(said: Said): FromRequest {
  const help = said.help ?? [];
  const needs = [...new Set(help.flatMap((code) => needsOf[code] ?? []))];
  const soon: Hurry | undefined = said.danger48h === 'yes' ? 'hours' : undefined;
  const languages = said.languages ?? [];
  return {
    answers: {
      ...(said.country === undefined ? {} : { present: said.country }),
      ...(needs.length === 0 ? {} : { needs }),
      ...(soon === undefined ? {} : { soon }),
      ...(languages.length === 0 ? {} : { languages }),
    },
    notCarried: help.filter((code) => (needsOf[code] ?? []).length === 0),
  };
}
