import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { directoryRecord } from '@leeward/sealed-log/wire/hashes.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';

const known = new WeakMap<Engine, Promise<string>>();

/**
 * The record of the organisation's directory. Its id follows from the organisation's, so that two desks that begin it at
 * once meet in one. Computed once: every record is asked whether it is this one.
 */
export function directoryId(engine: Engine): Promise<string> {
  const made = known.get(engine) ?? directoryRecord(orgOf(engine)).then(toHex);
  known.set(engine, made);
  return made;
}
