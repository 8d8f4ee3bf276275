/**
 * What can be done, from least to most uprooting, in the order of the handbook (3.6). The order is the point: moving
 * somebody stands last, and *not relocating* must be easy to choose and to record.
 */
export const measureKinds = [
  'advocacy',
  'accompaniment',
  'legal_defence',
  'security_equipment',
  'digital_security',
  'psychosocial_care',
  'change_of_routine',
  'safe_house',
  'internal_relocation',
  'regional_relocation',
  'international_relocation',
] as const;
export type MeasureKind = (typeof measureKinds)[number];

/** Those that uproot: funds ask why this is the best strategy and what else was considered. */
const uprooting: ReadonlySet<string> = new Set<MeasureKind>([
  'internal_relocation',
  'regional_relocation',
  'international_relocation',
]);
export const isRelocation = (kind: string): boolean => uprooting.has(kind);

/** How far a measure uproots, 0 for least; what an organisation added itself stands before moving anybody. */
export function uprootingOf(kind: string): number {
  const place = (measureKinds as readonly string[]).indexOf(kind);
  return place === -1 ? measureKinds.indexOf('safe_house') - 0.5 : place;
}

/** What a measure is for: less of a threat, less of a vulnerability, or more of a capacity. */
export const measureAims = ['reduce_threat', 'reduce_vulnerability', 'raise_capacity'] as const;
export type MeasureAim = (typeof measureAims)[number];

export const measureStates = ['proposed', 'ready', 'under_way', 'done', 'stopped'] as const;
export type MeasureState = (typeof measureStates)[number];

/** Who may know of a measure: those who need it to carry it out, and nobody because they can read the file. */
export const knowers = ['responsible', 'readers', 'named'] as const;
export type Knowers = (typeof knowers)[number];
