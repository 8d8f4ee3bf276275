import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { caseNoun } from '@leeward/domain/case/state.ts';
import { propose } from '@leeward/domain/shared/fold.ts';
import { refusal } from '@leeward/domain/shared/refusal.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Args } from './builder-parts.ts';
import { text, wrongKind } from './builder-parts.ts';
import type { Made } from './built.ts';
import type { Engine } from './engine.ts';
import { actorOf } from './engine.ts';
import { intakeKeyOf, openVerified } from './quoted.ts';
import type { RecordView } from './record-view.ts';

/** The command under which a desk takes an answer in, by itself. */
export const takeSheetAnswer = 'takeSheetAnswer';

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
