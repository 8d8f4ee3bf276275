import { type Country, isCountry } from '@leeward/vocabulary';

const listed = (codes: string): readonly Country[] => codes.split(' ').filter(isCountry);

/**
 * The world in parts that do not overlap, for tables: the sub-regions of the United Nations' M49 standard, by their
 * codes; their names stand in the catalogues, since not every browser knows them. Taiwan and Kosovo, which M49 does not list, stand with
 * their neighbours.
 */
export const subregions: Readonly<Record<string, readonly Country[]>> = {
  '015': listed('DZ EG EH LY MA SD TN'),
  '011': listed('BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG'),
  '017': listed('AO CD CF CG CM GA GQ ST TD'),
  '014': listed('BI DJ ER ET KE KM MG MU MW MZ RE RW SC SO SS TZ UG YT ZM ZW'),
  '018': listed('BW LS NA SZ ZA'),
  '013': listed('BZ CR GT HN MX NI PA SV'),
  '029': listed('AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI'),
  '005': listed('AR BO BR CL CO EC FK GF GY PE PY SR UY VE'),
  '021': listed('BM CA GL PM US'),
  '143': listed('KG KZ TJ TM UZ'),
  '145': listed('AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE'),
  '034': listed('AF BD BT IN IR LK MV NP PK'),
  '035': listed('BN ID KH LA MM MY PH SG TH TL VN'),
  '030': listed('CN HK JP KP KR MN MO TW'),
  '151': listed('BG BY CZ HU MD PL RO RU SK UA'),
  '154': listed('AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ'),
  '039': listed('AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK'),
  '155': listed('AT BE CH DE FR LI LU MC NL'),
  '053': listed('AU NZ'),
  '054': listed('FJ NC PG SB VU'),
  '057': listed('FM GU KI MH MP NR PW UM'),
  '061': listed('AS CK NU PF PN TK TO TV WF WS'),
};

/** The sub-region of a country. */
export function subregionOf(country: Country): string | undefined {
  return Object.keys(subregions).find((code) => subregions[code]?.includes(country));
}
