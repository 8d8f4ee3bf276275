import type { MeasureKind } from '@leeward/domain/plan/measures.ts';
import type { SampleScenario } from './texts/form.ts';

/** What a case of the sample is about: who is in it, what happened, who is behind it, and what is done. */
export type Kind = {
  readonly who: 'alone' | 'children' | 'elder';
  readonly incident: readonly [
    'inc_declared_threat' | 'inc_attack' | 'inc_legal_step' | 'inc_security_incident',
    string,
  ];
  readonly actor: readonly [
    string,
    'perp_police' | 'perp_intelligence' | 'perp_landowner' | 'perp_diaspora_agent' | 'perp_unknown',
  ];
  readonly factor:
    | 'vul_visibility'
    | 'vul_dependants'
    | 'vul_legal_exposure'
    | 'vul_isolation'
    | 'vul_weak_digital';
  readonly measures: readonly (readonly [MeasureKind, string])[];
};

const followed: Kind = {
  who: 'alone',
  incident: ['inc_security_incident', 'The same car stood in front of the house on three evenings.'],
  actor: ['Men in a grey car', 'perp_unknown'],
  factor: 'vul_isolation',
  measures: [
    ['change_of_routine', 'Leaves and comes home at changing hours, by two ways.'],
    ['digital_security', 'A talk with the helpline about the phone.'],
  ],
};

const kinds: Readonly<Partial<Record<SampleScenario, Kind>>> = {
  landThreatened: {
    who: 'children',
    incident: ['inc_declared_threat', 'A man said at the market that the next harvest would be the last.'],
    actor: ['Guards of the estate', 'perp_landowner'],
    factor: 'vul_dependants',
    measures: [
      ['accompaniment', 'Somebody of the network comes along to the hearing.'],
      ['internal_relocation', 'Two rooms in the next district until the hearing is over.'],
    ],
  },
  lawyerCharged: {
    who: 'elder',
    incident: ['inc_legal_step', 'Summoned as a witness; the file says suspect.'],
    actor: ['The prosecutor’s office', 'perp_police'],
    factor: 'vul_legal_exposure',
    measures: [
      ['legal_defence', 'A second lawyer reads the file before the next date.'],
      ['advocacy', 'The bar association is told, and writes to the court.'],
    ],
  },
  familyWithChildren: {
    who: 'children',
    incident: ['inc_attack', 'Stones through the window at night. Nobody was hurt.'],
    actor: ['Not known', 'perp_unknown'],
    factor: 'vul_dependants',
    measures: [['safe_house', 'A flat of the network for four weeks.']],
  },
  followedAbroad: {
    ...followed,
    actor: ['Two men who speak her language', 'perp_diaspora_agent'],
    factor: 'vul_visibility',
  },
  phoneWatched: { ...followed, actor: ['The service', 'perp_intelligence'], factor: 'vul_weak_digital' },
};

/** Of which kind a case is that began with such a request. */
export const kindOf = (scenario: SampleScenario): Kind => kinds[scenario] ?? followed;
