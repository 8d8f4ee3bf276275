import type { CaseState } from '../case/state.ts';
import type { Voices } from '../consent/voices.ts';
import { factOf, peopleIn } from '../people/state.ts';
import type { Field } from '../shared/field.ts';
import { latest } from '../shared/field.ts';
import { spanOf } from '../shared/inexact-date.ts';
import { standing, valueIn } from '../shared/items.ts';
import { historyOf, holdingOn, type SituationFact } from '../situation/state.ts';
import { newEventsIn } from '../verification/of-case.ts';
import { questionPicture } from '../verification/picture.ts';
import { overConsent, programmeConsent } from './consented.ts';
import type { SaidFact } from './events.ts';
import {
  type Asked,
  type Fact,
  type FactCode,
  type FactSource,
  type Facts,
  notSaid,
  ownFact,
} from './facts.ts';
import type { EligibilityState } from './state.ts';

/*
 * The present facts of a case (invariant 7), each with where it stands. What an officer has written down about a fact
 * comes before what is worked out: she may know better, and says how she knows.
 */

type Parts = Pick<CaseState, 'parts'>;
type Worked = (state: Parts, today: string) => Fact;

/** A programme that is held against a case, and the consents of the case. */
export type HeldAgainst = { readonly voices: Voices; readonly programme: string };

/** The facts of a case on a day; with a programme and the consents of the case, also whether it may learn of her. */
export function factsIn(state: Parts, today: string, held: HeldAgainst | null = null): Facts {
  const { eligibility } = state.parts;
  return {
    ...(held && {
      consent: (rule: string) =>
        overConsent(
          saidFact(eligibility.said.get(ownFact(rule)) ?? []),
          programmeConsent(held.voices, held.programme, today),
        ),
    }),
    fact: (asked) => {
      if (asked.startsWith('test_')) return testFact(eligibility, asked);
      const said = saidFact(eligibility.said.get(asked) ?? []);
      if (said.known || said.why === 'apart') return said;
      return Object.hasOwn(worked, asked)
        ? (worked[asked as keyof typeof worked] as Worked)(state, today)
        : said;
    },
    costs: standing(eligibility.costs).map((cost) => ({
      id: cost.id,
      line: valueIn(cost, 'line') ?? '',
      amount: valueIn(cost, 'amount') ?? 0,
      whole: valueIn(cost, 'whole') ?? null,
      currency: valueIn(cost, 'currency') ?? '',
      from: valueIn(cost, 'from') ?? null,
      elsewhere: valueIn(cost, 'elsewhere') ?? 'unknown',
    })),
  };
}

function saidFact(field: Field<SaidFact>): Fact {
  const said = latest(field);
  if (said === undefined) return notSaid;
  const sources = field.map(({ value: { how, on } }): FactSource => ({ of: 'said', id: '', how, on }));
  const values = new Set(field.map(({ value }) => JSON.stringify(value.value)));
  if (values.size > 1) return { known: false, why: 'apart', sources };
  return { known: true, value: said.value, sources };
}

/** A test as the officer argued it. "Not yet" is not known; two arguments that disagree are not known either. */
function testFact(state: EligibilityState, asked: string): Fact {
  const field = [...state.tests].find(([test]) => `test_${test}` === asked)?.[1] ?? [];
  const argued = latest(field);
  if (argued === undefined) return notSaid;
  const sources = field.map(
    ({ value, at }): FactSource => ({ of: 'argument', id: at.entry, how: value.words, on: null }),
  );
  const verdicts = new Set(field.map(({ value }) => value.verdict));
  if (verdicts.size > 1) return { known: false, why: 'apart', sources };
  if (argued.verdict === 'not_yet') return { known: false, why: 'not_yet', sources };
  return { known: true, value: argued.verdict === 'yes', sources };
}

const fromSituation = (facts: readonly SituationFact[]): readonly FactSource[] =>
  facts.map((fact) => ({ of: 'situation', id: fact.id, how: valueIn(fact, 'note') ?? '', on: null }));

const known = (
  value: Extract<Fact, { readonly known: true }>['value'],
  sources: readonly FactSource[],
): Fact => ({
  known: true,
  value,
  sources,
});

const countriesOf = (facts: readonly SituationFact[]): readonly string[] => [
  ...new Set(facts.flatMap((fact) => valueIn(fact, 'country') ?? [])),
];

/** Where she is: known where all that may hold today names one country. */
const countryNow: Worked = ({ parts }, today) => {
  const facts = holdingOn(parts.situation, 'place', today).filter(
    (fact) => (valueIn(fact, 'country') ?? null) !== null,
  );
  const [country, ...others] = countriesOf(facts);
  if (country === undefined) return notSaid;
  const sources = fromSituation(facts);
  return others.length > 0 ? { known: false, why: 'apart', sources } : known(country, sources);
};

const homeCountries: Worked = ({ parts }, today) => {
  const facts = holdingOn(parts.situation, 'nationality', today);
  const countries = countriesOf(facts);
  return countries.length === 0 ? notSaid : known(countries, fromSituation(facts));
};

const abroad: Worked = (state, today) => {
  const [now, home] = [countryNow(state, today), homeCountries(state, today)];
  if (!now.known) return now;
  if (!home.known) return home;
  const isHome = Array.isArray(home.value) && home.value.includes(now.value);
  return known(!isHome, [...now.sources, ...home.sources]);
};

/** When she left: the first day outside of her own countries since she was last in one of them. */
const leftOn: Worked = (state, today) => {
  const outside = abroad(state, today);
  const home = homeCountries(state, today);
  if (!outside.known || outside.value !== true || !home.known) return notSaid;
  const own = Array.isArray(home.value) ? home.value : [];
  const way = historyOf(state.parts.situation, 'place');
  const back = way.findIndex((fact) => own.includes(valueIn(fact, 'country') ?? ''));
  const since = back === -1 ? way : way.slice(0, back);
  const first = since.at(-1);
  const from = first === undefined ? null : (valueIn(first, 'from') ?? null);
  // Of a month that she remembers, the earliest day: a deadline is not missed by a kind guess.
  const day = from === null ? null : spanOf(from).first;
  return first === undefined || day === null ? notSaid : known(day, fromSituation([first]));
};

const statusNow: Worked = (state, today) => {
  const now = countryNow(state, today);
  const facts = holdingOn(state.parts.situation, 'status', today).filter(
    (fact) => now.known && (valueIn(fact, 'country') ?? now.value) === now.value,
  );
  const statuses = [...new Set(facts.flatMap((fact) => valueIn(fact, 'status') ?? []))];
  const [status, ...others] = statuses;
  if (status === undefined || status === 'imm_unknown') return notSaid;
  const sources = fromSituation(facts);
  return others.length > 0 ? { known: false, why: 'apart', sources } : known(status, sources);
};

/**
 * Another safe place. A permanent residence is one. A second nationality may be one, and may be what she flees as well:
 * that is asked, and never worked out.
 */
const safeAbode: Worked = (state, today) => {
  const permanent = holdingOn(state.parts.situation, 'status', today).filter(
    (fact) => valueIn(fact, 'status') === 'imm_residence_permanent',
  );
  if (permanent.length > 0) return known(true, fromSituation(permanent));
  return { ...notSaid, sources: fromSituation(holdingOn(state.parts.situation, 'nationality', today)) };
};

/** The languages of the defender, as the people of the case have them. */
const languages: Worked = ({ parts }) => {
  const found = peopleIn(parts.people).filter(({ id }) =>
    (factOf(parts.people, id, 'roles') ?? []).includes('role_defender'),
  );
  const spoken = [...new Set(found.flatMap(({ id }) => factOf(parts.people, id, 'languages') ?? []))];
  const sources = found.map(({ id }): FactSource => ({ of: 'people', id, how: '', on: null }));
  return spoken.length === 0 ? notSaid : known(spoken, sources);
};

/** Whether anybody goes along: one who does is a no; everybody asked and nobody does is a yes. */
const comesAlone: Worked = ({ parts }) => {
  const others = peopleIn(parts.people).filter(
    ({ id }) => !(factOf(parts.people, id, 'roles') ?? []).includes('role_defender'),
  );
  const along = others.filter(({ id }) => factOf(parts.people, id, 'travelling') === 'yes');
  const sources = along.map(({ id }): FactSource => ({ of: 'people', id, how: '', on: null }));
  return along.length > 0 ? known(false, sources) : notSaid;
};

/** Peaceful means, as verification found it. What it could not find out is asked. */
const peaceful: Worked = (state, today) => {
  const picture = questionPicture(state.parts.verification, 'vq_nonviolence', today, newEventsIn(state));
  const sources = picture.holding.map(
    ({ finding }): FactSource => ({
      of: 'finding',
      id: finding.id,
      how: valueIn(finding, 'words') ?? '',
      on: valueIn(finding, 'on') ?? null,
    }),
  );
  if (picture.stands === 'findings_differ') return { known: false, why: 'apart', sources };
  if (picture.stands === 'contradicted') return known(false, sources);
  const found = ['stated', 'documented', 'vouched', 'independent'].includes(picture.stands);
  return found ? known(true, sources) : notSaid;
};

/** The newest incident that is not said to have nothing to do with her work; of a month, its last day. */
const lastEventOn: Worked = ({ parts }, today) => {
  const dated = standing(parts.incident.incidents).flatMap((incident) => {
    const when = valueIn(incident, 'when') ?? null;
    const span = when === null ? null : spanOf(when);
    const on = span === null ? null : (span.last ?? span.first);
    if (on === null || valueIn(incident, 'link') === 'link_unlikely') return [];
    return [{ on: on > today ? today : on, id: incident.id }];
  });
  const newest = dated.toSorted((left, right) => right.on.localeCompare(left.on))[0];
  if (newest === undefined) return notSaid;
  return known(newest.on, [{ of: 'incident', id: newest.id, how: '', on: newest.on }]);
};

const worked: Readonly<Partial<Record<FactCode, Worked>>> = {
  country_now: countryNow,
  home_countries: homeCountries,
  abroad,
  left_on: leftOn,
  last_event_on: lastEventOn,
  status: statusNow,
  safe_abode: safeAbode,
  languages,
  comes_alone: comesAlone,
  peaceful,
};

/** Whether a fact is worked out of other parts of the file, so that it is changed there and not here. */
export const isWorkedOut = (asked: Asked): boolean => Object.hasOwn(worked, asked);
