import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { seenOf } from '@leeward/domain/risk/assessment.ts';
import { baseOf } from '@leeward/domain/shared/items.ts';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { keyPairFromSeed } from '@leeward/sealed-log/crypto/hpke.ts';
import { sealItem } from '@leeward/sealed-log/door/boxes.ts';
import { teamSealingPair } from '@leeward/sealed-log/keys/team.ts';
import { teamSecret } from '@leeward/sealed-log/log/keyring.ts';
import { adoptedRecord, zeros32 } from '@leeward/sealed-log/wire/hashes.ts';
import { currentGeneration } from '@leeward/sealed-log/wire/skeleton.ts';
import { alertBook } from '../desk/alerts.ts';
import { withOwnActs } from '../desk/case-acts.ts';
import type { Engine } from '../desk/engine.ts';
import { orgOf, teamIdFor } from '../desk/engine.ts';
import { foundOrganisation } from '../desk/founding.ts';
import { confirmInvitation, invite, join } from '../desk/invitations.ts';
import { caseItems } from '../desk/open-case.ts';
import type { Surroundings } from '../desk/open-engine.ts';
import { openEngine } from '../desk/open-engine.ts';
import { keep, type NewItem } from '../desk/outbox.ts';
import { openRecord } from '../desk/records.ts';
import type { DeviceStore } from '../desk/store/device-store.ts';
import { memoryStore } from '../desk/store/memory-store.ts';
import { syncOnce } from '../desk/sync.ts';
import { type Mailbox, mailboxOf } from '../door/mailbox.ts';
import { sealable } from '../door/request.ts';
import { createRelayClient } from '../transport/relay-client.ts';
import type { SampleRelay } from './relay.ts';
import { answerSheet, readSheet, sheetItem } from './sheets.ts';
import type { SampleConversation, SampleStep } from './story.ts';

/*
 * Plays a sample through real desks: the same sealing, signing and folding as everywhere, against a relay in memory and a
 * clock that runs through two years. So whoever looks around sees the product and not a picture of it.
 */

const hour = 3600_000;
const day = 24 * hour;

/** What a sample leaves: a relay and the store of the desk that looks around, opened with this passphrase. */
export type PlayedSample = { readonly store: DeviceStore; readonly passphrase: string };

export type PlayOptions = {
  readonly story: readonly SampleConversation[];
  readonly relay: SampleRelay;
  /** The clock of everything in the sample; moved while it is played. Milliseconds since 1970. */
  readonly clock: { now: number };
  readonly now: number;
  readonly origin: string;
  readonly organisation: string;
  /** The first one looks around; the others are colleagues. */
  readonly officers: readonly string[];
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
};

type Desk = { readonly engine: Engine; readonly store: DeviceStore };
type Line = {
  readonly steps: readonly SampleStep[];
  readonly mailbox: Mailbox;
  record: string;
  case: string;
  sequence: number;
  prev: Bytes;
  /** The officer who sent the sheet of this case. */
  asker?: number;
};

/** Plays it to the end, or until the signal; then the sample is thrown away. @throws Error where a desk does not open. */
export async function playSample(options: PlayOptions): Promise<PlayedSample> {
  const { story, clock, now, onProgress, signal } = options;
  const passphrase = toHex(crypto.getRandomValues(new Uint8Array(16)));
  clock.now = Math.min(now - 731 * day, ...story.map(({ steps }) => (steps[0]?.at ?? now) - day));
  const desks = await openDesks(options, passphrase);
  const [first] = desks;
  if (first === undefined) throw new Error('a sample needs an officer');
  const lines = await Promise.all(story.map((one) => lineOf(first.engine, one)));
  const all = lines
    .flatMap((line) => line.steps.map((step) => ({ line, step })))
    .sort((one, other) => one.step.at - other.step.at);
  let done = 0;
  onProgress(0, all.length);
  for (const slice of slicesOf(
    all.map(({ step }) => step.at),
    now,
  )) {
    if (signal.aborted) throw new DOMException('aborted', 'AbortError');
    const from = done;
    while (done < all.length && (all[done]?.step.at ?? 0) <= slice) done += 1;
    await playSlice(options, desks, all.slice(from, done), slice);
    onProgress(done, all.length);
  }
  clock.now = now;
  for (const { engine } of desks.slice(0, 1)) await syncOnce(engine);
  return { store: first.store, passphrase };
}

/** Ten days at a time, and hours at the end: what is waited for now has its right age. */
function slicesOf(times: readonly number[], now: number): readonly number[] {
  const slices: number[] = [];
  for (let at = now - 731 * day; at < now - 20 * day; at += 10 * day) slices.push(at);
  for (let at = now - 20 * day; at < now - 3 * day; at += day) slices.push(at);
  for (let at = now - 3 * day; at < now; at += 6 * hour) slices.push(at);
  slices.push(now);
  // Slices in which nothing happens cost a round each.
  return slices.filter((slice, at) => {
    const before = slices[at - 1] ?? Number.NEGATIVE_INFINITY;
    return slice === now || times.some((time) => time > before && time <= slice);
  });
}

async function playSlice(
  { relay, clock }: PlayOptions,
  desks: readonly Desk[],
  steps: readonly { readonly line: Line; readonly step: SampleStep }[],
  end: number,
): Promise<void> {
  const [first] = desks;
  if (first === undefined) return;
  for (const { line, step } of steps) {
    if (step.by === 'her') await write(first.engine, relay, line, step);
    else if (step.command === 'answerSheet')
      await answerSheet(deskOf(desks, line, step).engine, relay, line.case, step.args, step.at);
  }
  clock.now = end;
  await syncOnce(first.engine);
  const busy = new Set<Desk>();
  for (const { line, step } of steps) {
    if (step.by === 'her') continue;
    const desk = deskOf(desks, line, step);
    if (!busy.has(desk) && desk !== first) await syncOnce(desk.engine);
    busy.add(desk);
    await keep(desk.engine, await itemsOf(desk.engine, line, step));
  }
  // Side by side: each waits for its own keys most of the time.
  await Promise.all([...busy].map(({ engine }) => syncOnce(engine)));
  await syncOnce(first.engine);
}

/** Who does it: a sheet is looked after by whoever sent it, as only that device holds its link. */
function deskOf(
  desks: readonly Desk[],
  line: Line,
  { by, command }: Exclude<SampleStep, { readonly by: 'her' }>,
): Desk {
  const isSheet = command === 'sendSheet' || command === 'answerSheet' || command === 'readSheet';
  if (isSheet) line.asker ??= by;
  const desk = desks[(isSheet ? (line.asker ?? by) : by) % desks.length] ?? desks[0];
  if (desk === undefined) throw new Error('a sample needs an officer');
  return desk;
}

async function write(
  engine: Engine,
  relay: SampleRelay,
  line: Line,
  step: SampleStep & { readonly by: 'her' },
): Promise<void> {
  const { mailbox } = line;
  const { team, generation, intakeKey } = await intakeOf(engine);
  const replies = relay.repliesTo(mailbox.id);
  const sealingKey =
    line.sequence === 0 ? (await keyPairFromSeed(mailbox.sealingSeed)).publicKey : new Uint8Array(0);
  const item = await sealItem(
    {
      org: orgOf(engine),
      mailboxKey: mailbox.signer.key,
      sequence: line.sequence,
      prev: line.prev,
      lastReply: replies.length,
      lastReplyHash: replies.at(-1) ?? zeros32,
      team,
      generation,
    },
    sealable({ message: step.message, blobs: [] }, step.at, sealingKey),
    intakeKey,
    mailbox.signingSeed,
  );
  if (line.sequence === 0) line.record = toHex(await adoptedRecord(orgOf(engine), item.hash));
  line.sequence += 1;
  line.prev = item.hash;
  relay.deliver(item.signed);
}

async function itemsOf(
  engine: Engine,
  line: Line,
  { command, args, at }: Exclude<SampleStep, { readonly by: 'her' }>,
): Promise<readonly NewItem[]> {
  const { record } = line;
  switch (command) {
    case 'openCase': {
      line.case = toHex(crypto.getRandomValues(new Uint8Array(32)));
      const teams = [teamIdFor(engine, 'protection') ?? new Uint8Array(16)].map(toHex);
      const wanted = await caseItems(engine, record, line.case, String(args['pseudonym']), teams, true);
      // Lists of teams are written in their order: only the case and the conversation have times of their own.
      return wanted.map((item) =>
        item.record === record || item.record === line.case ? { ...item, since: at } : item,
      );
    }
    case 'actOnCase':
      return [
        {
          record: line.case,
          command,
          args: { events: await seenBefore(engine, line.case, args) },
          since: at,
        },
      ];
    case 'sendSheet':
      return sheetItem(engine, line.case, args, at);
    case 'readSheet':
      return readSheet(engine, line.case, args, at);
    case 'answerSheet':
      return [];
    case 'addNote':
      return [{ record: line.case, command, args, since: at }];
    case 'setNextStep': {
      const { days } = args;
      const date = typeof days === 'number' ? new Date(at + days * day).toISOString().slice(0, 10) : '';
      return [{ record: line.case, command, args: { text: args['text'], date }, since: at }];
    }
    default:
      return [{ record, command, args, since: at, silent: command === 'noteOpened' }];
  }
}

/** What changes something that stands takes its place: its author has it before her eyes. */
async function seenBefore(
  engine: Engine,
  record: string,
  { events }: Readonly<Record<string, unknown>>,
): Promise<readonly CaseEvent[]> {
  const view = await openRecord(engine, record);
  const given = Array.isArray(events) ? (events as readonly CaseEvent[]) : [];
  if (view.folded.kind !== 'case') return given;
  const { risk, plan } = withOwnActs(engine, view, view.folded.state).parts;
  return given.map((event) => {
    if (event.type === 'RiskAssessed')
      return { ...event, replaces: seenOf(risk.assessments, event.who, event.setting) };
    if (event.type !== 'MeasureKept') return event;
    const { seen } = baseOf(plan.measures.get(event.id), event.id);
    const names = Object.keys(event.set) as (keyof typeof event.set)[];
    return { ...event, replaces: Object.fromEntries(names.map((name) => [name, seen[name] ?? []])) };
  });
}

async function intakeOf(engine: Engine) {
  const team = teamIdFor(engine, 'intake') ?? new Uint8Array(16);
  const { skeleton, keyring } = engine.organisation;
  const facts = skeleton.teams.get(toHex(team));
  const generation = (facts === undefined ? null : currentGeneration(facts))?.generation ?? 0;
  const secret = teamSecret(keyring, team, generation);
  if (secret === null) throw new Error('the sample has no intake');
  const context = { org: skeleton.org, team, generation };
  return { team, generation, intakeKey: (await teamSealingPair(secret, context)).publicKey };
}

async function lineOf(engine: Engine, { steps }: SampleConversation): Promise<Line> {
  const mailbox = await mailboxOf(crypto.getRandomValues(new Uint8Array(16)), orgOf(engine));
  return { steps, mailbox, record: '', case: '', sequence: 0, prev: zeros32 };
}

async function openDesks(options: PlayOptions, passphrase: string): Promise<readonly Desk[]> {
  const [name = '', ...colleagues] = options.officers;
  // Nothing is meant to stay: that a browser may delete it is no news.
  const store: DeviceStore = { ...memoryStore(), persistent: async () => true };
  const founded = await foundOrganisation(around(options, store), {
    token: 'sample',
    organisation: options.organisation,
    name,
    passphrase,
  });
  if (!founded.ok) throw new Error(`the sample was not founded: ${founded.error.code}`);
  const first: Desk = { engine: founded.value, store };
  await syncOnce(first.engine);
  const desks = [first];
  for (const colleague of colleagues) desks.push(await admit(options, first, colleague, passphrase));
  return desks;
}

async function admit(options: PlayOptions, first: Desk, name: string, passphrase: string): Promise<Desk> {
  const teams = ['intake', 'protection', 'custody'].flatMap((purpose) => {
    const team = teamIdFor(first.engine, purpose);
    return team === null ? [] : [toHex(team)];
  });
  const invitation = await invite(first.engine, 'officer', teams, options.origin);
  const store = memoryStore();
  const joining = invitation.ok
    ? await join(around(options, store), invitation.value.link, name, passphrase)
    : invitation;
  if (!invitation.ok || !joining.ok) throw new Error('a colleague of the sample could not join');
  const confirmed = await confirmInvitation(first.engine, invitation.value.join);
  const engine = await openEngine(around(options, store), joining.value.vault);
  if (!confirmed.ok || !engine.ok) throw new Error('a colleague of the sample was not let in');
  await syncOnce(engine.value);
  return { engine: engine.value, store };
}

const around = ({ origin, relay, clock, signal }: PlayOptions, store: DeviceStore): Surroundings => ({
  store,
  client: createRelayClient({ origin, fetch: relay.fetch }),
  alerts: alertBook(
    () => clock.now,
    () => undefined,
  ),
  now: () => clock.now,
  announce: () => undefined,
  report: () => undefined,
  stopping: signal,
});
