import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { decodeReply } from '@leeward/sealed-log/wire/reply.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import { acknowledges } from './receipts.ts';
import { openRecord } from './records.ts';
import { bytesOf } from './send.ts';
import type { BoxOfCase } from './sheet-boxes.ts';
import { sheetMailboxes } from './sheet-boxes.ts';
import { noteReply } from './take-boxes.ts';

const hour = 3_600_000;
/** Under what is noted that the relay was told of an end. */
export const endTold = 'sheet-ended:';
const toldName = (mailbox: string): string => `${endTold}${mailbox}`;

/** Brings to the relay what it lacks of question sheets: the questions while they are open, the end once somebody made it. */
export async function postSheets(engine: Engine): Promise<void> {
  for (const box of sheetMailboxes(engine).values()) {
    if (box.ended) await tellEnd(engine, box);
    else if (engine.now() < box.until && engine.sentReplies.get(box.mailbox)?.has(box.item) !== true)
      await post(engine, box);
  }
}

async function post(engine: Engine, { record, sheet, mailbox, item, until }: BoxOfCase): Promise<void> {
  const view = await openRecord(engine, record);
  const known = view.folded.kind === 'case' ? view.folded.state.parts.sheet.get(sheet) : undefined;
  if (known === undefined || known.item.quoted === null) return;
  const effect = view.judgement.effects.find((one) => toHex(one.hash) === known.sent.entry);
  const bytes = effect?.body.quoted[known.item.quoted];
  const reply = bytes === undefined ? null : decodeReply(bytes);
  if (reply === null || !reply.ok) return;
  const end = Math.ceil(until / hour);
  const answer = await engine.client.reply(
    orgOf(engine),
    reply.value,
    [],
    engine.signer,
    engine.stopping,
    end,
  );
  // Its time is over by the relay's clock: what this device holds of it says the same soon.
  if (!answer.ok && answer.error.code === 'ended') noteReply(engine, mailbox, item);
  if (!answer.ok) return;
  const place = { log: 4, record: bytesOf(mailbox), position: 0, head: bytesOf(item) } as const;
  // What the relay has not signed for is sent again in the next round (rule 7).
  if (!(await acknowledges(engine, answer.value.receipt, place))) return;
  noteReply(engine, mailbox, item);
  engine.announce(`record:${record}`);
}

/** Tells the relay once that a sheet was ended. What it never had needs no end. */
async function tellEnd(engine: Engine, { mailbox, until }: BoxOfCase): Promise<void> {
  if (until + hour < engine.now()) return;
  if ((await engine.store.get(toldName(mailbox))) !== null) return;
  const told = await engine.client.endMailbox(
    orgOf(engine),
    bytesOf(mailbox),
    engine.signer,
    engine.stopping,
  );
  if (told.ok || told.error.code === 'nothing-there')
    await engine.store.put(toldName(mailbox), new Uint8Array(0));
}
