import type { CaseState } from '../case/state.ts';
import { type Incident, logOf, victimsOf } from '../incident/state.ts';
import { defendersIn } from '../people/group.ts';
import { hasRole } from '../people/state.ts';
import { type Affected, isAffectedGroup } from '../shared/affected.ts';
import { type Item, standing, valueIn } from '../shared/items.ts';
import { type Advice, adviceOn } from './advice.ts';
import { type Assessment, cellsOf } from './assessment.ts';
import { reviewsDue } from './clocks.ts';
import type { FactorValues, ThreatValues } from './items.ts';
import { gravity } from './matrix.ts';
import { type RiskStanding, standingOf } from './standing.ts';
import { assessmentsIn, shownAs } from './whom.ts';

/** For whom a note is made: a committee that decides, or one person about herself and those in her care. */
export type NoteReader = { readonly kind: 'committee' } | { readonly kind: 'person'; readonly who: Affected };

/** What a note on danger says, from the facts of the file alone; screens and papers hold the words. */
export type RiskNote = {
  readonly reader: NoteReader;
  /** How grave in all, of those of whom it speaks. */
  readonly standing: RiskStanding | null;
  readonly threats: readonly Item<ThreatValues>[];
  /** The gravest first. */
  readonly judged: readonly Assessment[];
  readonly exposes: readonly Item<FactorValues>[];
  readonly protects: readonly Item<FactorValues>[];
  /** What does either, or of which nobody knows: to be asked. */
  readonly open: readonly Item<FactorValues>[];
  /** What happened, the latest first; at most ten. Whether one is graphic stands in it. */
  readonly incidents: readonly Incident[];
  readonly more: number;
  /** When it is looked at again; null where nothing asks for it. */
  readonly next: string | null;
  /** What whoever decides should think about. Not for the person: it speaks of others too. */
  readonly advice: readonly Advice[];
};

const shownIncidents = 10;

/**
 * Makes a note. One for a person speaks of her, and of those who depend on her where she is the defender; of nobody
 * else: what others fear is theirs to tell.
 */
export function riskNoteOf(state: CaseState, reader: NoteReader, today: string): RiskNote {
  const { risk, incident, people } = state.parts;
  const own = (who: Affected): boolean => {
    if (reader.kind === 'committee') return true;
    const [shown, her] = [shownAs(state, who), shownAs(state, reader.who)];
    if (shown === her) return true;
    const isDefender = her === 'who_defender' || defendersIn(people).some(({ id }) => id === her);
    if (!isDefender) return false;
    return (
      shown === 'who_dependants' || (!isAffectedGroup(shown) && hasRole(people, shown, 'role_dependant'))
    );
  };
  const ownOrAll = (whom: readonly Affected[]): boolean => whom.length === 0 || whom.some(own);
  const assessments = assessmentsIn(state).filter(({ who }) => own(who));
  const factors = standing(risk.factors).filter((one) => ownOrAll(valueIn(one, 'whom') ?? []));
  const effectOf = (one: Item<FactorValues>): 'exposes' | 'protects' | 'open' => {
    const effect = valueIn(one, 'effect') ?? 'effect_unknown';
    if (effect === 'effect_exposes') return 'exposes';
    if (effect === 'effect_protects') return 'protects';
    return 'open';
  };
  const log = logOf(incident).filter((one) => ownOrAll(victimsOf(incident, one.id)));
  return {
    reader,
    standing: standingOf(assessments),
    threats: standing(risk.threats).filter(
      (one) => valueIn(one, 'over') !== true && ownOrAll(valueIn(one, 'whom') ?? []),
    ),
    judged: cellsOf(assessments)
      .map(({ counts }) => counts)
      .toSorted((left, right) => gravity(right.band) - gravity(left.band)),
    exposes: factors.filter((one) => effectOf(one) === 'exposes'),
    protects: factors.filter((one) => effectOf(one) === 'protects'),
    open: factors.filter((one) => effectOf(one) === 'open'),
    incidents: log.slice(0, shownIncidents),
    more: Math.max(0, log.length - shownIncidents),
    next: reviewsDue(state).find(({ who }) => who === null || own(who))?.due ?? null,
    advice: reader.kind === 'committee' ? adviceOn(state, today) : [],
  };
}
