import type { RequestEvent } from '@leeward/domain/request/events.ts';
import { request } from '@leeward/domain/request/fold.ts';
import { usualRights } from '@leeward/domain/request/rules.ts';
import { propose } from '@leeward/domain/shared/fold.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { teamRecord } from '@leeward/sealed-log/wire/hashes.ts';
import type { Made } from './builders.ts';
import type { Engine } from './engine.ts';
import { actorOf, orgOf, teamIdFor } from './engine.ts';
import { conversationOf } from './inbox.ts';
import type { NewItem } from './outbox.ts';
import { keep } from './outbox.ts';
import type { OutboxItem } from './outbox-item.ts';
import { intakeKeyOf, openVerified } from './quoted.ts';
import type { RecordView } from './record-view.ts';
import { openRecord } from './records.ts';

/**
 * Admits what came through the door into conversation records: the first item of a mailbox founds the record, whose id
 * follows from it, so that two desks that adopt it meet in one (section 6). Every intake desk does it as it pulls.
 */
export async function admitItems(engine: Engine): Promise<void> {
  const intake = teamIdFor(engine, 'intake');
  if (intake === null || !engine.organisation.keyring.teams.has(toHex(intake))) return;
  const log = toHex(await teamRecord(orgOf(engine), intake));
  for (const [mailbox, items] of engine.inbox) {
    const record = await conversationOf(engine, mailbox);
    if (record === null) {
      engine.alerts.raise('missingFromHer', { count: items[0]?.verified.item.sequence ?? 1 }, mailbox);
      continue;
    }
    const id = toHex(record);
    const view = await openRecord(engine, id);
    const admitted = new Set(
      view.folded.kind === 'conversation' ? view.folded.state.items.map((one) => one.hash) : [],
    );
    const wanted: NewItem[] = [];
    for (const { verified } of items) {
      const hash = toHex(verified.hash);
      if (admitted.has(hash) || isUnderWay(engine, id, hash)) continue;
      // What intake cannot open is kept and shown as unopened; it is not adopted without its key.
      if ((await intakeKeyOf(engine, verified)) === null) continue;
      const creates = { kind: 'conversation', teams: [toHex(intake)] };
      wanted.push({ record: id, command: 'admit', args: { mailbox, hash }, creates, silent: true });
    }
    const listing = engine.outbox.some((one) => one.command === 'listRecord' && one.args['listed'] === id);
    const listed = view.kind === 'conversation' || listing;
    if (wanted.length > 0 && !listed)
      wanted.unshift({
        record: log,
        command: 'listRecord',
        args: { listed: id, kind: 'conversation' },
        creates: { kind: 'team', teams: [toHex(intake)] },
        silent: true,
      });
    if (wanted.length > 0) await keep(engine, wanted);
  }
}

const isUnderWay = (engine: Engine, record: string, hash: string): boolean =>
  engine.outbox.some((one) => one.record === record && one.command === 'admit' && one.args['hash'] === hash);

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
