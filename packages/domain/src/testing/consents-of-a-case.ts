import type { ConsentAsk } from '../consent/ask.ts';
import { assurances, type ConsentEvent, type WitnessedYes } from '../consent/events.ts';
import { consentsPart } from '../consent/part.ts';
import { type ConsentsState, noConsents } from '../consent/record.ts';
import type { Consent, ConsentStep } from '../consent/state.ts';
import type { DoorConsents, Voices } from '../consent/voices.ts';
import { emptyPeople, type PeopleState } from '../people/state.ts';
import type { Actor } from '../shared/context.ts';
import type { Refusal } from '../shared/refusal.ts';
import type { Result } from '../shared/result.ts';
import { at, colleague, hash, id } from './people.ts';

const officer = colleague(1, 'officer');

/** A consent that is asked: with a partner, by name and story, until it says otherwise. */
export const askOf = (number: number, more: Partial<ConsentAsk> = {}): ConsentAsk => ({
  id: id(number),
  purpose: 'con_referral_identity',
  recipient: 'North Wind House',
  fields: ['name', 'story'],
  text: 'We would tell North Wind House your name and what happened. A no changes nothing.',
  version: 1,
  language: 'es',
  until: null,
  ...more,
});

/** A yes heard by an officer on a day. */
export const yesOf = (
  ask: ConsentAsk,
  person: string,
  more: Partial<WitnessedYes> = {},
): Extract<ConsentEvent, { readonly type: 'ConsentWitnessed' }> => ({
  type: 'ConsentWitnessed',
  v: 1,
  ask,
  person,
  saidBy: [],
  childView: '',
  how: 'conch_oral_noted',
  on: '2026-11-20',
  words: 'Yes, tell them.',
  interpreter: '',
  assured: assurances,
  ...more,
});

let entry = 20_000;

/** What the fold makes of one event by somebody. */
export function tryConsent(
  state: ConsentsState,
  event: ConsentEvent,
  who: Actor = officer,
): Result<ConsentsState, Refusal> {
  entry += 1;
  return consentsPart.apply(state, event, at(entry, who));
}

/** The consents after these events, each by somebody. Throws where one is refused. */
export function tellConsents(
  events: readonly (ConsentEvent | readonly [ConsentEvent, Actor])[],
  start: ConsentsState = noConsents,
): ConsentsState {
  return events.reduce<ConsentsState>((state, one) => {
    const [event, who] = 'type' in one ? [one, officer] : one;
    const after = tryConsent(state, event, who);
    if (!after.ok) throw new Error(`${event.type}: ${after.error.code}`);
    return after.value;
  }, start);
}

/** A consent from the door, with what she said to it. */
export const doorConsent = (ask: ConsentAsk, ...steps: readonly Partial<ConsentStep>[]): Consent => ({
  ask,
  askedIn: hash(70),
  askedBy: officer.member,
  askedAt: Date.parse('2026-11-01T10:00:00Z'),
  history: steps.map((step, index) => ({
    answer: 'given',
    at: Date.parse('2026-11-10T10:00:00Z') + index,
    // Told apart by their times where they belong to several questions.
    place: step.at === undefined ? index : step.at / 1000,
    item: hash(80 + index),
    words: '',
    effect: 'counts',
    ...step,
  })),
});

export const firstDoor = hash(60);

/** Everything that consents of a case are read from. */
export const voices = (
  consents: ConsentsState,
  people: PeopleState = emptyPeople,
  door: DoorConsents['consents'] | 'none' = 'none',
): Voices => ({
  people,
  consents,
  from: door === 'none' ? null : firstDoor,
  doors: door === 'none' ? [] : [{ conversation: firstDoor, consents: door }],
});
