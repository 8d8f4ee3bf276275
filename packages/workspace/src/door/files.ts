import { fromBase64url, fromUtf8, toBase64url, toHex, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import type { Result } from '@leeward/sealed-log/crypto/result.ts';
import { err, ok } from '@leeward/sealed-log/crypto/result.ts';
import type { BlobReference } from '@leeward/sealed-log/wire/box.ts';
import { cleanImage, isCleanable, renamed } from '../blob/clean-image.ts';
import { cleanRecording } from '../blob/clean-recording.ts';
import { MAX_FILE } from '../blob/framing.ts';
import { type OpenBlobProblem, openBlob } from '../blob/open.ts';
import { type BlobPlan, type PlanProblem, planBlob, resumePlan, ticketOf } from '../blob/plan.ts';
import { referenceTo, type UploadProblem, type UploadProgress, uploadBlob } from '../blob/upload.ts';
import type { BlobAccess } from '../transport/blob-calls.ts';
import type { DoorClient } from '../transport/door-client.ts';
import type { Patience } from '../transport/patience.ts';
import type { Mailbox } from './mailbox.ts';
import type { SentBlob } from './request.ts';

export { isCleanable } from '../blob/clean-image.ts';
export { MAX_FILE } from '../blob/framing.ts';

/** A file as it will be sent, and what became of the data hidden in it (fault 58). */
export type ReadyFile = {
  readonly content: Blob;
  /** May be changed by her: the name of a file can say a lot. */
  readonly name: string;
  readonly hidden: 'removed' | 'kept' | 'unknown';
  /** SHA-256 of the file as she chose it, hex; only where it is another one. */
  readonly originalHash?: string;
  /** What she kept of an earlier upload of this file, as she typed or pasted it. */
  readonly ticket?: string;
};

export type ReadyProblem =
  | { readonly code: 'file-too-large'; readonly limit: number }
  | { readonly code: 'file-unreadable' | 'cannot-clean' };

/** Makes a chosen file ready: cleans a picture unless she keeps its hidden data, and leaves other kinds as they are. */
export async function readyFile(file: File, keepHidden: boolean): Promise<Result<ReadyFile, ReadyProblem>> {
  if (file.size > MAX_FILE) return err({ code: 'file-too-large', limit: MAX_FILE });
  const { name } = file;
  if (!isCleanable(file.type)) return ok({ content: file, name, hidden: 'unknown' });
  if (keepHidden) return ok({ content: file, name, hidden: 'kept' });
  let original: Uint8Array<ArrayBuffer>;
  try {
    original = await sha256(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return err({ code: 'file-unreadable' });
  }
  const cleaned = await cleanImage(file);
  if (!cleaned.ok) return err({ code: cleaned.error });
  return ok({
    content: cleaned.value,
    name: renamed(name, cleaned.value.type),
    hidden: 'removed',
    originalHash: toHex(original),
  });
}

/**
 * A recording that this page made, without the name of the browser and the time. Where its form is not known it is taken
 * as it is, and says so: the sound is hers either way, and she hears it before she sends it.
 */
export async function readyRecording(recording: Blob, name: string): Promise<ReadyFile> {
  // What is said about the coder belongs to the coder: `audio/webm;codecs=opus` is `audio/webm`.
  const type = recording.type.replace(/;.*$/, '');
  const cleaned = cleanRecording(new Uint8Array(await recording.arrayBuffer()));
  return {
    content: new Blob([cleaned.ok ? cleaned.value : recording], { type }),
    name: `${name}.${type === 'audio/mp4' ? 'm4a' : type.slice('audio/'.length)}`,
    hidden: cleaned.ok ? 'removed' : 'unknown',
  };
}

/** The ticket is of another file, or no ticket: the file is sent from its beginning at the next try. */
export type TicketProblem = { readonly code: 'ticket-differs' };

/** An upload that can be stopped and gone on with: it keeps its plan, and with it its key and id. */
export type FileUpload = {
  readonly file: ReadyFile;
  /**
   * What she has to keep to go on after this page was closed (fault 52); null before anything was laid down. As secret
   * as the file: with the parts that the relay has, it opens them. It names neither her, nor her words, nor the file.
   */
  readonly ticket: () => string | null;
  readonly send: (uploading: {
    readonly patience: Patience;
    readonly signal?: AbortSignal;
    readonly onProgress?: (progress: UploadProgress) => void;
  }) => Promise<Result<SentBlob, UploadProblem | PlanProblem | TicketProblem>>;
};

export function createUpload(client: DoorClient, mailbox: Mailbox, file: ReadyFile): FileUpload {
  let plan: BlobPlan | null = null;
  let given = file.ticket === undefined || file.ticket.trim() === '' ? null : readTicket(file.ticket);
  return {
    file,
    ticket: () => (plan === null ? null : toBase64url(utf8(ticketOf(plan)))),
    send: async ({ patience, signal, onProgress }) => {
      if (plan === null) {
        const planned =
          given === null
            ? await planBlob(file.content, { signal })
            : await resumePlan(file.content, given, { signal });
        if (
          !planned.ok &&
          (planned.error.code === 'file-changed' || planned.error.code === 'ticket-malformed')
        ) {
          given = null;
          return err({ code: 'ticket-differs' });
        }
        if (!planned.ok) return planned;
        plan = planned.value;
      }
      const access = accessOf(mailbox);
      const sent = await uploadBlob(file.content, plan, { client, access, patience, signal, onProgress });
      if (!sent.ok) {
        // Another content than the one that was begun with, or another blob in its place: from the beginning next time.
        if (sent.error.code !== 'relay') {
          plan = null;
          given = null;
        }
        return sent;
      }
      const { hidden, originalHash } = file;
      return ok({
        reference: referenceTo(plan, file.name, file.content.type),
        note: originalHash === undefined ? { hidden } : { hidden, originalHash },
      });
    },
  };
}

/** The ticket in what was pasted: messengers break lines and add blanks. What is no ticket is refused when it is used. */
function readTicket(pasted: string): string {
  const bytes = fromBase64url(pasted.replace(/\s/g, ''));
  const text = bytes.ok ? fromUtf8(bytes.value) : null;
  return text?.ok ? text.value : '';
}

/** Fetches and opens a file that the team sent. Nothing is given out before all of it was verified. */
export function openFile(
  client: DoorClient,
  mailbox: Mailbox,
  reference: BlobReference,
  patience: Patience,
  signal?: AbortSignal,
): Promise<Result<Blob, OpenBlobProblem>> {
  return openBlob(reference, { client, access: accessOf(mailbox), patience, signal });
}

const accessOf = (mailbox: Mailbox): BlobAccess => ({
  org: mailbox.org,
  signer: mailbox.signer,
  mailbox: mailbox.id,
});
