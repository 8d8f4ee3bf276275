import type { DeskKey } from '@leeward/ui';

/**
 * The sub-regions of the world in the order of an atlas. Their names stand in our catalogue: browsers ship the names of
 * countries and leave those of regions out.
 */
export const regionOrder = [
  '015',
  '011',
  '017',
  '014',
  '018',
  '145',
  '143',
  '034',
  '030',
  '035',
  '151',
  '154',
  '155',
  '039',
  '021',
  '013',
  '029',
  '005',
  '053',
  '054',
  '057',
  '061',
] as const;
type RegionNumber = (typeof regionOrder)[number];

const known: ReadonlySet<string> = new Set(regionOrder);

/** The key of a sub-region's name. */
export function regionLabel(number: string): DeskKey | undefined {
  return known.has(number) ? `pictures.place.${number as RegionNumber}` : undefined;
}
