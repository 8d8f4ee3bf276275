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

/** By how much the times of one device may go back from one entry to the next before it is worth a word. */
const oneDevice = 24 * 3600 * 1000;
/** By how much those of colleagues may: who was without a line for weeks brings what she wrote then, and no clock is wrong. */
const colleagues = 31 * oneDevice;

/**
 * Positions of entries whose claimed time lies outside that of their neighbours, or goes back on their own device (fault
 * 32). The order is the chain's; times are shown as claimed.
 */
export function clocksThatDiffer({ judgement }: RecordView): readonly number[] {
  // What was readmitted stands later than it was written.
  const effects = judgement.effects.filter(({ readmitted }) => !readmitted);
  const latestOf = new Map<string, number>();
  return effects.flatMap(({ device, position, body }, index) => {
    const time = body.claimedTime;
    const own = toHex(device);
    const before = latestOf.get(own);
    latestOf.set(own, Math.max(time, before ?? time));
    const wentBack = before !== undefined && time < before - oneDevice;
    const around = [effects[index - 1], effects[index + 1]].flatMap((one) => one?.body.claimedTime ?? []);
    const tooEarly = index > 0 && time < Math.min(...around) - colleagues;
    const tooLate = index < effects.length - 1 && time > Math.max(...around) + colleagues;
    return wentBack || tooEarly || tooLate ? [position] : [];
  });
}
