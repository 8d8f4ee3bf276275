import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Result } from '@leeward/sealed-log/crypto/result.ts';
import { err, ok } from '@leeward/sealed-log/crypto/result.ts';
import { cleanMp4 } from './clean-mp4.ts';
import { cleanOgg } from './clean-ogg.ts';
import { cleanWebm } from './clean-webm.ts';

/*
 * Takes out of a recording what the browser wrote into it besides the sound: its own name and version, the time, a
 * title. Only recordings that this page made itself come here, never a file that somebody else wrote (section 4: no
 * foreign file is parsed by code of ours). Everything stays at its place and every length as it was, so that no offset
 * inside the file goes wrong: what is taken out is overwritten.
 */

/** The recording without those notes. `unknown-kind`: of no form that a browser is known to record in. */
export function cleanRecording(recording: Uint8Array): Result<Bytes, 'unknown-kind'> {
  const bytes: Bytes = new Uint8Array(recording);
  for (const clean of [cleanWebm, cleanOgg, cleanMp4]) if (clean(bytes)) return ok(bytes);
  return err('unknown-kind');
}
