import { may } from '@leeward/domain/organisation/permissions.ts';
import { answersAtMost } from '@leeward/domain/sheet/state.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { takeSheetAnswer } from './build-sheet-answer.ts';
import type { Engine } from './engine.ts';
import { actorOf } from './engine.ts';
import type { NewItem } from './outbox.ts';
import { keep } from './outbox.ts';
import { intakeKeyOf } from './quoted.ts';
import { openRecord } from './records.ts';
import { sheetMailboxes } from './sheet-boxes.ts';

/** Takes answers to question sheets into the cases that asked: every desk that may write there does it as it pulls. */
export async function takeSheetAnswers(engine: Engine): Promise<void> {
  const { role, permissions } = actorOf(engine);
  if (!may(role, 'case.note', permissions).ok) return;
  const boxes = sheetMailboxes(engine);
  const wanted: NewItem[] = [];
  for (const [mailbox, box] of boxes) {
    const items = engine.inbox.get(mailbox) ?? [];
    if (items.length <= box.taken) continue;
    const { record, sheet } = box;
    const { folded } = await openRecord(engine, record);
    const known = folded.kind === 'case' ? folded.state.parts.sheet.get(sheet) : undefined;
    if (known === undefined || known.answers.length >= answersAtMost) continue;
    const taken = new Set(known.answers.map(({ hash }) => hash));
    for (const { verified } of items) {
      const hash = toHex(verified.hash);
      const isUnderWay = engine.outbox.some(
        (one) => one.record === record && one.command === takeSheetAnswer && one.args['hash'] === hash,
      );
      // What no key of ours opens was not written by the page that we sent.
      if (taken.has(hash) || isUnderWay || (await intakeKeyOf(engine, verified)) === null) continue;
      wanted.push({ record, command: takeSheetAnswer, args: { sheet, mailbox, hash }, silent: true });
    }
  }
  if (wanted.length > 0) await keep(engine, wanted);
}
