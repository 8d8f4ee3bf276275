import type { Engine } from './engine.ts';
import { silentDays } from './heartbeats.ts';
import { change } from './outbox.ts';
import type { OutboxItem } from './outbox-item.ts';
import { isHeldBack } from './outbox-item.ts';
import type { RecordView } from './record-view.ts';
import { openRecord } from './records.ts';

/*
 * After seven days without a sign of life of the organisation, the relay may be hiding a removal. What would hurt most in
 * the hands of somebody who was removed is then sealed only when a person has said so (rule 7, section 3.12). It stays in
 * the outbox as it was typed, and nothing that follows it in its record goes before it.
 */

/** Looks which acts have to be confirmed, holds those back, and lets go of what needs it no longer. */
export async function holdBack(engine: Engine): Promise<void> {
  const days = silentDays(engine);
  let held = 0;
  for (const item of engine.outbox) {
    const waits = days !== null && isOpen(item) && (await isHighRisk(engine, item));
    if (waits) {
      held += 1;
      if (!isHeldBack(item)) await change(engine, item, { failure: { code: 'needs-confirmation', days } });
    } else if (isHeldBack(item)) await change(engine, item, { failure: null });
  }
  if (held > 0 && days !== null) engine.alerts.raise('heldBack', { count: held, days });
  else engine.alerts.clear('heldBack');
}

/** A person says that what is held back now is to be sealed all the same; what comes later is asked for again. */
export async function confirmHeldBack(engine: Engine): Promise<void> {
  await holdBack(engine);
  const days = silentDays(engine);
  if (days === null) return;
  for (const item of engine.outbox)
    if (isHeldBack(item)) await change(engine, item, { failure: null, silence: days });
  engine.alerts.clear('heldBack');
}

const isOpen = ({ state, silence }: OutboxItem): boolean =>
  (silence ?? null) === null && (state === 'kept' || state === 'sent');

/**
 * Identities, and what ties one to a case; the opening of a case, which says who it is about and lets teams read it; and
 * what people write in a case in which life or liberty is at stake. Never what answers a defender, or lets her words in.
 */
async function isHighRisk(engine: Engine, item: OutboxItem): Promise<boolean> {
  const { command, args, creates } = item;
  if (creates?.kind === 'identity' || always.has(command)) return true;
  if (command === 'listRecord') return args['kind'] === 'identity';
  const view = await openRecord(engine, item.record);
  return view.folded.kind === 'identity' || (!item.silent && isOfImmediateDanger(view));
}

const always: ReadonlySet<string> = new Set([
  'beginIdentity',
  'indexCustody',
  'openCase',
  'noteAccessGiven',
  'comparePersons',
]);

const isOfImmediateDanger = ({ folded }: RecordView): boolean =>
  folded.kind === 'case' && folded.state.urgency === 'urg_immediate';
