import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { toBase64url } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Result } from '@leeward/sealed-log/crypto/result.ts';
import { ok } from '@leeward/sealed-log/crypto/result.ts';
import type { Signed, Submission } from '@leeward/sealed-log/wire/box.ts';
import { signed, submission as submissionCodec } from '@leeward/sealed-log/wire/box.ts';
import { encode } from '@leeward/sealed-log/wire/codec.ts';
import { limits } from '@leeward/sealed-log/wire/limits.ts';
import type { ForgottenMailbox, MailboxPage } from '@leeward/sealed-log/wire/relay.ts';
import { forgottenMailbox, mailboxPage } from '@leeward/sealed-log/wire/relay.ts';
import { type Connection, type Outcome, readAs, type Signer } from './connection.ts';
import type { RelayProblem } from './problem.ts';

/** Chain of at most 256 links of 17 KiB, settings and dates: what the codec could hold at most. */
export const DESCRIPTOR_LIMIT = limits.adminChain * 17 * 1024 + 64 * 1024;
/** A signed statement of a head, with room to spare. */
export const RECEIPT_LIMIT = 4096;
/** 256 items with receipts and 256 replies are far more than a relay sends at once. */
const MAILBOX_LIMIT = 2 * limits.pageBytes;

export type Stored = {
  /** False where the relay already had these very bytes. */
  readonly isNew: boolean;
  /** A `HeadStatement`; nothing is known of its signature yet. */
  readonly receipt: Signed;
};

/** What the door asks of the relay, besides blobs. */
export function doorCalls({ call }: Connection) {
  return {
    /** The bytes of a `Descriptor`, for `trustDoor`. Errors: `no-door`. */
    descriptor: async (org: Bytes, signal?: AbortSignal): Outcome<Bytes> => {
      const answer = await call({
        method: 'GET',
        path: `/d/${toBase64url(org)}`,
        limit: DESCRIPTOR_LIMIT,
        signal,
      });
      return answer.ok ? ok(answer.value.body) : answer;
    },

    /** The bytes of a questionnaire that the settings name; the caller holds them against the hash. Errors: `nothing-there`. */
    questionnaire: async (org: Bytes, hash: Bytes, signal?: AbortSignal): Outcome<Bytes> => {
      const answer = await call({
        method: 'GET',
        path: `/d/${toBase64url(org)}/questionnaires/${toBase64url(hash)}`,
        limit: limits.questionnaire,
        signal,
      });
      return answer.ok ? ok(answer.value.body) : answer;
    },

    /** Sends an item. Errors: `head-moved`, `quota`, `queue-full`, `work-missing`, `blob-missing`, `malformed`. */
    submit: async (org: Bytes, submission: Submission, signal?: AbortSignal): Outcome<Stored> =>
      stored(
        await call({
          method: 'POST',
          path: `/d/${toBase64url(org)}/items`,
          body: encode(submissionCodec, submission),
          limit: RECEIPT_LIMIT,
          signal,
        }),
      ),

    /** Her items and our replies from these numbers on. A mailbox that never was looks like an empty one. Errors: `forgotten`. */
    mailbox: async (
      org: Bytes,
      mailbox: Bytes,
      from: { readonly items: number; readonly replies: number },
      signer: Signer,
      signal?: AbortSignal,
    ): Outcome<MailboxPage> => {
      const query = `items=${from.items}&replies=${from.replies}`;
      return readAs(
        mailboxPage,
        await call({
          method: 'GET',
          path: `/d/${toBase64url(org)}/mailboxes/${toBase64url(mailbox)}?${query}`,
          limit: MAILBOX_LIMIT,
          signer,
          signal,
        }),
      );
    },

    /** Why a mailbox is answered with `forgotten`: the signed entry that asked for it. Errors: `nothing-there`. */
    forgottenMailbox: async (
      org: Bytes,
      mailbox: Bytes,
      signer: Signer,
      signal?: AbortSignal,
    ): Outcome<ForgottenMailbox> =>
      readAs(
        forgottenMailbox,
        await call({
          method: 'GET',
          path: `/d/${toBase64url(org)}/mailboxes/${toBase64url(mailbox)}/forgotten`,
          limit: 72 * 1024,
          signer,
          signal,
        }),
      ),
  };
}

export type DoorCalls = ReturnType<typeof doorCalls>;

/** An answer that is a receipt: 201 where the relay took it now, 200 where it had it. */
export function stored(
  answer: Result<{ readonly status: number; readonly body: Bytes }, RelayProblem>,
): Result<Stored, RelayProblem> {
  const receipt = readAs(signed, answer);
  if (!answer.ok) return answer;
  return receipt.ok ? ok({ isNew: answer.value.status === 201, receipt: receipt.value }) : receipt;
}
