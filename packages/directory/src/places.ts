import { type Country, isCountry } from '@leeward/vocabulary';

/**
 * Regions as the mechanisms use them. General geography of 2026 and the member lists of the bodies named; a fund's own
 * list may differ at its edges, which is why `edges` names the countries that some lists hold and others do not: for
 * them the answer is a question.
 */

const listed = (codes: string): readonly Country[] => codes.split(' ').filter(isCountry);

const AFRICA =
  'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW';
const ASIA =
  'AF BD BN BT CN HK ID IN JP KG KH KP KR KZ LA LK MM MN MO MV MY NP PH PK SG TH TJ TL TM TW UZ VN';
const EU = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK';
const CANDIDATES = 'AL BA GE MD ME MK RS TR UA';
const COUNCIL_OF_EUROPE = `AL AD AM AT AZ BE BA BG HR CY CZ DK EE FI FR GE DE GR HU IS IE IT LV LI LT LU MT MD MC ME NL MK NO PL PT RO SM RS SK SI ES SE CH TR UA GB`;
const OAS =
  'AG AR BS BB BZ BO BR CA CL CO CR CU DM DO EC SV GD GT GY HT HN JM MX NI PA PY PE KN LC VC SR TT US UY VE';

/** A region: who is in it, and for whom lists differ. */
export type Region = { readonly members: readonly Country[]; readonly edges: readonly Country[] };

const region = (members: string, edges = ''): Region => ({ members: listed(members), edges: listed(edges) });

export const regions = {
  'R-AFR': region(AFRICA),
  'R-AFR-E': region('BI DJ ER ET KE RW SD SO SS TZ UG', 'CD KM MG MU SC'),
  'R-AFR-W': region('BF BJ CI CV GH GM GN GW LR ML MR NE NG SL SN TG', 'CM TD'),
  'R-AFR-S': region('AO BW LS MG MU MW MZ NA SC SZ ZA ZM ZW', 'CD KM TZ'),
  'R-GLR': region('BI CD RW UG', 'KE TZ CG'),
  'R-SAHEL': region('BF ML MR NE TD', 'SN NG CM SD'),
  'R-ASI': region(ASIA, 'AM AZ GE IR TR'),
  'R-SEA': region('BN ID KH LA MM MY PH SG TH TL VN'),
  'R-ASIPAC': region(`${ASIA} AU FJ FM KI MH NR NZ PG PW SB TO TV VU WS`, 'IR'),
  'R-ARAB': region('AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE', 'EH'),
  'R-ME': region('AE BH EG IL IQ IR JO KW LB OM PS QA SA SY TR YE', 'AF SD LY TN DZ MA'),
  'R-CAS': region('KG KZ TJ TM UZ', 'AF MN'),
  'R-CAU': region('AM AZ GE', 'RU'),
  'R-EUR': region(
    'AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SK SM UA VA XK',
    'AM AZ GE TR',
  ),
  'R-EU': region(EU),
  'R-EUC': region(`${EU} ${CANDIDATES}`, 'XK'),
  'R-ENP': region('AM AZ BY DZ EG GE IL JO LB LY MA MD PS SY TN UA'),
  'R-COE': region(COUNCIL_OF_EUROPE, 'XK'),
  'R-OSCE': region(`${COUNCIL_OF_EUROPE} BY CA KG KZ MN RU TJ TM US UZ VA`, 'XK'),
  // UNECE, parties to the Aarhus Convention; the European Union as such is one too.
  'R-AARHUS': region(
    'AL AM AT AZ BA BE BG CH CY CZ DE DK EE ES FI FR GB GE GR GW HR HU IE IS IT KG KZ LT LU LV MD ME MK MT NL NO PL PT RO RS SE SI SK TJ TM UA',
    'LI MC XK',
  ),
  'R-OAS': region(OAS),
  'R-LAC': region(OAS.replace(' CA ', ' ').replace(' US ', ' '), 'PR GF GP MQ'),
  'R-CAM': region('BZ CR GT HN MX NI PA SV'),
  'R-NAM': region('CA US', 'MX'),
  /** Countries on the OECD list of aid recipients: not expanded, so always a question. */
  'R-ODA': region(''),
  /** "The Global South" has no list. */
  'R-SOUTH': region(''),
} as const satisfies Record<string, Region>;

export type RegionCode = keyof typeof regions;

/** A country, a region, or everywhere. */
export type Place = Country | RegionCode | 'any';

/** For every region, who is in it (true) or at its edge (false): looked up for every mechanism. */
const lookup: ReadonlyMap<string, ReadonlyMap<string, boolean>> = new Map(
  Object.entries(regions).map(([code, { members, edges }]: [string, Region]) => [
    code,
    new Map([...edges.map((one) => [one, false] as const), ...members.map((one) => [one, true] as const)]),
  ]),
);

const OPEN_LISTS: ReadonlySet<string> = new Set(['R-ODA', 'R-SOUTH']);

export function isPlace(value: unknown): value is Place {
  return typeof value === 'string' && (value === 'any' || Object.hasOwn(regions, value) || isCountry(value));
}

/** Whether a country belongs to any of the places; `unknown` at an edge, or where the list was not seen. */
export function isWithin(country: Country, places: readonly Place[]): 'yes' | 'no' | 'unknown' {
  let unsure = false;
  for (const place of places) {
    if (place === 'any' || place === country) return 'yes';
    const listed = lookup.get(place)?.get(country);
    if (listed === true) return 'yes';
    if (listed === false || OPEN_LISTS.has(place)) unsure = true;
  }
  return unsure ? 'unknown' : 'no';
}
