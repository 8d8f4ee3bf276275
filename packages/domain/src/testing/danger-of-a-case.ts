import type { CaseEvent } from '../case/events.ts';
import { type CaseState, caseNoun, emptyCase, foldCase } from '../case/state.ts';
import type { ActValues, IncidentValues } from '../incident/events.ts';
import type { PeopleEvent } from '../people/events.ts';
import { notArgued, notConcluded } from '../risk/argued.ts';
import type { AssessmentValues } from '../risk/assessment.ts';
import { seenOf } from '../risk/assessment.ts';
import type { ActorValues, ThreatValues } from '../risk/items.ts';
import { defaultMatrix } from '../risk/matrix.ts';
import type { Actor } from '../shared/context.ts';
import { propose } from '../shared/fold.ts';
import { at, colleague, days } from './people.ts';

/* How stories about danger are told in tests: a case, day by day. Numbers of days count from 1 March 2026. */

const first = Date.parse('2026-03-01T10:00:00Z');
const officer = colleague(1, 'officer');

/** The day so many days after the story began. */
export const dayAt = (day: number): string => new Date(first + day * days).toISOString().slice(0, 10);

export type Danger = {
  readonly state: CaseState;
  /** What happens on a day; throws where a rule refuses it. */
  readonly on: (day: number, ...events: readonly CaseEvent[]) => Danger;
  readonly by: (who: Actor, day: number, ...events: readonly CaseEvent[]) => Danger;
  /** Why a rule refuses it, or null. */
  readonly refusal: (...events: readonly CaseEvent[]) => string | null;
};

let entry = 50_000;

/** Begins a story: a case that was opened on its first day, with its people. */
export function danger(people: readonly PeopleEvent[] = [], pseudonym = 'Heron 12'): Danger {
  const opening: CaseEvent = { type: 'CaseOpened', v: 1, pseudonym, fromConversation: null, teams: [] };
  return story(emptyCase).on(0, opening, ...people);
}

function story(state: CaseState): Danger {
  const by = (who: Actor, day: number, ...events: readonly CaseEvent[]): Danger => {
    const allowed = propose(caseNoun, state, who, events);
    if (!allowed.ok) throw new Error(`${allowed.error.code} ${JSON.stringify(allowed.error.details ?? {})}`);
    entry += 1;
    const context = { ...at(entry, who), claimedTime: first + day * days };
    return story(events.reduce((now, event, index) => foldCase(now, event, { ...context, index }), state));
  };
  return {
    state,
    by,
    on: (day, ...events) => by(officer, day, ...events),
    refusal: (...events) => {
      const allowed = propose(caseNoun, state, officer, events);
      return allowed.ok ? null : allowed.error.code;
    },
  };
}

export const incident = (id: string, values: Partial<IncidentValues> = {}): CaseEvent => ({
  type: 'IncidentKept',
  v: 1,
  id,
  set: { kind: 'inc_security_incident', happened: 'Told by her.', ...values },
  replaces: {},
});

export const act = (id: string, of: string, values: Partial<ActValues>): CaseEvent => ({
  type: 'IncidentActKept',
  v: 1,
  id,
  set: { incident: of, what: 'act_unknown', methods: [], victims: [], by: [], note: '', ...values },
  replaces: {},
});

export const actor = (id: string, name: string, values: Partial<ActorValues> = {}): CaseEvent => ({
  type: 'RiskActorKept',
  v: 1,
  id,
  set: {
    name,
    otherNames: [],
    kind: 'perp_intelligence',
    link: 'link_state_organ',
    country: null,
    history: notArgued,
    capability: notArgued,
    intent: notArgued,
    ...values,
  },
  replaces: {},
});

export const threat = (id: string, what: string, values: Partial<ThreatValues> = {}): CaseEvent => ({
  type: 'ThreatKept',
  v: 1,
  id,
  set: { kind: 'threat_possible', what, whom: [], conclusion: notConcluded, over: false, ...values },
  replaces: {},
});

/** A judgement by somebody who sees what stands in `seen`. */
export const judged = (
  seen: CaseState,
  id: string,
  values: Partial<AssessmentValues> & Pick<AssessmentValues, 'who' | 'on'>,
): CaseEvent => {
  const setting = values.setting ?? 'set_here';
  return {
    type: 'RiskAssessed',
    v: 1,
    id,
    setting,
    likelihood: 'like_3',
    impact: 'impact_4',
    confidence: 'conf_medium',
    reasons: 'He said it to her face, and he has done it before.',
    threats: [],
    triggers: [],
    matrix: defaultMatrix.cells,
    override: null,
    review: null,
    replaces: seenOf(seen.parts.risk.assessments, values.who, setting),
    ...values,
  };
};
