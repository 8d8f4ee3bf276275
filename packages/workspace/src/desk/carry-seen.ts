import { watchedCase, watchedRequest } from '@leeward/domain/rebase.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { parseEvents } from '@leeward/sealed-log/log/events-json.ts';
import type { OutboxItem } from './outbox-item.ts';
import type { RecordView } from './record-view.ts';

/**
 * What a person has seen of a record includes what she did herself: claimed and given back in one breath, without a
 * line, her second act has not "changed meanwhile" by her first. Gives the later act with what the earlier one, which
 * stands now, has made of the fields that it edits; the same act where that changes nothing.
 */
export function afterOwn(view: RecordView, stood: OutboxItem, later: OutboxItem): OutboxItem {
  const { seen } = later;
  if (seen === null) return later;
  const effect = view.judgement.effects.find((one) => toHex(one.body.action) === stood.action);
  const events = effect === undefined ? null : parseEvents(effect.body.events);
  if (events === null || !events.ok) return later;
  const fields = new Map<string, unknown>();
  for (const event of events.value) for (const [name, value] of edited(view, event)) fields.set(name, value);
  const known = [...fields].filter(([name]) => Object.hasOwn(seen, name));
  return known.length === 0 ? later : { ...later, seen: { ...seen, ...Object.fromEntries(known) } };
}

type WatchedRequestEvent = Parameters<typeof watchedRequest.edits>[0];
type WatchedCaseEvent = Parameters<typeof watchedCase.edits>[0];

/** The fields that an event of this device's own edits, with their values now. */
function edited({ folded }: RecordView, event: unknown): readonly (readonly [string, unknown])[] {
  if (folded.kind === 'conversation')
    return (watchedRequest.edits(event as WatchedRequestEvent) ?? []).map((name) => [
      name,
      watchedRequest.read(folded.state, name) ?? null,
    ]);
  if (folded.kind === 'case')
    return (watchedCase.edits(event as WatchedCaseEvent) ?? []).map((name) => [
      name,
      watchedCase.read(folded.state, name) ?? null,
    ]);
  return [];
}
