import { compareCheckpoints } from '@leeward/domain/team/checkpoints.ts';
import type { SeenHead } from '@leeward/domain/team/events.ts';
import type { TeamState } from '@leeward/domain/team/state.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Engine } from './engine.ts';
import { keep } from './outbox.ts';
import { openRecord } from './records.ts';

const day = 24 * 3600 * 1000;

/** Tells colleagues, at most daily and only what changed, which heads this device has seen; compares theirs (rule 7). */
export async function takeCheckpoints(engine: Engine): Promise<void> {
  for (const view of [...engine.records.values()]) {
    if (view.folded.kind !== 'team') continue;
    await compare(engine, view.folded.state);
    await take(engine, view.id, view.folded.state);
  }
}

async function compare(engine: Engine, state: TeamState): Promise<void> {
  const known = new Map<string, Awaited<ReturnType<typeof openRecord>>>();
  for (const claims of state.claims.values())
    for (const { record } of claims)
      if (state.records.has(record) && !known.has(record))
        known.set(record, await openRecord(engine, record));
  const findings = compareCheckpoints(state, (record) => {
    const view = known.get(record);
    if (view === undefined) return null;
    const { links } = view.chain;
    return {
      position: links.length - 1,
      headAt: (position) => (links[position] === undefined ? null : toHex(links[position].hash)),
    };
  });
  const behind = new Set<string>();
  for (const finding of findings) {
    if (finding.kind === 'fork') {
      engine.alerts.raise('fork', { position: finding.position }, finding.record);
      continue;
    }
    behind.add(finding.record);
    engine.alerts.raise('missingNotes', { count: finding.position - finding.own }, finding.record);
  }
  for (const record of known.keys()) if (!behind.has(record)) engine.alerts.clear('missingNotes', record);
}

async function take(engine: Engine, team: string, state: TeamState): Promise<void> {
  const last = state.checkpoints.get(toHex(engine.keys.device.signingKey)) ?? 0;
  if (engine.now() - last < day) return;
  if (engine.outbox.some((item) => item.command === 'checkpoint' && item.record === team)) return;
  const heads: SeenHead[] = [];
  for (const record of state.records.keys()) {
    const position = engine.summaries.get(record)?.position ?? -1;
    if (position < 0) continue;
    const told = [...state.claims.values()]
      .flat()
      .some(
        (claim) =>
          claim.record === record &&
          claim.position === position &&
          claim.devices.includes(toHex(engine.keys.device.signingKey)),
      );
    if (told) continue;
    const view = await openRecord(engine, record);
    const head = view.chain.links.at(-1);
    if (head !== undefined) heads.push({ record, position: head.header.position, head: toHex(head.hash) });
    if (heads.length === 256) break;
  }
  if (heads.length > 0)
    await keep(engine, [{ record: team, command: 'checkpoint', args: { heads }, silent: true }]);
}
