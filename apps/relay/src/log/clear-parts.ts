import type { Bytes, EpochClear, ForgetClear, ReadEntry } from '@leeward/sealed-log/wire';
import {
  admitKey,
  decode,
  epochClear,
  equal,
  forgetClear,
  forms,
  readEntry,
  readmissionClear,
  zeros32,
} from '@leeward/sealed-log/wire';
import { type Or, refuse } from '../http/problem.ts';

/** The clear part, where the relay has to understand it. */
export type Clear = {
  readonly epoch: EpochClear | null;
  readonly forget: ForgetClear | null;
  /** The hash of the entry that a readmission brings back. */
  readonly displaced: Bytes | null;
};
const nothingClear: Clear = { epoch: null, forget: null, displaced: null };

export async function readClear({ header, entry, missing }: ReadEntry): Promise<Or<Clear>> {
  if (header.position === 0 && header.form !== forms.epoch)
    return refuse('malformed', { reason: 'first-entry-is-no-epoch' });
  if ((header.position === 0) !== equal(header.prev, zeros32)) return refuse('malformed');
  if (header.form === forms.epoch && !missing.clear) {
    const clear = decode(epochClear, entry.clear);
    if (!clear.ok || !(await admitKey(clear.value.appendKey))) return refuse('malformed');
    return { ok: true, value: { ...nothingClear, epoch: clear.value } };
  }
  if (header.form === forms.forget) {
    const clear = decode(forgetClear, entry.clear);
    return clear.ok ? { ok: true, value: { ...nothingClear, forget: clear.value } } : refuse('malformed');
  }
  if (header.form === forms.readmission && !missing.clear) {
    const clear = decode(readmissionClear, entry.clear);
    const displaced = clear.ok ? await readEntry(clear.value.displaced) : clear;
    return displaced.ok
      ? { ok: true, value: { ...nothingClear, displaced: displaced.value.hash } }
      : refuse('malformed');
  }
  return { ok: true, value: nothingClear };
}
