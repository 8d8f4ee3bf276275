import { lastDayAtHerPage, usualAnswerDays } from '@leeward/domain/request/at-her-page.ts';
import type { Sent } from '@leeward/domain/request/events.ts';
import type { TeamMessage } from '@leeward/domain/request/reply.ts';
import { writeTeamMessage } from '@leeward/domain/request/reply.ts';
import {
  canConfirm,
  canDecline,
  canNoteOpened,
  canReply,
  canSendQuestions,
} from '@leeward/domain/request/rules.ts';
import type { RequestState } from '@leeward/domain/request/state.ts';
import { nextSent, openedUpTo, openGuest } from '@leeward/domain/request/state.ts';
import type { Refusal } from '@leeward/domain/shared/refusal.ts';
import type { Result } from '@leeward/domain/shared/result.ts';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { fromBase64url, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { sealReply } from '@leeward/sealed-log/door/replies.ts';
import type { BlobReference } from '@leeward/sealed-log/wire/box.ts';
import { blobReference } from '@leeward/sealed-log/wire/box.ts';
import { decode, encode } from '@leeward/sealed-log/wire/codec.ts';
import { zeros32 } from '@leeward/sealed-log/wire/hashes.ts';
import { decodeReply, sentReply } from '@leeward/sealed-log/wire/reply.ts';
import { believableNow } from './believable-time.ts';
import type { Made } from './built.ts';
import type { Engine } from './engine.ts';
import { actorOf, organisationNow, orgOf } from './engine.ts';
import { keptForm } from './kept-forms.ts';
import type { OutboxItem } from './outbox-item.ts';
import { acknowledges } from './receipts.ts';
import type { RecordView } from './record-view.ts';
import { bytesOf } from './send.ts';
import { standingUpTo } from './standing.ts';
import { noteReply } from './take-boxes.ts';

/*
 * What goes to a defender is sealed to her and named, with its hash, by an entry of the conversation record; only when
 * that entry is confirmed is the sealed item handed to the relay. So the record knows of every word that she may read,
 * and two officers who answer at once cannot both take the next number.
 */

type Args = OutboxItem['args'];
type Rule = (state: RequestState, sent: Sent) => Result<readonly unknown[], Refusal>;

/**
 * Seals an item to her and asks the rule for the events that name it. `takesAway`: nothing of what was written to her
 * before can be read at her page from then on.
 */
export async function sealAndPropose(
  engine: Engine,
  view: RecordView,
  message: TeamMessage,
  files: readonly BlobReference[],
  rule: Rule,
  takesAway = false,
): Promise<Made> {
  if (view.folded.kind !== 'conversation') return { ok: false, error: { code: 'not_there' } };
  const { state } = view.folded;
  const guest = openGuest(state);
  if (guest === undefined) return { ok: false, error: { code: 'channel_closed' } };
  const { sequence, prev } = nextSent(state, guest.mailbox);
  const hers = state.items.findLast((item) => item.mailbox === guest.mailbox);
  const place = {
    org: orgOf(engine),
    mailbox: bytesOf(guest.mailbox),
    sequence,
    prev: bytesOf(prev),
    lastItem: hers === undefined ? 0 : hers.sequence + 1,
    lastItemHash: hers === undefined ? zeros32 : bytesOf(hers.hash),
    device: engine.keys.device.signingKey,
    until: lastDayAtHerPage(message, believableNow(engine, view), answerDaysOf(engine)),
    below: takesAway ? sequence : 0,
  };
  const content = { claimedTime: engine.now(), message: writeTeamMessage(message), blobs: files };
  const sealed = await sealReply(place, content, bytesOf(guest.sealingKey), engine.keys.device.signingSeed);
  const sent: Sent = {
    mailbox: guest.mailbox,
    sequence,
    prev,
    hash: toHex(sealed.hash),
    quoted: 0,
    until: place.until,
    ...(takesAway ? { below: place.below } : {}),
  };
  const allowed = rule(state, sent);
  if (!allowed.ok) return allowed;
  const quoted = [encode(sentReply, sealed.reply), ...files.map((file) => encode(blobReference, file))];
  return { ok: true, value: { events: allowed.value, quoted } };
}

/** So many days an answer can be read at the door. */
const answerDaysOf = (engine: Engine): number => organisationNow(engine).door?.answerDays ?? usualAnswerDays;

/** Attachments of a reply, as the outbox keeps them: encoded references, base64url. */
export function filesOf(args: Args): readonly BlobReference[] {
  const files = args['files'];
  if (!Array.isArray(files)) return [];
  return files.flatMap((one): readonly BlobReference[] => {
    const bytes = typeof one === 'string' ? fromBase64url(one) : null;
    const reference = bytes?.ok ? decode(blobReference, bytes.value) : null;
    return reference?.ok ? [reference.value] : [];
  });
}

/** An attachment of ours as events name it. */
export const noteOf = ({ blob, name, mediaType, size, hash }: BlobReference) => ({
  blob: toHex(blob),
  name,
  mediaType,
  size,
  hash: toHex(hash),
});

const textIn = (args: Args, name: string): string => (typeof args[name] === 'string' ? args[name] : '');

export async function buildReply(engine: Engine, view: RecordView, args: Args): Promise<Made> {
  const text = textIn(args, 'text');
  const files = filesOf(args);
  return sealAndPropose(engine, view, { type: 'reply', v: 1, text }, files, (state, sent) =>
    canReply(state, actorOf(engine), { text, files: files.map(noteOf), sent }),
  );
}

/** Questions for her: the form travels in the message itself, so that nothing has to be fetched by a name that tells. */
export async function buildQuestions(engine: Engine, view: RecordView, args: Args): Promise<Made> {
  const text = textIn(args, 'text');
  const kept = await keptForm(engine, textIn(args, 'form'));
  if (kept === null) return { ok: false, error: { code: 'not_there' } };
  const { form } = kept;
  return sealAndPropose(engine, view, { type: 'questions', v: 1, text, form: kept.text }, [], (state, sent) =>
    canSendQuestions(state, actorOf(engine), { form, text, sent }),
  );
}

export async function buildOpened(engine: Engine, view: RecordView, args: Args): Promise<Made> {
  const sequence = typeof args['sequence'] === 'number' ? args['sequence'] : 0;
  if (view.folded.kind === 'conversation') {
    const guest = openGuest(view.folded.state);
    if (guest !== undefined && openedUpTo(view.folded.state, guest.mailbox) >= sequence)
      return { ok: false, error: { code: 'no_change' } };
  }
  return sealAndPropose(engine, view, openedMessage(view, sequence), [], (state, sent) =>
    canNoteOpened(state, actorOf(engine), { sequence, sent }),
  );
}

function openedMessage({ folded }: RecordView, sequence: number): TeamMessage {
  const guest = folded.kind === 'conversation' ? openGuest(folded.state) : undefined;
  const standing =
    folded.kind === 'conversation' && guest !== undefined
      ? standingUpTo(folded.state, guest.mailbox, sequence)
      : null;
  return { type: 'opened', v: 1, sequence, ...(standing === null ? {} : { standing }) };
}

export async function buildConfirmation(engine: Engine, view: RecordView): Promise<Made> {
  return sealAndPropose(engine, view, { type: 'confirmed', v: 1 }, [], (state, sent) =>
    canConfirm(state, actorOf(engine), sent),
  );
}

const day = 24 * 3600 * 1000;

export async function buildDecline(engine: Engine, view: RecordView, args: Args): Promise<Made> {
  const words = textIn(args, 'words');
  const alternatives = Array.isArray(args['alternatives'])
    ? args['alternatives'].filter((one): one is string => typeof one === 'string')
    : [];
  const days = typeof args['wayBackDays'] === 'number' ? args['wayBackDays'] : 90;
  const until = believableNow(engine, view) + days * day;
  const message: TeamMessage = { type: 'declined', v: 1, text: words, alternatives, until };
  return sealAndPropose(engine, view, message, [], (state, sent) =>
    canDecline(state, actorOf(engine), {
      reason: textIn(args, 'reason') as Parameters<typeof canDecline>[2]['reason'],
      words,
      alternatives,
      noneKnown: args['noneKnown'] === true,
      wayBack: { days },
      sent,
    }),
  );
}

/** Hands the relay every sealed item that the record names and the relay does not show, in their order. Idempotent. */
export async function postReplies(engine: Engine, view: RecordView): Promise<void> {
  if (view.folded.kind !== 'conversation') return;
  for (const item of [...view.folded.state.sent].sort((left, right) => left.sequence - right.sequence)) {
    if (engine.sentReplies.get(item.mailbox)?.has(item.hash) === true || item.quoted === null) continue;
    const effect = view.judgement.effects.find((one) => toHex(one.hash) === item.entry);
    const bytes = effect?.body.quoted[item.quoted];
    const reply = bytes === undefined ? null : decodeReply(bytes);
    if (reply === null || !reply.ok) continue;
    const blobs: readonly Bytes[] = item.files.map((file) => bytesOf(file.blob));
    const answer = await engine.client.reply(
      orgOf(engine),
      reply.value,
      blobs,
      engine.signer,
      engine.stopping,
    );
    if (!answer.ok) return;
    const place = {
      log: 4,
      record: bytesOf(item.mailbox),
      position: item.sequence,
      head: bytesOf(item.hash),
    } as const;
    // What the relay has not signed for is sent again in the next round (rule 7).
    if (!(await acknowledges(engine, answer.value.receipt, place))) return;
    noteReply(engine, item.mailbox, item.hash);
  }
}
