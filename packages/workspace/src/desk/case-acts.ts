import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { type CaseState, caseNoun, foldCase } from '@leeward/domain/case/state.ts';
import type { EventRef } from '@leeward/domain/shared/context.ts';
import { propose } from '@leeward/domain/shared/fold.ts';
import { refusal } from '@leeward/domain/shared/refusal.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { BlobReference } from '@leeward/sealed-log/wire/box.ts';
import { blobReference } from '@leeward/sealed-log/wire/box.ts';
import { encode } from '@leeward/sealed-log/wire/codec.ts';
import { withSealedAnswers } from './answer-boxes.ts';
import { answerFile, blobsIn } from './answer-files.ts';
import { askingRefused } from './asking-check.ts';
import type { Args, Builder } from './builder-parts.ts';
import { wrongKind } from './builder-parts.ts';
import type { Engine } from './engine.ts';
import { actorOf } from './engine.ts';
import type { OutboxItem } from './outbox-item.ts';
import type { RecordView } from './record-view.ts';
import { filesOf } from './replies.ts';

/*
 * Whatever somebody does in the parts of a case arrives as events that the domain's rules made on her screen. The fold
 * is asked again here, on the state that stands now. What is not in the log yet is shown as the fold will read it; an
 * edit of such an edit names it by its act, and gets its real place when the first one has one.
 */

/** The command under which they wait in the outbox. */
export const actOnCase = 'actOnCase';

/** By what an act that is not in the log yet is named where an entry would be: nothing that a hash can be by chance. */
export const provisionalEntry = (action: string): string => action.padEnd(64, '0');

/** Events of the parts of a case, judged on what stands now. */
export const buildCaseActs: Builder = async (engine, view, args) => {
  if (view.folded.kind !== 'case') return wrongKind;
  const { state } = view.folded;
  const given = filesOf(args);
  const fileOf = async (blob: string): Promise<BlobReference | null> =>
    given.find((file) => toHex(file.blob) === blob) ??
    view.blobs.get(blob) ??
    (await answerFile(engine, blob));
  const sealed = await withSealedAnswers(
    engine,
    view.bytes,
    state,
    eventsIn(args).map((event) => withRealPlaces(event, view)),
    fileOf,
  );
  if (!sealed.ok) return sealed;
  const events = sealed.value;
  const actor = actorOf(engine);
  const allowed = propose(caseNoun, state, actor, events);
  if (!allowed.ok) return allowed;
  const context = { ...contextOf(engine), entry: '', claimedTime: 0, position: 1 };
  const after = events.reduce<CaseState>(
    (before, event, index) => foldCase(before, event, { ...context, index }),
    state,
  );
  if (after === state) return { ok: false, error: refusal('no_change') };
  const refused = await askingRefused(engine, state, after, events);
  if (refused !== null) return { ok: false, error: refused };
  // Keys of files that the events name, for whoever reads the record.
  const quoted = await quotedFor(eventsIn(args), events, given, view, fileOf);
  if (quoted === null) return { ok: false, error: refusal('not_there') };
  return { ok: true, value: { events, quoted: quoted.map((file) => encode(blobReference, file)) } };
};

/**
 * The files whose keys the entry quotes: all that were given, but for those whose answers went into a box, whose keys lie
 * there; and those that an answer names anew and this record has not quoted yet. Null where one has no key here.
 */
async function quotedFor(
  asked: readonly CaseEvent[],
  written: readonly CaseEvent[],
  given: readonly BlobReference[],
  view: RecordView,
  fileOf: (blob: string) => Promise<BlobReference | null>,
): Promise<readonly BlobReference[] | null> {
  const open = new Set(written.flatMap(blobsIn));
  const boxed = new Set(asked.flatMap(blobsIn).filter((blob) => !open.has(blob)));
  const quoted = given.filter(({ blob }) => !boxed.has(toHex(blob)));
  for (const blob of open) {
    if (view.blobs.has(blob) || quoted.some((one) => toHex(one.blob) === blob)) continue;
    const file = await fileOf(blob);
    if (file === null) return null;
    quoted.push(file);
  }
  return quoted;
}

const eventsIn = (args: Args): readonly CaseEvent[] =>
  Array.isArray(args['events']) ? (args['events'] as readonly CaseEvent[]) : [];

/** The event with every reference to an act of this device replaced by one to the entry in which that act stands now. */
export function withRealPlaces<Event>(event: Event, view: RecordView): Event {
  const real = (ref: EventRef): EventRef => {
    const effect = view.judgement.effects.find(
      ({ body }) => provisionalEntry(toHex(body.action)) === ref.entry,
    );
    return effect === undefined ? ref : { ...ref, entry: toHex(effect.hash) };
  };
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    if (isRef(value)) return real(value);
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner)]));
  };
  return walk(event) as Event;
}

const isRef = (value: object): value is EventRef =>
  'entry' in value &&
  'index' in value &&
  typeof value.entry === 'string' &&
  typeof value.index === 'number' &&
  Object.keys(value).length === 2;

/** The case as it will be once this device's own acts are in the log. */
export function withOwnActs(engine: Engine, view: RecordView, state: CaseState): CaseState {
  const base = contextOf(engine);
  let position = view.chain.links.length;
  let next = state;
  for (const item of engine.outbox) {
    if (item.record !== view.id || item.command !== actOnCase || !isOnItsWay(item)) continue;
    const before = next;
    for (const [index, event] of eventsIn(item.args).entries()) {
      const entry = provisionalEntry(item.action);
      const real = withRealPlaces(event, view);
      next = foldCase(next, real, { ...base, entry, index, claimedTime: item.since, position });
    }
    // Kept without effect: what stands meanwhile does not allow it, and the outbox will say so.
    if (next.kept.length > before.kept.length) next = before;
    position += 1;
  }
  return next;
}

export const isOnItsWay = ({ state }: OutboxItem): boolean => state === 'kept' || state === 'sent';

/** What the context of this person's own acts has in common. */
export function contextOf(engine: Engine) {
  const { member, device, role, permissions, custody } = actorOf(engine);
  return { author: { member, device }, role, permissions, custody: custody === true };
}
