import type { Country } from '@leeward/vocabulary/countries.ts';
import type { SupportType } from '@leeward/vocabulary/lists/support-type.ts';
import type { SampleScenario } from './texts/form.ts';

/*
 * How often what happens in the sample organisation. Where programmes have published a figure, it is theirs, with its
 * source and year; the others are ours and say so. It is a picture of the field's work, not of any organisation's.
 */

/** Share of journalists who had fled or were fleeing among those helped: 101 of 158, January to June 2024 (CPJ, 2024). */
export const journalistsAbroad = 101 / 158;
/** Share of requests to a helpline after something had happened, the others asking ahead: 82 % (Access Now, 2023). */
export const reactive = 0.82;
/** Share of killed defenders who defended land or the environment: 20.4 % (Front Line Defenders, Global Analysis 2024/25). */
export const landDefenders = 0.204;
/** Share of grants that paid for temporary relocation: 174 of 484 (Front Line Defenders, 2017). */
export const relocationSought = 174 / 484;
/** Share of relocation grants that included relatives: 57 % (ProtectDefenders.eu, 2022 to October 2023). */
export const withRelatives = 0.57;
/**
 * Share of requests that became somebody supported. Published: 198 of 1,328 (Rainbow Railroad, 2018), 4,560 of nearly
 * 10,000 (2022). Ours lies between.
 */
export const taken = 0.3;
/** On a crisis day requests come twenty times as often (our design target for installations, with the sources that led to it). */
export const crisisFactor = 20;

/** Ours, without a published figure. */
export const ours = {
  /** Requests that are not about the defence of rights at all. */
  notForUs: 0.08,
  /** Written for somebody else. */
  forOthers: 0.12,
  /** Says that somebody may be harmed within two days. */
  inDanger: 0.14,
  unsureOfDanger: 0.22,
  /** Answered within the response clock. */
  inTime: 0.86,
  /** Writes again after our first answer. */
  writesAgain: 0.6,
} as const;

const preventive = 1 - reactive;
const journalists = 0.25;
const rest = 1 - landDefenders - preventive - journalists;

/** Why people write, among those who write about the defence of rights. */
export const scenarios: readonly (readonly [SampleScenario, number])[] = [
  ['landThreatened', landDefenders],
  ['respite', preventive * 0.55],
  ['phoneWatched', preventive * 0.45],
  ['journalistAbroad', journalists * journalistsAbroad],
  ['equipmentTaken', journalists * (1 - journalistsAbroad)],
  ['hiding', rest * 0.25],
  ['lawyerCharged', rest * 0.2],
  ['familyWithChildren', rest * 0.2],
  ['forColleague', rest * 0.17],
  ['followedAbroad', rest * 0.18],
];

/** Languages that people write in, where they may be from, and where they may be now. */
export type Origin = {
  readonly language: string;
  readonly country: Country;
  readonly abroad: readonly Country[];
};

/**
 * Where people come from. The weights of the first five are the journalists whom CPJ helped into exile in 2024 (Myanmar 40,
 * Afghanistan 28, Sudan 23, Kyrgyzstan 23, Nicaragua 12); the countries after them are the top origins of
 * ProtectDefenders.eu's first three years, with a weight of ours; the last ones bring in languages.
 */
export const origins: readonly (readonly [Origin, number])[] = [
  [{ language: 'my', country: 'MM', abroad: ['TH', 'IN'] }, 40],
  [{ language: 'fa', country: 'AF', abroad: ['PK', 'DE'] }, 28],
  [{ language: 'ar', country: 'SD', abroad: ['EG', 'UG', 'KE'] }, 23],
  [{ language: 'ru', country: 'KG', abroad: ['KZ', 'DE'] }, 23],
  [{ language: 'es', country: 'NI', abroad: ['CR', 'ES'] }, 12],
  [{ language: 'ar', country: 'SY', abroad: ['TR', 'LB', 'DE'] }, 15],
  [{ language: 'fr', country: 'BI', abroad: ['RW', 'UG'] }, 10],
  [{ language: 'es', country: 'HN', abroad: ['MX', 'ES'] }, 15],
  [{ language: 'ru', country: 'RU', abroad: ['GE', 'RS', 'DE'] }, 15],
  [{ language: 'zh', country: 'CN', abroad: ['JP', 'US'] }, 12],
  [{ language: 'fa', country: 'IR', abroad: ['TR', 'DE'] }, 15],
  [{ language: 'fr', country: 'CD', abroad: ['UG', 'BE'] }, 12],
  [{ language: 'uk', country: 'UA', abroad: ['PL', 'CZ'] }, 8],
  [{ language: 'tr', country: 'TR', abroad: ['DE', 'SE'] }, 8],
  [{ language: 'pt', country: 'BR', abroad: ['PT'] }, 8],
  [{ language: 'sw', country: 'TZ', abroad: ['KE'] }, 8],
  [{ language: 'en', country: 'UG', abroad: ['KE', 'NL'] }, 12],
];

/** What is asked for, besides relocation. */
export const alsoSought: Readonly<Record<SampleScenario, readonly SupportType[]>> = {
  journalistAbroad: ['sup_visa_support', 'sup_asylum_support', 'sup_subsistence'],
  landThreatened: ['sup_physical_security', 'sup_accompaniment', 'sup_urgent_advocacy'],
  hiding: ['sup_urgent_relocation', 'sup_psychosocial'],
  lawyerCharged: ['sup_legal', 'sup_trial_monitoring'],
  familyWithChildren: ['sup_humanitarian_family', 'sup_psychosocial'],
  respite: ['sup_rest_respite', 'sup_psychosocial'],
  forColleague: ['sup_legal', 'sup_urgent_advocacy', 'sup_prison_visit'],
  followedAbroad: ['sup_digital_security', 'sup_legal'],
  equipmentTaken: ['sup_equipment_replacement', 'sup_legal'],
  phoneWatched: ['sup_digital_security', 'sup_security_training'],
  notForUs: ['sup_other'],
};
