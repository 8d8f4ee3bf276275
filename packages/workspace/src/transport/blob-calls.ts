import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { concat, toBase64url, u32 } from '@leeward/sealed-log/crypto/bytes.ts';
import { err, ok } from '@leeward/sealed-log/crypto/result.ts';
import { limits } from '@leeward/sealed-log/wire/limits.ts';
import { type Connection, type Outcome, readJson, type Signer } from './connection.ts';
import { ownProblem } from './problem.ts';

/** What the relay says that it has of a blob. */
export type BlobState = {
  /** Bytes of each part; null where one is missing. Empty for a blob that nobody began. */
  readonly parts: readonly (number | null)[];
  readonly complete: boolean;
  readonly totalBytes: number;
};

export type BlobAccess = {
  readonly org: Bytes;
  readonly signer: Signer;
  /** The mailbox whose key signs, or for which a device uploads. */
  readonly mailbox?: Bytes;
  /** Needed for the first blob of a mailbox that has sent nothing yet (over organisation, day and blob id). */
  readonly work?: { readonly day: number; readonly nonce: Bytes };
};

/** 8,192 numbers of at most eight digits. */
const STATE_LIMIT = limits.parts * 12 + 4096;

/** Attachments: sealed parts of 1 MiB, in any order, as often as one likes. */
export function blobCalls({ call }: Connection) {
  const at = (access: BlobAccess, blob: Bytes): string =>
    `/o/${toBase64url(access.org)}/blobs/${toBase64url(blob)}`;
  const headers = ({ mailbox, work }: BlobAccess): Readonly<Record<string, string>> => ({
    ...(mailbox === undefined ? {} : { 'Leeward-Mailbox': toBase64url(mailbox) }),
    ...(work === undefined ? {} : { 'Leeward-Work': toBase64url(concat(u32(work.day), work.nonce)) }),
  });

  return {
    /** Sends one part. Errors: `part-differs`, `quota`, `too-large`, `no-space`. */
    putPart: async (
      access: BlobAccess,
      blob: Bytes,
      part: number,
      bytes: Bytes,
      signal?: AbortSignal,
    ): Outcome<null> => {
      const answer = await call({
        method: 'PUT',
        path: `${at(access, blob)}/parts/${part}`,
        body: bytes,
        headers: headers(access),
        limit: 4096,
        signer: access.signer,
        signal,
      });
      return answer.ok ? ok(null) : answer;
    },

    /** Which parts stand. */
    blobState: async (access: BlobAccess, blob: Bytes, signal?: AbortSignal): Outcome<BlobState> => {
      const answer = await call({
        method: 'GET',
        path: at(access, blob),
        headers: headers(access),
        limit: STATE_LIMIT,
        signer: access.signer,
        signal,
      });
      if (!answer.ok) return answer;
      const json = readJson(answer.value);
      if (!json.ok) return json;
      const { parts, complete, totalBytes } = json.value;
      if (!isParts(parts) || typeof complete !== 'boolean' || !isCount(totalBytes))
        return err(ownProblem('unreadable-response', answer.value.status));
      return ok({ parts, complete, totalBytes });
    },

    /** Asks the relay to hold what it has for the whole. Errors: `part-missing` with `missing`. */
    completeBlob: async (
      access: BlobAccess,
      blob: Bytes,
      whole: { readonly parts: number; readonly totalBytes: number },
      signal?: AbortSignal,
    ): Outcome<null> => {
      const answer = await call({
        method: 'POST',
        path: `${at(access, blob)}/complete`,
        body: JSON.stringify({ parts: whole.parts, totalBytes: whole.totalBytes }),
        headers: headers(access),
        limit: 4096,
        signer: access.signer,
        signal,
      });
      return answer.ok ? ok(null) : answer;
    },

    /** Fetches one part, of at most 1 MiB. Errors: `nothing-there`, `forgotten`. */
    getPart: async (access: BlobAccess, blob: Bytes, part: number, signal?: AbortSignal): Outcome<Bytes> => {
      const answer = await call({
        method: 'GET',
        path: `${at(access, blob)}/parts/${part}`,
        headers: headers(access),
        limit: limits.part,
        signer: access.signer,
        signal,
      });
      return answer.ok ? ok(answer.value.body) : answer;
    },
  };
}

export type BlobCalls = ReturnType<typeof blobCalls>;

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isParts(value: unknown): value is readonly (number | null)[] {
  return (
    Array.isArray(value) &&
    value.length <= limits.parts &&
    value.every((size) => size === null || (isCount(size) && size <= limits.part))
  );
}
