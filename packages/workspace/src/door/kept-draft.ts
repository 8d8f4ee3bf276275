import { type Bytes, fromUtf8, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { open, seal } from '@leeward/sealed-log/crypto/cobblestone.ts';
import { derive } from '@leeward/sealed-log/crypto/hkdf.ts';
import type { Result } from '@leeward/sealed-log/crypto/result.ts';
import { err, ok } from '@leeward/sealed-log/crypto/result.ts';
import { readDoorLink } from '@leeward/sealed-log/door/descriptor.ts';

/*
 * What she typed, kept on her phone because she asked for it (fault 40): sealed under a key that derives from her twelve
 * words and the organisation, so that the phone holds nothing that opens it. It says that something is there, in which
 * bucket its length lies, and when it was written; nothing else.
 */

/** The smallest bucket, in bytes: two lines and a page are the same size. Larger ones double. */
const SMALLEST = 16 * 1024;
const LENGTH = 4;
const context = utf8('leeward/v1/door draft');

/** The organisation that a link names, without asking anybody: a kept draft opens without a line. */
export const organisationOf = (fragment: string): Bytes | null => readDoorLink(fragment)?.org ?? null;

/** Seals a text under the words. */
export async function sealDraft(entropy: Bytes, org: Bytes, text: string): Promise<Bytes> {
  return seal(await keyOf(entropy, org), context, padded(utf8(text)));
}

/** The text again; `other-words` where these words, or this organisation, are not the ones it was sealed for. */
export async function openDraft(
  entropy: Bytes,
  org: Bytes,
  sealed: Bytes,
): Promise<Result<string, 'other-words' | 'damaged'>> {
  const opened = await open(await keyOf(entropy, org), context, sealed);
  if (!opened.ok) return err(opened.error === 'wrong-key' ? 'other-words' : 'damaged');
  const { value } = opened;
  if (value.length < LENGTH) return err('damaged');
  const length = new DataView(value.buffer, value.byteOffset).getUint32(0);
  if (length > value.length - LENGTH) return err('damaged');
  const text = fromUtf8(value.slice(LENGTH, LENGTH + length));
  return text.ok ? text : err('damaged');
}

const keyOf = (entropy: Bytes, org: Bytes): Promise<Bytes> => derive(entropy, 'door draft', org);

function padded(content: Uint8Array): Bytes {
  let bucket = SMALLEST;
  while (bucket < content.length + LENGTH) bucket *= 2;
  const bytes = new Uint8Array(bucket);
  new DataView(bytes.buffer).setUint32(0, content.length);
  bytes.set(content, LENGTH);
  return bytes;
}

/** Where a sealed draft lies: one place, one draft. */
export type DraftPlace = {
  /** Asked without making anything. */
  readonly holds: () => Promise<boolean>;
  readonly read: () => Promise<Bytes | null>;
  /** Resolves when it has reached the disk; rejects where this browser does not allow it, or there is no room. */
  readonly write: (sealed: Bytes) => Promise<void>;
  readonly remove: () => Promise<void>;
};

export type KeptDraft = {
  /** Puts a text down; the newest counts, and none is put down after `remove`. */
  readonly keep: (text: string) => Promise<Result<null, 'not-kept'>>;
  readonly remove: () => Promise<void>;
};

/** Keeps one draft up to date, one writing after the other. */
export function createKeptDraft(place: DraftPlace, entropy: Bytes, org: Bytes): KeptDraft {
  let isRemoved = false;
  let line: Promise<unknown> = Promise.resolve();
  let newest = 0;
  return {
    keep: (text) => {
      newest += 1;
      const mine = newest;
      const written = line.then(async (): Promise<Result<null, 'not-kept'>> => {
        // A newer one waits behind this one already.
        if (isRemoved || mine !== newest) return ok(null);
        try {
          const sealed = await sealDraft(entropy, org, text);
          if (!isRemoved) await place.write(sealed);
          return ok(null);
        } catch {
          return err('not-kept');
        }
      });
      line = written;
      return written;
    },
    remove: () => {
      isRemoved = true;
      const removed = line.then(() => place.remove());
      line = removed.catch(() => undefined);
      return removed;
    },
  };
}
