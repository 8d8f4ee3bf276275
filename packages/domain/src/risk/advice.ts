import type { CaseState } from '../case/state.ts';
import { actsOf, type Incident, logOf } from '../incident/state.ts';
import { defendersIn } from '../people/group.ts';
import type { Affected } from '../shared/affected.ts';
import { spanOf } from '../shared/inexact-date.ts';
import { type Item, standing, valueIn } from '../shared/items.ts';
import { cellsOf } from './assessment.ts';
import type { ThreatValues } from './items.ts';
import { gravity } from './matrix.ts';
import { plannedMoves, unjudgedOnTheWay } from './moves.ts';
import { assessmentsIn, shownAs, toBeJudged } from './whom.ts';

/** What the file itself gives to think about. Each says on what it rests; none decides anything. */
export type Advice = {
  readonly code: AdviceCode;
  /** Ids of the threats, incidents, factors or persons on which it rests. */
  readonly of: readonly string[];
};

export type AdviceCode =
  /** Something was declared and then somebody fell silent. */
  | 'silence'
  /** A clear threat is present: raising capacities is too slow. */
  | 'act'
  /** Relatives or colleagues are punished in her place, and their risk was not judged. */
  | 'proxy'
  /** Somebody is threatened or was harmed, and was never judged. */
  | 'unjudged'
  /** A move is planned, and the way or the destination was not judged. */
  | 'move'
  /** Two people judged apart. */
  | 'apart'
  /** Judged lower than the matrix says. */
  | 'lower'
  /** Grave, and known from thin sources. */
  | 'thin'
  /** Whether being known protects or exposes her: nobody asked. */
  | 'profile'
  /** A threat without an objective tied to the work. */
  | 'objective'
  /** No threat is known: strictly, no risk; prepare all the same. */
  | 'nothing';

/** For how long a declared threat counts as present where nobody has said that it is over. */
const presentDays = 90;
const likely: ReadonlySet<string> = new Set(['like_4', 'like_5']);
const profile: ReadonlySet<string> = new Set(['cap_public_profile', 'vul_visibility', 'cap_media_access']);

/** What somebody who judges this file should look at, the gravest first. */
export function adviceOn(state: CaseState, today: string): readonly Advice[] {
  const { risk } = state.parts;
  const threats = standing(risk.threats).filter((one) => valueIn(one, 'over') !== true);
  const log = logOf(state.parts.incident);
  const cells = cellsOf(assessmentsIn(state));
  const judged = new Set(cells.map(({ who }) => who));
  const named = toBeJudged(state);
  const proxies = struckInHerPlace(state, log);
  const profiles = standing(risk.factors).filter(
    (one) =>
      profile.has(valueIn(one, 'factor') ?? '') &&
      (valueIn(one, 'asked') !== true || (valueIn(one, 'effect') ?? 'effect_unknown') === 'effect_unknown'),
  );
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
  const found: readonly (readonly [AdviceCode, readonly string[]])[] = [
    ['silence', silenceAfterThreat(log, threats)],
    ['act', [...ids(threats.filter(isClear)), ...ids(log.filter((one) => isPresent(one, today)))]],
    ['proxy', proxies.filter((who) => !judged.has(who))],
    ['unjudged', named.filter((who) => !judged.has(who) && !proxies.includes(who))],
    ['move', movesUnjudged(state, today)],
    ['apart', cells.filter((one) => one.standing.length > 1).map(({ who }) => who)],
    ['lower', ids(cells.map((one) => one.counts).filter((one) => gravity(one.band) < gravity(one.byMatrix)))],
    [
      'thin',
      ids(
        cells
          .map((one) => one.counts)
          .filter((one) => one.confidence === 'conf_low' && gravity(one.band) >= gravity('risk_high')),
      ),
    ],
    ['profile', ids(profiles)],
    ['objective', ids(threats.filter((one) => (valueIn(one, 'objective') ?? '') === ''))],
  ];
  const advice = found.flatMap(([code, of]) => (of.length === 0 ? [] : [{ code, of: [...new Set(of)] }]));
  return threats.length === 0 ? [...advice, { code: 'nothing', of: [] }] : advice;
}

/** A declared threat, or one that was concluded to be likely. */
function isClear(threat: Item<ThreatValues>): boolean {
  return (
    valueIn(threat, 'kind') === 'threat_declared' ||
    likely.has(valueIn(threat, 'conclusion')?.likelihood ?? '')
  );
}

/** A threat that was declared, or an attack, in the last weeks. */
function isPresent(incident: Incident, today: string): boolean {
  const kind = valueIn(incident, 'kind');
  if (kind !== 'inc_declared_threat' && kind !== 'inc_attack') return false;
  const last = lastDay(incident);
  if (last === null) return true;
  const ago = (Date.parse(today) - Date.parse(last)) / 86_400_000;
  return ago <= presentDays;
}

const lastDay = (incident: Incident): string | null => {
  const when = valueIn(incident, 'when');
  return when == null ? null : spanOf(when).last;
};

/** Agreed contacts that did not happen after a threat was declared: both, so that the reader sees the order. */
function silenceAfterThreat(
  log: readonly Incident[],
  threats: readonly Item<ThreatValues>[],
): readonly string[] {
  const declared = log.filter((one) => valueIn(one, 'kind') === 'inc_declared_threat');
  const named = threats.filter((one) => valueIn(one, 'kind') === 'threat_declared');
  const since = [...declared, ...named].map((one) => one.steps[0]?.position ?? 0);
  if (since.length === 0) return [];
  const firstDays = declared.flatMap((one) => {
    const when = valueIn(one, 'when');
    const first = when == null ? null : spanOf(when).first;
    return first === null ? [] : [first];
  });
  const silences = log.filter((one) => {
    if (valueIn(one, 'kind') !== 'inc_missed_check_in') return false;
    const last = lastDay(one);
    if (last !== null && firstDays.length > 0) return firstDays.some((first) => first <= last);
    return Math.min(...since) <= (one.steps[0]?.position ?? 0);
  });
  return silences.length === 0 ? [] : [...silences, ...declared, ...named].map(({ id }) => id);
}

/** Whom an act struck in the place of somebody else. */
export function struckInHerPlace(state: CaseState, log: readonly Incident[]): readonly Affected[] {
  const { incident } = state.parts;
  const victims = log.flatMap((one) =>
    actsOf(incident, one.id).flatMap((act) => {
      const [what, methods] = [valueIn(act, 'what') ?? '', valueIn(act, 'methods') ?? []];
      const byProxy =
        what.startsWith('act_family_') ||
        methods.includes('tnr_proxy_coercion') ||
        methods.includes('tnr_exit_ban_relatives');
      return byProxy ? (valueIn(act, 'victims') ?? []) : [];
    }),
  );
  const defenders = new Set<string>([...defendersIn(state.parts.people).map(({ id }) => id), 'who_defender']);
  return [...new Set(victims.map((who) => shownAs(state, who)))].filter((who) => !defenders.has(who));
}

/** Moves to come for which the way or the destination was not judged since they were planned. */
function movesUnjudged(state: CaseState, today: string): readonly string[] {
  const { risk } = state.parts;
  const planned = plannedMoves(state).flatMap((measure) =>
    unjudgedOnTheWay(risk.assessments, measure.steps[0]?.position ?? 0).length === 0 ? [] : [measure.id],
  );
  const noted = standing(risk.changes).flatMap((one) => {
    if (valueIn(one, 'kind') !== 'change_move') return [];
    const on = valueIn(one, 'on') ?? null;
    if (on !== null && on < today) return [];
    const since = one.steps[0]?.position ?? 0;
    return unjudgedOnTheWay(risk.assessments, since).length === 0 ? [] : [one.id];
  });
  return [...noted, ...planned];
}
