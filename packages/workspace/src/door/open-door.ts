import type { Result } from '@leeward/sealed-log/crypto/result.ts';
import { err, ok } from '@leeward/sealed-log/crypto/result.ts';
import { MAX_WORK_BITS } from '@leeward/sealed-log/crypto/work.ts';
import {
  type DoorRefusal,
  readDoorLink,
  type TrustedDoor,
  trustDoor,
} from '@leeward/sealed-log/door/descriptor.ts';
import type { Bytes } from '@leeward/sealed-log/wire/codec.ts';
import { decode } from '@leeward/sealed-log/wire/codec.ts';
import { descriptor, doorRenewal, doorSettings } from '@leeward/sealed-log/wire/descriptor.ts';
import type { DoorCalls } from '../transport/door-calls.ts';
import type { RelayProblem } from '../transport/problem.ts';
import { type DoorTexts, readTexts } from './texts.ts';

/** A door that was held against its link and may be written to. */
export type Door = TrustedDoor & {
  readonly texts: DoorTexts;
  /** Bits of work that this page does for a first message: never more than its own ceiling (rule 22). */
  readonly work: number;
};

/** Why nothing can be written here. In none of these cases was anything sent. */
export type DoorProblem =
  /** The link has no fragment, or one that is damaged. */
  | { readonly code: 'link-missing' | 'link-broken' }
  /** The relay does not know this organisation, or it has no door. */
  | { readonly code: 'no-door' }
  | { readonly code: 'relay'; readonly problem: RelayProblem }
  /** Keys that do not belong to this organisation, or are not signed by those who may (fault 11). */
  | { readonly code: 'not-theirs' }
  /** The relay serves a state older than the link, or the link leads to another line of administrators (rule 17). */
  | { readonly code: 'too-old' }
  /** Signed by the right people, and out of date: other ways of contact are shown (rule 19). */
  | { readonly code: 'expired'; readonly since: number; readonly texts: DoorTexts }
  /** Valid only from later on: the phone's clock is more than a day behind. */
  | { readonly code: 'clock'; readonly texts: DoorTexts };

export type OpeningDoor = {
  readonly client: Pick<DoorCalls, 'descriptor'>;
  /** By the phone's clock, in seconds since 1970. */
  readonly now: number;
  /** When this code was built: no clock is believed below it, and the relay's never (rule 19). */
  readonly builtAt: number;
  readonly signal?: AbortSignal | undefined;
};

/** Reads the link, fetches what the relay says of the door, and holds it against the link (rules 17 to 19). */
export async function openDoor(
  fragment: string,
  { client, now, builtAt, signal }: OpeningDoor,
): Promise<Result<Door, DoorProblem>> {
  if (fragment.replace(/^#/, '') === '') return err({ code: 'link-missing' });
  const link = readDoorLink(fragment);
  if (link === null) return err({ code: 'link-broken' });
  const fetched = await client.descriptor(link.org, signal);
  if (!fetched.ok) {
    const { code } = fetched.error;
    return err(code === 'no-door' ? { code } : { code: 'relay', problem: fetched.error });
  }
  const trusted = await trustDoor(link, fetched.value, now, builtAt);
  if (!trusted.ok) return err(problemFor(trusted.error, fetched.value));
  const { settings } = trusted.value;
  return ok({
    ...trusted.value,
    texts: readTexts(settings.texts),
    work: Math.min(settings.workBits, MAX_WORK_BITS),
  });
}

function problemFor(refusal: DoorRefusal, bytes: Bytes): DoorProblem {
  if (refusal === 'too-old') return { code: 'too-old' };
  if (refusal !== 'expired' && refusal !== 'not-yet-valid') return { code: 'not-theirs' };
  // Dates are judged last: who signed is already known to be right, so that what they say may be shown.
  const served = decode(descriptor, bytes);
  const settings = served.ok ? decode(doorSettings, served.value.settings) : served;
  const renewal = served.ok ? decode(doorRenewal, served.value.renewal) : served;
  if (!settings.ok || !renewal.ok) return { code: 'not-theirs' };
  const texts = readTexts(settings.value.texts);
  return refusal === 'expired'
    ? { code: 'expired', since: renewal.value.until, texts }
    : { code: 'clock', texts };
}
