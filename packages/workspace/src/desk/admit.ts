import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { teamRecord } from '@leeward/sealed-log/wire/hashes.ts';
import type { Engine } from './engine.ts';
import { orgOf, teamIdFor } from './engine.ts';
import { conversationOf } from './inbox.ts';
import type { NewItem } from './outbox.ts';
import { keep } from './outbox.ts';
import { intakeKeyOf } from './quoted.ts';
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
