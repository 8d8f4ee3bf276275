import type { Mechanism } from '../mechanism.ts';
import { type Place, regions } from '../places.ts';
import type { Speaker } from './speaker.ts';

/** A country by the browser's own name for it, a region by ours. */
export function sayPlace(speaker: Speaker, place: Place | string): string {
  return place === 'any' || place in regions ? speaker.text(`region.${place}`) : speaker.country(place);
}

/** Several places in one sentence. */
export function sayPlaces(
  speaker: Speaker,
  places: readonly (Place | string)[],
  how: 'and' | 'or' = 'or',
): string {
  return speaker.list(
    places.map((place) => sayPlace(speaker, place)),
    how,
  );
}

type Where = Pick<Mechanism, 'where'>;

/** For whom by place, one sentence for each way in. One of them is enough. */
export function sayWhere(speaker: Speaker, entry: Where): readonly string[] {
  return [...new Set(entry.where.map((line) => sayBasis(speaker, line)))];
}

function sayBasis(speaker: Speaker, { basis, places }: Where['where'][number]): string {
  if (places === 'unknown') return speaker.text('where.unseen');
  if (places.includes('any')) return speaker.text(basis === 'origin' ? 'where.anyOrigin' : 'where.anywhere');
  return speaker.text(`where.${basis}`, { places: sayPlaces(speaker, places) });
}

/** Where a place is that it gives; nothing where it gives none or no source said where. */
export function sayHostedIn(
  speaker: Speaker,
  gives: Pick<Mechanism['gives'], 'hostedIn'>,
): string | undefined {
  if (gives.hostedIn.length === 0) return undefined;
  return speaker.text('where.hosted', { places: sayPlaces(speaker, gives.hostedIn) });
}
