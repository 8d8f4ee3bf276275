import fc from 'fast-check';
import type { Answers } from '../answers.ts';
import { hurries } from '../answers.ts';
import { asks, events, kinds, openers, parties, profiles, services, states, statuses } from '../codes.ts';
import { type Condition, conditions } from '../conditions/index.ts';
import type { Entry } from '../entry.ts';
import type { Gate } from '../gate.ts';
import { needs } from '../needs.ts';
import type { Place } from '../places.ts';

/** A mechanism that takes everybody, everywhere, for everything, and of which everything was seen: tests narrow it. */
export const openDoor: Entry = {
  id: 'open-door',
  name: 'Open Door',
  otherNames: [],
  organisation: 'Example Fund',
  kind: 'emergency-grant',
  summary: { text: 'An example.', language: 'en' },
  sameForm: null,
  gives: {
    services: ['emergency-money', 'housing'],
    servicesSeen: true,
    sums: [],
    months: { min: 1, max: 24 },
    hostedIn: [],
    notCovered: [],
  },
  who: ['anybody'],
  where: [{ basis: 'present', places: ['any'] }],
  exile: 'yes',
  parties: null,
  family: 'yes',
  return: 'open',
  gates: [],
  wishes: [],
  openers: ['self'],
  asks: [],
  application: null,
  languages: ['en'],
  contact: { ways: ['form'], secure: 'unknown', words: null },
  dangers: [],
  speed: { answerHours: 24, urgentHours: 24, decisionDays: { min: 1, max: 7 }, helpDays: 1, words: null },
  clocks: [],
  state: { is: 'open', calls: [], since: null },
  link: { url: 'https://example.org/help', own: true },
  sourceDated: { from: '2026-06', to: '2026-06', words: null },
  readOn: '2026-11',
  checked: null,
  confidence: 'high',
  remarks: [],
};

/** The open door, narrowed. */
export const door = (narrower: Partial<Entry>): Entry => ({ ...openDoor, ...narrower });

const someOf = <T>(values: readonly T[], minLength = 0): fc.Arbitrary<T[]> =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength, maxLength: 4 });

const places = [
  'BY',
  'GE',
  'DE',
  'SD',
  'EG',
  'GT',
  'US',
  'R-EUR',
  'R-AFR',
  'R-ODA',
  'R-CAU',
  'R-LAC',
  'any',
] as const satisfies readonly Place[];
const somePlaces = someOf<Place>(places, 1);
const countries = ['BY', 'GE', 'DE', 'SD', 'EG', 'GT', 'US', 'AZ', 'RU'] as const;
const someConditions = Object.keys(conditions).slice(0, 12) as Condition[];
const date = fc.constantFrom('2024', '2025-01', '2025-11-02', '2026-05', '2026-08', '2026-11', '2026-11-20');

const single: fc.Arbitrary<Exclude<Gate, { on: 'either' }>> = fc.oneof(
  fc.record({ on: fc.constant('present' as const), in: somePlaces }),
  fc.record({ on: fc.constant('present' as const), notIn: somePlaces }),
  fc.record({ on: fc.constant('present' as const), abroad: fc.boolean() }),
  fc.record({ on: fc.constant('origin' as const), in: somePlaces }),
  fc.record({ on: fc.constant('origin' as const), notIn: somePlaces, notOnly: fc.boolean() }),
  fc.record({ on: fc.constant('work' as const), any: someOf(profiles, 1) }),
  fc.record({ on: fc.constant('status' as const), any: someOf(statuses, 1) }),
  fc.record({ on: fc.constant('status' as const), none: someOf(statuses, 1) }),
  fc.record({ on: fc.constant('party' as const), any: someOf(parties, 1) }),
  fc.record({ on: fc.constant('age' as const), min: fc.nat(40), max: fc.integer({ min: 41, max: 90 }) }),
  fc.record({ on: fc.constant('danger' as const), any: someOf(events, 1), withinDays: fc.nat(400) }),
  fc.constant({ on: 'danger' as const }),
  fc.record({ on: fc.constant('away' as const), maxMonths: fc.nat(60) }),
  fc.record({ on: fc.constant('away' as const), minMonths: fc.nat(60) }),
  fc.record({
    on: fc.constant('return' as const),
    is: fc.constantFrom('willing' as const, 'cannot' as const),
  }),
  fc.record({ on: fc.constant('language' as const), any: someOf(['en', 'fr', 'ar'] as const, 1) }),
  fc.record({ on: fc.constant('detail' as const), code: fc.constantFrom(...someConditions) }),
);
const gate: fc.Arbitrary<Gate> = fc.oneof(
  { weight: 4, arbitrary: single },
  fc.record({ on: fc.constant('either' as const), of: fc.array(single, { minLength: 2, maxLength: 3 }) }),
);

/** Any mechanism at all, sensible or not. */
export const anyEntry: fc.Arbitrary<Entry> = fc
  .record({
    kind: fc.constantFrom(...kinds),
    services: someOf(services),
    months: fc.record({
      min: fc.option(fc.integer({ min: 0, max: 6 })),
      max: fc.option(fc.integer({ min: 6, max: 36 })),
    }),
    who: someOf(profiles, 1),
    where: fc.array(
      fc.record({
        basis: fc.constantFrom('present' as const, 'origin' as const, 'impact' as const, 'unknown' as const),
        places: fc.oneof(somePlaces, fc.constant('unknown' as const)),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    exile: fc.constantFrom('yes' as const, 'no' as const, 'ask' as const),
    parties: fc.option(someOf(parties, 1)),
    family: fc.constantFrom('yes' as const, 'case-by-case' as const, 'no' as const, 'unknown' as const),
    return: fc.constantFrom('expected' as const, 'impossible' as const, 'open' as const, 'unknown' as const),
    gates: fc.array(gate, { maxLength: 3 }),
    wishes: fc.array(gate, { maxLength: 2 }),
    openers: someOf(openers),
    asks: someOf(asks),
    hours: fc.option(fc.nat(3000)),
    state: fc.constantFrom(...states),
    call: fc.option(fc.record({ opens: fc.option(date), closes: fc.option(date) })),
    clocks: fc.array(
      fc.record({
        within: fc.nat(100),
        unit: fc.constantFrom('hours' as const, 'days' as const, 'working-days' as const, 'months' as const),
        side: fc.constantFrom('before' as const, 'after' as const),
        of: fc.constantFrom(...events),
        hard: fc.boolean(),
      }),
      { maxLength: 1 },
    ),
    confidence: fc.constantFrom('high' as const, 'medium' as const, 'low' as const),
    dated: fc.option(date),
    id: fc.stringMatching(/^[a-z]{3,8}$/),
  })
  .map((drawn) => ({
    ...openDoor,
    id: drawn.id,
    kind: drawn.kind,
    gives: {
      ...openDoor.gives,
      services: drawn.services,
      servicesSeen: drawn.services.length > 0,
      months: drawn.months,
    },
    who: drawn.who,
    where: drawn.where,
    exile: drawn.exile,
    parties: drawn.parties,
    family: drawn.family,
    return: drawn.return,
    gates: drawn.gates,
    wishes: drawn.wishes,
    openers: drawn.openers,
    asks: drawn.asks,
    speed: {
      ...openDoor.speed,
      answerHours: null,
      urgentHours: drawn.hours,
      decisionDays: { min: null, max: null },
    },
    state: { is: drawn.state, calls: drawn.call ? [drawn.call] : [], since: null },
    clocks: drawn.clocks,
    confidence: drawn.confidence,
    sourceDated: { from: drawn.dated, to: drawn.dated, words: null },
  }));

/** Any answers at all: each question may be unanswered. */
export const anyAnswers: fc.Arbitrary<Answers> = fc.record(
  {
    present: fc.constantFrom(...countries),
    origin: fc.uniqueArray(fc.constantFrom(...countries), { minLength: 1, maxLength: 2 }),
    status: fc.constantFrom(...statuses),
    work: someOf(profiles),
    happened: someOf(events),
    happenedOn: date,
    leftOn: date,
    party: fc.constantFrom(...parties),
    needs: someOf(needs),
    months: fc.integer({ min: 0, max: 36 }),
    atMost: fc.integer({ min: 0, max: 36 }),
    soon: fc.constantFrom(...hurries),
    canReturn: fc.constantFrom('yes' as const, 'no' as const, 'unsure' as const),
    languages: someOf(['en', 'fr', 'ar', 'es'] as const),
    age: fc.nat(90),
    details: fc.dictionary(
      fc.constantFrom(
        ...someConditions,
        'come-alone',
        'has-host',
        'is-woman-journalist',
        'is-organisation',
        'is-land-defender',
        'is-lawyer',
      ),
      fc.constantFrom('yes', 'no'),
    ),
  },
  { requiredKeys: [] },
);
