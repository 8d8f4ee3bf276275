import { compareCheckpoints } from '@leeward/domain/team/checkpoints.ts';
import { checkpointHeads, type SeenHead } from '@leeward/domain/team/events.ts';
import type { HeadClaim, TeamState } from '@leeward/domain/team/state.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Engine } from './engine.ts';
import { keep } from './outbox.ts';
import type { RecordView } from './record-view.ts';
import { openRecord } from './records.ts';
import { setTrouble } from './troubles.ts';

const day = 24 * 3600 * 1000;

/** Tells colleagues, at most daily and only what changed, which heads this device has seen; compares theirs (rule 7). */
export async function takeCheckpoints(engine: Engine): Promise<void> {
  for (const view of [...engine.records.values()]) {
    if (view.folded.kind !== 'team') continue;
    await compare(engine, view.folded.state);
    await take(engine, view.id, view.folded.state);
  }
}

/**
 * Holds what colleagues have seen against what this device holds. A claim that agrees, agrees for ever; one that does
 * not is looked at in every round, until what it names has come.
 */
async function compare(engine: Engine, state: TeamState): Promise<void> {
  const open = [...state.claims].filter(([key, claims]) => {
    const { record } = claims[0] ?? { record: '' };
    return state.records.has(record) && !engine.agreed.has(nameOf(key, claims));
  });
  if (open.length === 0) return;
  const known = new Map<string, Known>();
  for (const [, claims] of open)
    for (const { record } of claims)
      if (!known.has(record)) known.set(record, knownOf(await openRecord(engine, record)));
  const findings = compareCheckpoints({ ...state, claims: explained(open, known) }, (record) => {
    const { view } = known.get(record) ?? { view: null };
    if (view === null) return null;
    const { links } = view.chain;
    return {
      position: links.length - 1,
      headAt: (position) => (links[position] === undefined ? null : toHex(links[position].hash)),
    };
  });
  await tell(engine, findings, known);
  const unsettled = new Set(findings.map((finding) => finding.record));
  for (const [key, claims] of open)
    if (!unsettled.has(claims[0]?.record ?? '')) engine.agreed.add(nameOf(key, claims));
}

const nameOf = (key: string, claims: readonly HeadClaim[]): string =>
  `${key}:${claims.map((claim) => claim.head).join()}`;

type Known = { readonly view: RecordView; readonly hashes: ReadonlySet<string> };

/** Every entry that a record holds: at its place, or brought back by a readmission. */
function knownOf(view: RecordView): Known {
  const hashes = new Set<string>();
  for (const { hash, opened } of view.chain.links) {
    hashes.add(toHex(hash));
    if (opened.type === 'readmission') hashes.add(toHex(opened.displaced.hash));
  }
  return { view, hashes };
}

/** Claims without those heads that stand in the record elsewhere: that fork is settled, nothing of it is missing. */
function explained(
  open: readonly (readonly [string, readonly HeadClaim[]])[],
  known: ReadonlyMap<string, Known>,
): TeamState['claims'] {
  const left = new Map<string, readonly HeadClaim[]>();
  for (const [key, claims] of open) {
    const { hashes, view } = known.get(claims[0]?.record ?? '') ?? { hashes: null, view: null };
    const here = view?.chain.links[claims[0]?.position ?? -1]?.hash;
    const own = here === undefined ? '' : toHex(here);
    const unexplained = claims.filter((claim) => claim.head !== own && hashes?.has(claim.head) !== true);
    // Those that agree stay beside the others: together they are the proof.
    if (unexplained.length > 0)
      left.set(key, [...claims.filter((claim) => claim.head === own), ...unexplained]);
  }
  return left;
}

async function tell(
  engine: Engine,
  findings: ReturnType<typeof compareCheckpoints>,
  known: ReadonlyMap<string, Known>,
): Promise<void> {
  const behind = new Map<string, number>();
  const forked = new Map<string, number>();
  for (const finding of findings) {
    if (finding.kind === 'behind') behind.set(finding.record, finding.position - finding.own);
    else forked.set(finding.record, finding.position);
  }
  for (const record of known.keys()) {
    await setTrouble(engine, record, { behind: behind.get(record) ?? null });
    // What a colleague holds is somewhere: it is asked for.
    if (behind.has(record)) engine.askAgainFrom = 0;
    if ((engine.troubles.get(record)?.fork ?? null) !== null) continue;
    const position = forked.get(record);
    if (position === undefined) engine.alerts.clear('fork', record);
    else engine.alerts.raise('fork', { position, stage: 'seen' }, record);
  }
}

async function take(engine: Engine, team: string, state: TeamState): Promise<void> {
  const own = toHex(engine.keys.device.signingKey);
  const last = state.checkpoints.get(own) ?? 0;
  // Also where this device's clock was set back meanwhile.
  if (Math.abs(engine.now() - last) < day) return;
  if (engine.outbox.some((item) => item.command === 'checkpoint' && item.record === team)) return;
  const told = new Set<string>();
  for (const [key, claims] of state.claims)
    if (claims.some((claim) => claim.devices.includes(own))) told.add(key);
  const heads: SeenHead[] = [];
  for (const record of state.records.keys()) {
    const position = engine.summaries.get(record)?.position ?? -1;
    if (position < 0 || told.has(`${record}:${position}`)) continue;
    const head = (await openRecord(engine, record)).chain.links.at(-1);
    if (head !== undefined) heads.push({ record, position: head.header.position, head: toHex(head.hash) });
    if (heads.length === checkpointHeads) break;
  }
  if (heads.length > 0)
    await keep(engine, [{ record: team, command: 'checkpoint', args: { heads }, silent: true }]);
}
