import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { teamRecord } from '@leeward/sealed-log/wire/hashes.ts';
import type { Engine } from './engine.ts';
import { orgOf, teamIdFor } from './engine.ts';
import { forgetMailbox } from './forgetting.ts';
import { conversationOf } from './inbox.ts';
import type { NewItem } from './outbox.ts';
import { keep } from './outbox.ts';
import { intakeKeyOf } from './quoted.ts';
import type { RecordView } from './record-view.ts';
import { openRecord } from './records.ts';
import { isForAnotherTeam, sheetMailboxes } from './sheet-boxes.ts';

/**
 * Admits what came through the door into conversation records: the first item of a mailbox founds the record, whose id
 * follows from it, so that two desks that adopt it meet in one (section 6). Every intake desk does it as it pulls.
 */
export async function admitItems(engine: Engine): Promise<void> {
  const intake = teamIdFor(engine, 'intake');
  if (intake === null || !engine.organisation.keyring.teams.has(toHex(intake))) return;
  const log = toHex(await teamRecord(orgOf(engine), intake));
  const sheets = sheetMailboxes(engine);
  for (const [mailbox, items] of engine.inbox) {
    // The answer to a question sheet is a case's, and nobody's request.
    if (sheets.has(mailbox) || isForAnotherTeam(engine, items, intake)) continue;
    const record = await conversationOf(engine, mailbox);
    if (record === null) {
      if (items.length > 0)
        engine.alerts.raise('missingFromHer', { count: items[0]?.verified.item.sequence ?? 1 }, mailbox);
      continue;
    }
    engine.alerts.clear('missingFromHer', mailbox);
    const own = await openRecord(engine, toHex(record));
    const view = await goesOnIn(engine, own, mailbox);
    if (view === null) continue;
    const { id } = view;
    const admitted = new Set(
      view.folded.kind === 'conversation' ? view.folded.state.items.map((one) => one.hash) : [],
    );
    if (view.judgement.forgotten.some((one) => one.type === 'record')) {
      await forgetMailbox(engine, mailbox);
      continue;
    }
    const from = firstToAdmit(view, mailbox);
    const wanted: NewItem[] = [];
    for (const { verified } of items) {
      const hash = toHex(verified.hash);
      if (verified.item.sequence < from || admitted.has(hash) || isUnderWay(engine, id, hash)) continue;
      // What intake cannot open is kept and shown as unopened; it is not adopted without its key.
      if ((await intakeKeyOf(engine, verified)) === null) continue;
      const creates = { kind: 'conversation', teams: [toHex(intake)] };
      wanted.push({ record: id, command: 'admit', args: { mailbox, hash }, creates, silent: true });
    }
    const listing = engine.outbox.some((one) => one.command === 'listRecord' && one.args['listed'] === id);
    const listed = view.kind === 'conversation' || listing || view !== own;
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

/**
 * The conversation to which a mailbox belongs now: the one that its first item founded, or the one in which that goes on.
 * Null for a moment while the two sides of a link are on their way, and for who may not read the other one: her items
 * wait, and are lost to nobody.
 */
async function goesOnIn(engine: Engine, own: RecordView, mailbox: string): Promise<RecordView | null> {
  const link = own.folded.kind === 'conversation' ? own.folded.state.comeBack.linkedTo : null;
  if (link === null) return own;
  const other = await openRecord(engine, link.to);
  if (other.folded.kind !== 'conversation') return null;
  return other.folded.state.guests.some((guest) => guest.mailbox === mailbox) ? other : null;
}

/**
 * Where entries of a record were forgotten, nobody can tell any more which items they had admitted: what is older than
 * the last that stands does not come back (section 3a).
 */
function firstToAdmit({ judgement, folded }: RecordView, mailbox: string): number {
  if (folded.kind !== 'conversation') return 0;
  if (judgement.judged.every((one) => one.verdict.type !== 'forgotten')) return 0;
  const standing = folded.state.items.filter((item) => item.mailbox === mailbox);
  return Math.max(0, ...standing.map((item) => item.sequence + 1));
}

const isUnderWay = (engine: Engine, record: string, hash: string): boolean =>
  engine.outbox.some((one) => one.record === record && one.command === 'admit' && one.args['hash'] === hash);
