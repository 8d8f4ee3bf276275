import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { verifyItem } from '@leeward/sealed-log/door/boxes.ts';
import type { Chain } from '@leeward/sealed-log/log/chain.ts';
import { applyForgotten, forgottenMailboxes, withoutParts } from '@leeward/sealed-log/log/forget.ts';
import type { Judgement } from '@leeward/sealed-log/log/judge.ts';
import { signed as signedCodec } from '@leeward/sealed-log/wire/box.ts';
import { decode } from '@leeward/sealed-log/wire/codec.ts';
import { readEntry } from '@leeward/sealed-log/wire/verify.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import type { InboxItem } from './inbox.ts';
import type { RecordView } from './record-view.ts';
import { dropSlot, slotOf } from './slots.ts';
import type { StoredRow } from './store/device-store.ts';
import { logNames } from './store/device-store.ts';

/*
 * Forgetting on this device (section 3a): bodies and keys are destroyed, wherever a copy of them lies; headers and
 * signatures stay, so that the chain still verifies. Doing it again changes nothing.
 */

/** The chain without what a judgement says is forgotten, where it still holds any of it; null where nothing is to do. */
export async function forgetIn(engine: Engine, view: RecordView): Promise<Chain | null> {
  const { judgement, chain, id } = view;
  if (judgement.forgotten.length === 0) return null;
  for (const mailbox of forgottenMailboxes(judgement)) await forgetMailbox(engine, toHex(mailbox));
  await rememberItems(engine, judgement);
  const without = await applyForgotten(chain, judgement);
  const rows = without.links.flatMap((link, position): readonly StoredRow[] =>
    link === chain.links[position] ? [] : [{ log: logNames.record(id), position, bytes: link.bytes }],
  );
  if (rows.length === 0 && without.keys.size === chain.keys.size) return null;
  const gone = new Set(rows.map((row) => toHex(without.links[row.position]?.hash ?? new Uint8Array(0))));
  // Rows that were taken in a moment ago are not in the store yet: they must not come after.
  const replaced = new Set(rows.map((row) => row.position));
  engine.unsaved = engine.unsaved.filter(
    (row) => row.log !== logNames.record(id) || !replaced.has(row.position),
  );
  engine.unsaved.push(...rows);
  await forgetCopies(engine, id, gone);
  return without;
}

/** Other places on this device where the same bytes may lie: displaced tails, other tails, what was signed last, drafts. */
async function forgetCopies(engine: Engine, id: string, gone: ReadonlySet<string>): Promise<void> {
  const logs = [
    ...(await engine.store.logs(logNames.displaced(id, ''))),
    ...(await engine.store.logs(logNames.alternatives(id))),
  ];
  for (const log of logs) await stripRows(engine, log, gone);
  const slot = await slotOf(engine, id);
  if (slot !== null && gone.has(slot.hash)) await dropSlot(engine, id);
  for (const name of await engine.store.names(`report:${id}:`)) await engine.store.delete(name);
}

async function stripRows(engine: Engine, log: string, gone: ReadonlySet<string>): Promise<void> {
  const stripped: StoredRow[] = [];
  const isAlternatives = log.startsWith(logNames.alternatives(''));
  for (const [index, bytes] of (await engine.store.rowsOf(log)).entries()) {
    const read = await readEntry(bytes);
    if (!read.ok || !gone.has(toHex(read.value.hash))) continue;
    const position = isAlternatives ? index : read.value.header.position;
    stripped.push({ log, position, bytes: withoutParts(bytes) });
  }
  if (stripped.length > 0) await engine.store.addRows(stripped);
}

/**
 * Her items that a forgotten entry quoted are forgotten with it: the bytes in this device's in-box go, and the item is
 * not admitted a second time when the relay shows it again.
 */
async function rememberItems(engine: Engine, { judged }: Judgement): Promise<void> {
  for (const { link, verdict, inner } of judged) {
    if (verdict.type !== 'forgotten' && inner?.type !== 'forgotten') continue;
    const said = link.opened.type === 'readmission' ? link.opened.inner : link.opened;
    if (said.type !== 'content') continue;
    for (const bytes of said.body.quoted) await forgetItem(engine, bytes);
  }
}

async function forgetItem(engine: Engine, bytes: Bytes): Promise<void> {
  const signed = decode(signedCodec, bytes);
  const verified = signed.ok ? await verifyItem(signed.value, orgOf(engine)) : null;
  if (!verified?.ok) return;
  const hash = toHex(verified.value.hash);
  const mailbox = toHex(verified.value.mailbox);
  engine.forgottenItems.add(hash);
  await engine.store.put(`forgotten:${hash}`, new Uint8Array(0));
  const kept = (engine.inbox.get(mailbox) ?? []).filter((one) => toHex(one.verified.hash) !== hash);
  await keepItems(engine, mailbox, kept);
}

/** All of her items, our replies to her, and whatever would still come: for a conversation that is forgotten as a whole. */
export async function forgetMailbox(engine: Engine, mailbox: string): Promise<void> {
  if (!engine.forgottenMailboxes.has(mailbox)) {
    engine.forgottenMailboxes.add(mailbox);
    await engine.store.put(`forgotten-mailbox:${mailbox}`, new Uint8Array(0));
  }
  engine.tombstones.delete(mailbox);
  for (const name of await engine.store.names(`tombstone:${mailbox}:`)) await engine.store.delete(name);
  const replies = logNames.replies(mailbox);
  engine.unsaved = engine.unsaved.filter((row) => row.log !== replies);
  if ((await engine.store.logs(replies)).includes(replies)) await engine.store.dropRows(replies, 0);
  engine.sentReplies.delete(mailbox);
  if ((engine.inbox.get(mailbox) ?? []).length === 0) return;
  for (const one of engine.inbox.get(mailbox) ?? []) {
    const hash = toHex(one.verified.hash);
    engine.forgottenItems.add(hash);
    await engine.store.put(`forgotten:${hash}`, new Uint8Array(0));
  }
  await keepItems(engine, mailbox, []);
}

async function keepItems(engine: Engine, mailbox: string, kept: readonly InboxItem[]): Promise<void> {
  engine.inbox.set(mailbox, [...kept]);
  const log = logNames.items(mailbox);
  engine.unsaved = engine.unsaved.filter((row) => row.log !== log);
  await engine.store.dropRows(log, 0);
  await engine.store.addRows(
    kept.map((one) => ({ log, position: one.verified.item.sequence, bytes: one.bytes })),
  );
}

/** What was forgotten before stays forgotten. */
export async function loadForgotten(engine: Engine): Promise<void> {
  for (const name of await engine.store.names('forgotten-mailbox:'))
    engine.forgottenMailboxes.add(name.slice('forgotten-mailbox:'.length));
  for (const name of await engine.store.names('forgotten:'))
    engine.forgottenItems.add(name.slice('forgotten:'.length));
}
