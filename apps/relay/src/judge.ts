import type { Bytes, ReadEntry } from '@leeward/sealed-log/wire';
import { signedBytes, verify } from '@leeward/sealed-log/wire';
import { inBatches } from './batches.ts';

/** Judges the signatures that every request carries, those of many requests together (rule 15 says how). */
export type Judge = {
  readonly verify: (key: Bytes, message: Bytes, signature: Bytes) => Promise<boolean>;
  /** Whether the device named in the header signed the entry. */
  readonly signatureHolds: (read: ReadEntry) => Promise<boolean>;
};

/** More than this wait for the next batch, so that nobody waits for a batch without end. */
const mostAtOnce = 128;

export function openJudge(): Judge {
  type Asked = { readonly key: Bytes; readonly message: Bytes; readonly signature: Bytes };
  const ask = inBatches<Asked, boolean>(mostAtOnce, (asked) =>
    Promise.all(asked.map(({ key, message, signature }) => verify(key, message, signature))),
  );
  return {
    verify: (key, message, signature) => ask({ key, message, signature }),
    signatureHolds: ({ header, entry }) =>
      ask({
        key: header.device,
        message: signedBytes.entry(entry.header),
        signature: entry.signature,
      }),
  };
}
