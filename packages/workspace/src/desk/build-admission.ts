import type { RequestEvent } from '@leeward/domain/request/events.ts';
import { request } from '@leeward/domain/request/fold.ts';
import { usualRights } from '@leeward/domain/request/rules.ts';
import { propose } from '@leeward/domain/shared/fold.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Made } from './built.ts';
import type { Engine } from './engine.ts';
import { actorOf } from './engine.ts';
import type { OutboxItem } from './outbox-item.ts';
import { intakeKeyOf, openVerified } from './quoted.ts';
import type { RecordView } from './record-view.ts';

/** The admission of one item: her signed bytes verbatim, and the key for readers who do not hold the intake key. */
export async function buildAdmission(
  engine: Engine,
  view: RecordView,
  args: OutboxItem['args'],
): Promise<Made> {
  const { mailbox, hash } = args;
  const held = engine.inbox.get(String(mailbox))?.find((one) => toHex(one.verified.hash) === hash);
  const key = held === undefined ? null : await intakeKeyOf(engine, held.verified);
  const opened = held === undefined || key === null ? null : await openVerified(engine, held.verified, key);
  if (held === undefined || key === null || opened === null)
    return { ok: false, error: { code: 'not_there' } };
  if (view.folded.kind !== 'conversation') return { ok: false, error: { code: 'not_there' } };
  const { state } = view.folded;
  if (state.items.some((item) => item.hash === hash)) return { ok: false, error: { code: 'no_change' } };
  const events: RequestEvent[] = [];
  if (state.guests.length === 0)
    events.push({
      type: 'GuestNamed',
      v: 1,
      mailbox: opened.item.mailbox,
      mailboxKey: toHex(held.verified.item.mailboxKey),
      sealingKey: toHex(opened.sealingKey),
      may: usualRights,
    });
  const { mailbox: box, sequence, prev } = opened.item;
  events.push({
    type: 'GuestItemAdmitted',
    v: 1,
    mailbox: box,
    item: 0,
    hash: opened.item.hash,
    sequence,
    prev,
    contentKey: toHex(key),
  });
  const allowed = propose(request, state, actorOf(engine), events, [opened.item]);
  return allowed.ok ? { ok: true, value: { events: allowed.value, quoted: [held.bytes] } } : allowed;
}
