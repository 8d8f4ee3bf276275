import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Judged } from '@leeward/sealed-log/log/judge.ts';
import type { Engine } from './engine.ts';
import { actorOf } from './engine.ts';
import type { RecordView } from './record-view.ts';

/** What a judged record has to tell. */
export function raiseFrom(engine: Engine, view: RecordView): void {
  const { alerts } = engine;
  const setAside = ofType(view, 'set-aside');
  // Named one after the other: an administrator reads and admits each by itself (rule 1).
  const [first] = setAside;
  if (first === undefined) alerts.clear('setAside', view.id);
  else alerts.raise('setAside', { count: setAside.length, entry: hashOf(first) }, view.id);
  const missing = ofType(view, 'missing').length;
  if (missing === 0) alerts.clear('bodyMissing', view.id);
  else {
    engine.askAgainFrom = 0;
    alerts.raise('bodyMissing', { count: missing }, view.id);
  }
  tellOfExtraRecipients(engine, view);
  tellOfUninvited(engine, view);
  if (view.folded.kind !== 'unknown' && view.folded.state.needsNewer) {
    const newer = view.folded.state.kept.filter((one) => one.why.kind === 'newer').length;
    alerts.raise('needsNewer', { count: Math.max(1, newer) }, view.id);
  }
  const readmitted = view.judgement.effects.filter((effect) => effect.readmitted).length;
  if (readmitted > 0) alerts.raise('readmitted', { count: readmitted }, view.id);
  const odd = clocksThatDiffer(view);
  if (odd.length > 0) alerts.raise('clockDiffers', { count: odd.length, position: odd[0] ?? 0 }, view.id);
}

/** An epoch with somebody more than it names (rule 11): in red until another epoch stands after it. */
function tellOfExtraRecipients({ alerts }: Engine, { judgement, id }: RecordView): void {
  const found = judgement.judged.findLast(
    (one) => one.verdict.type === 'void' && one.verdict.why === 'extra-recipient',
  );
  if (found === undefined) return;
  const { position } = found.link.header;
  const isOver = (judgement.epoch?.link.header.position ?? -1) > position;
  alerts.raise('extraRecipient', isOver ? { position, stage: 'settled' } : { position }, id);
}

/**
 * An epoch of an identity record that names somebody whom custody has not let in: whoever reads it could add a friend.
 * Custody's devices post another one without her, and say so (rule 11).
 */
function tellOfUninvited(engine: Engine, { folded, judgement, id }: RecordView): void {
  if (folded.kind !== 'identity' || actorOf(engine).custody !== true) return;
  const invited = new Set(folded.state.readers.map(({ member }) => member));
  const found = judgement.judged.findLast(
    ({ verdict, link }) =>
      verdict.type === 'in-force' &&
      link.opened.type === 'epoch' &&
      (link.opened.body?.recipients ?? []).some(
        ({ recipient }) => recipient.type === 'member' && !invited.has(toHex(recipient.member)),
      ),
  );
  if (found === undefined) return;
  const { position } = found.link.header;
  const isOver = (judgement.epoch?.link.header.position ?? -1) > position;
  engine.alerts.raise('extraRecipient', isOver ? { position, stage: 'settled' } : { position }, id);
}

/** Verdicts on entries, and on what readmissions carry. */
const ofType = (view: RecordView, type: Judged['verdict']['type']): readonly Judged[] =>
  view.judgement.judged.filter((one) => one.verdict.type === type || one.inner?.type === type);

/** What an administrator would admit: the entry itself, or what a readmission carries. */
const hashOf = ({ link, verdict }: Judged): string =>
  verdict.type !== 'set-aside' && link.opened.type === 'readmission'
    ? toHex(link.opened.displaced.hash)
    : toHex(link.hash);

/** By how much the clocks of colleagues may differ before it is worth a word. */
const tolerance = 24 * 3600 * 1000;

/**
 * Positions of entries whose claimed time lies outside that of their neighbours (fault 32). The order is the chain's;
 * times are shown as claimed.
 */
export function clocksThatDiffer({ judgement }: RecordView): readonly number[] {
  const { effects } = judgement;
  return effects.flatMap((effect, index) => {
    const before = effects[index - 1]?.body.claimedTime;
    const after = effects[index + 1]?.body.claimedTime;
    const time = effect.body.claimedTime;
    const earliest = before === undefined ? undefined : Math.min(before, after ?? before);
    const latest = after === undefined ? undefined : Math.max(after, before ?? after);
    const tooEarly = earliest !== undefined && time < earliest - tolerance;
    const tooLate = latest !== undefined && time > latest + tolerance;
    // What was readmitted stands later than it was written.
    return !effect.readmitted && (tooEarly || tooLate) ? [effect.position] : [];
  });
}
