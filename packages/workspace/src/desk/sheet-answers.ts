import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { caseNoun } from '@leeward/domain/case/state.ts';
import { may } from '@leeward/domain/organisation/permissions.ts';
import { propose } from '@leeward/domain/shared/fold.ts';
import { refusal } from '@leeward/domain/shared/refusal.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Args } from './builder-parts.ts';
import { text, wrongKind } from './builder-parts.ts';
import type { Made } from './built.ts';
import type { Engine } from './engine.ts';
import { actorOf } from './engine.ts';
import type { NewItem } from './outbox.ts';
import { keep } from './outbox.ts';
import { intakeKeyOf, openVerified } from './quoted.ts';
import type { RecordView } from './record-view.ts';
import { openRecord } from './records.ts';
import { sheetMailboxes } from './sheet-boxes.ts';

export const takeSheetAnswer = 'takeSheetAnswer';

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
    const taken = new Set(known?.answers.map(({ hash }) => hash));
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

/** One answer, verbatim, with its key for readers of the case who do not hold the team's. */
export async function buildSheetAnswer(engine: Engine, view: RecordView, args: Args): Promise<Made> {
  if (view.folded.kind !== 'case') return wrongKind;
  const [sheet, hash] = [text(args, 'sheet'), text(args, 'hash')];
  const known = view.folded.state.parts.sheet.get(sheet);
  const held = engine.inbox.get(text(args, 'mailbox'))?.find(({ verified }) => toHex(verified.hash) === hash);
  const key = held === undefined ? null : await intakeKeyOf(engine, held.verified);
  const opened = held === undefined || key === null ? null : await openVerified(engine, held.verified, key);
  if (known === undefined || held === undefined || key === null || opened === null)
    return { ok: false, error: refusal('not_there') };
  if (known.answers.some((one) => one.hash === hash)) return { ok: false, error: refusal('no_change') };
  const events: readonly CaseEvent[] = [
    {
      type: 'SheetAnswered',
      v: 1,
      sheet,
      item: 0,
      hash,
      sequence: opened.item.sequence,
      contentKey: toHex(key),
    },
  ];
  const allowed = propose(caseNoun, view.folded.state, actorOf(engine), events, [opened.item]);
  return allowed.ok ? { ok: true, value: { events: allowed.value, quoted: [held.bytes] } } : allowed;
}
