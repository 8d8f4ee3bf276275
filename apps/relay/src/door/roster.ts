import type { Bytes, PublishedDoor } from '@leeward/sealed-log/wire';
import { inclusionProof, rosterLeaf } from '@leeward/sealed-log/wire';
import { hexOf } from '../bytes.ts';

/** Where a device stands in the published roster, with the proof that a door checks (rule 18). */
export type RosterPlace = { readonly index: number; readonly path: readonly Bytes[] };

/** For a device that is no longer (or not yet) in the published roster. */
export const nowhere: RosterPlace = { index: 0xffffffff, path: [] };

/** The places of these devices. Each proof is made once for each published roster. */
export async function rosterPlaces(
  published: PublishedDoor | null,
  devices: readonly Bytes[],
): Promise<readonly RosterPlace[]> {
  if (published === null || devices.length === 0) return devices.map(() => nowhere);
  const indexes = new Map(published.roster.map((device, index) => [hexOf(device), index]));
  const leaves = await Promise.all(published.roster.map(rosterLeaf));
  const made = new Map<string, RosterPlace>();
  const places: RosterPlace[] = [];
  for (const device of devices) {
    const id = hexOf(device);
    const index = indexes.get(id);
    const place = made.get(id) ?? (index === undefined ? nowhere : await placeAt(leaves, index));
    made.set(id, place);
    places.push(place);
  }
  return places;
}

async function placeAt(leaves: readonly Bytes[], index: number): Promise<RosterPlace> {
  const { path } = await inclusionProof(leaves, index);
  return { index, path };
}
