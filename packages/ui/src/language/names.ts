/**
 * Names of countries and languages in the reader's language, from the browser's own tables: no payload carries them.
 */

export type Named = { readonly code: string; readonly name: string };

/** ISO 3166-1 alpha-2 codes and XK: where people may be now. Naming a place here is no position on its status. */
const countryCodes =
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF ' +
  'CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE ' +
  'GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN ' +
  'KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY ' +
  'MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD ' +
  'SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA ' +
  'VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW';

/** Languages that are offered to choose from; any other can be typed. Order does not matter, screens sort by name. */
const spokenLanguages =
  'am ar az be bn ckb zh en es fa fa-AF fr ha hi hy id ka kk km kmr ko ky lo my ne om ps pt ru rw si so sw ta tg th ti ' +
  'tk tr ug uk ur uz vi';

/** All countries, sorted as the reader's language sorts them. */
export function countries(locale: string): readonly Named[] {
  return named(locale, countryCodes, (code) => countryName(locale, code));
}

/** The languages to choose from, each under its own name, so that its readers find it whatever the page speaks. */
export function languageChoices(locale: string): readonly Named[] {
  return named(locale, spokenLanguages, ownLanguageName);
}

/** The name of a country in the reader's language; the code itself where the browser does not know it. */
export function countryName(locale: string, code: string): string {
  return displayName(locale, 'region', code);
}

/** The name of a language in the reader's language; the tag itself where the browser does not know it. */
export function languageName(locale: string, tag: string): string {
  return displayName(locale, 'language', tag);
}

/** The name that a language has in itself. */
export function ownLanguageName(tag: string): string {
  return displayName(tag, 'language', tag);
}

function displayName(locale: string, type: 'region' | 'language', code: string): string {
  try {
    return new Intl.DisplayNames([locale], { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

function named(locale: string, codes: string, nameOf: (code: string) => string): readonly Named[] {
  const order = new Intl.Collator(locale).compare;
  return codes
    .split(' ')
    .map((code) => ({ code, name: nameOf(code) }))
    .sort((a, b) => order(a.name, b.name));
}
