import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Engine } from './engine.ts';
import type { RecordView } from './record-view.ts';

/*
 * The clock of a device may be wrong by months: a battery died, a child played with it, somebody set it back on purpose.
 * Nothing in a log is ordered by clocks. But the last day on which she can read an answer is counted from today, and an
 * answer of a desk that is months behind would be over before it arrives (decision 74).
 */

const hour = 3_600_000;
/** Clocks that differ by less are only set to another time zone. */
const tolerance = 26 * hour;

type Heard = { readonly hour: number; readonly at: number };

/** What a relay last signed as the time, and what this device took for it then. */
const heard = new WeakMap<Engine, Heard>();

/** Notes the hour in a statement that the relay has signed just now, in seconds since 1970. */
export function noteRelayHour(engine: Engine, signedHour: number): void {
  heard.set(engine, { hour: signedHour * 1000, at: engine.now() });
}

/** The newest time that each device has written in the organisation's log; read anew where the log has grown. */
const ofOrganisation = new WeakMap<
  Engine,
  { readonly length: number; readonly newest: Map<string, number> }
>();

function newestOfOrganisation(engine: Engine): ReadonlyMap<string, number> {
  const { links } = engine.organisation;
  const known = ofOrganisation.get(engine);
  if (known !== undefined && known.length === links.length) return known.newest;
  const newest = new Map<string, number>();
  for (const { body, verdict, read } of links)
    if (verdict === 'in force' && body !== null) note(newest, toHex(read.header.device), body.claimedTime);
  ofOrganisation.set(engine, { length: links.length, newest });
  return newest;
}

const note = (newest: Map<string, number>, who: string, time: number): void => {
  newest.set(who, Math.max(newest.get(who) ?? 0, time));
};

/** The newest time that each of those has named who have a clock: devices, her phone, and the relay. */
function witnesses(engine: Engine, view: RecordView | null): readonly number[] {
  const newest = new Map(newestOfOrganisation(engine));
  for (const { device, body } of view?.judgement.effects ?? []) note(newest, toHex(device), body.claimedTime);
  if (view?.folded.kind === 'conversation')
    for (const { claimedTime } of view.folded.state.items) note(newest, 'hers', claimedTime ?? 0);
  const relay = heard.get(engine)?.hour;
  if (relay !== undefined) newest.set('relay', relay);
  return [...newest.values()];
}

/** So late it is at least, by two who say so: one wrong clock, or a relay that lies, moves nothing by itself. */
function agreedByTwo(times: readonly number[]): number {
  return times.toSorted((left, right) => right - left)[1] ?? 0;
}

/**
 * Now, for what ends on a day that is counted from it: by this device's clock, or later where two others name a later
 * time. `view`: the conversation that it is about.
 */
export function believableNow(engine: Engine, view: RecordView | null): number {
  const own = engine.now();
  const agreed = agreedByTwo(witnesses(engine, view));
  return agreed > own + tolerance ? agreed : own;
}

/** Says so where the clock of this device seems wrong, while somebody can still set it right. */
export function tellOwnClock(engine: Engine): void {
  const own = engine.now();
  const relay = believedRelay(engine);
  const later = Math.max(agreedByTwo(witnesses(engine, null)), relay?.hour ?? 0);
  const isAhead =
    relay !== null && relay.at - relay.hour > tolerance && own - relay.hour > tolerance ? relay.hour : null;
  const other = later > own + tolerance ? later : isAhead;
  if (other === null) engine.alerts.clear('ownClock');
  else engine.alerts.raise('ownClock', { date: dayOf(own), other: dayOf(other) });
}

/** Whole days: the alert is the same one for as long as they are. */
const dayOf = (time: number): number => Math.floor(time / (24 * hour)) * 24 * hour + 12 * hour;

/** A relay that is behind what stands in the log says nothing about anybody's clock. */
function believedRelay(engine: Engine): Heard | null {
  const relay = heard.get(engine);
  if (relay === undefined) return null;
  return relay.hour < agreedByTwo([...newestOfOrganisation(engine).values()]) - tolerance || relay.hour === 0
    ? null
    : relay;
}
