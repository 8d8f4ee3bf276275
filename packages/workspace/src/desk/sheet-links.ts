import { randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Engine } from './engine.ts';
import { fromText, toText } from './send.ts';

/*
 * The secrets of sheets that were sent from this device. Whoever holds one can answer in the name of whoever was asked:
 * so it stands in no record, sealed under this device's own key, as its author's alone, and goes with the last day.
 */

const prefix = 'sheet-link:';

type Kept = { readonly sheet: string; readonly secret: string; readonly until: number };

/** Bound to the author: what one member sent is not shown to another who uses this device later. */
async function placeOf(engine: Engine, sheet: string): Promise<string> {
  return `${prefix}${await engine.local.nameFor(`${toHex(engine.keys.member.id)} sheet ${sheet}`)}`;
}

/** The secret of a sheet: the one that was drawn before, where the same sheet is sent once more. */
export async function keepSecret(engine: Engine, sheet: string, until: number): Promise<string> {
  const known = await secretOf(engine, sheet);
  const kept: Kept = { sheet, secret: known ?? toText(randomBytes(16)), until };
  const place = await placeOf(engine, sheet);
  await engine.store.put(place, await engine.local.seal(place, kept));
  return kept.secret;
}

/** The secret of a sheet that was sent from here by whoever is at this device; null for every other. */
export async function secretOf(engine: Engine, sheet: string): Promise<string | null> {
  const place = await placeOf(engine, sheet);
  const sealed = await engine.store.get(place);
  const kept = sealed === null ? null : ((await engine.local.open(place, sealed)) as Kept | null);
  if (kept === null) return null;
  if (kept.until >= engine.now() && fromText(kept.secret).length === 16) return kept.secret;
  await engine.store.delete(place);
  return null;
}

/** Takes a secret away, because its sheet was ended. */
export const dropSecret = async (engine: Engine, sheet: string): Promise<void> =>
  engine.store.delete(await placeOf(engine, sheet));
