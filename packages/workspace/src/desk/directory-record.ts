import type { DirectoryState } from '@leeward/domain/directory/state.ts';
import { emptyDirectory } from '@leeward/domain/directory/state.ts';
import { may } from '@leeward/domain/organisation/permissions.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { everyoneTeam } from '@leeward/sealed-log/organisation/entries.ts';
import { blobReference } from '@leeward/sealed-log/wire/box.ts';
import { encode } from '@leeward/sealed-log/wire/codec.ts';
import { teamRecord } from '@leeward/sealed-log/wire/hashes.ts';
import { buildAct, type DirectoryAct } from '../directory/build.ts';
import type { DirectoryPending } from '../directory/contract.ts';
import type { Made } from './built.ts';
import { directoryId } from './directory-id.ts';
import type { Engine } from './engine.ts';
import { actorOf, orgOf } from './engine.ts';
import type { NewItem } from './outbox.ts';
import type { OutboxItem } from './outbox-item.ts';
import type { RecordView } from './record-view.ts';
import { openRecord } from './records.ts';
import { filesOf } from './replies.ts';

/* The organisation's directory is one record, which every member reads through the team "everyone". */

/** What the organisation knows beyond the public release; empty where nobody has written anything yet. */
export async function directoryState(engine: Engine): Promise<DirectoryState> {
  const { folded } = await openRecord(engine, await directoryId(engine));
  return folded.kind === 'directory' ? folded.state : emptyDirectory;
}

/** An act on the directory, and before the first one its place in the team's list, where this member may give it. */
export async function directoryItems(
  engine: Engine,
  act: DirectoryAct,
  attached: { readonly files: readonly string[]; readonly blobs: readonly string[] } | null = null,
): Promise<readonly NewItem[]> {
  const record = await directoryId(engine);
  const everyone = await everyoneTeam(orgOf(engine));
  const teams = [toHex(everyone)];
  const log = toHex(await teamRecord(orgOf(engine), everyone));
  const items: NewItem[] = [];
  const { role, permissions } = actorOf(engine);
  const { folded } = await openRecord(engine, log);
  const isListed = folded.kind === 'team' && folded.state.records.has(record);
  const waits = engine.outbox.some(
    ({ command, args }) => command === 'listRecord' && args['listed'] === record,
  );
  if (!isListed && !waits && may(role, 'team.list', permissions).ok)
    items.push({
      record: log,
      command: 'listRecord',
      args: { listed: record, kind: 'directory' },
      creates: { kind: 'team', teams },
      silent: true,
    });
  items.push({
    record,
    command: act.command,
    args: { act, ...attached },
    creates: { kind: 'directory', teams },
  });
  return items;
}

/** The commands of the directory that are written in its record. */
export const directoryCommands = [
  'proposeChange',
  'confirmChange',
  'refuseChange',
  'withdrawChange',
  'checkMechanism',
  'addMechanism',
  'changeMechanism',
  'withdrawMechanism',
  'noteTold',
  'keepProgramme',
  'importRelease',
] as const satisfies readonly DirectoryAct['command'][];

/** Asks the rules on what stands now. A release goes along as an attachment, whose key the entry quotes. */
export async function buildDirectory(
  engine: Engine,
  view: RecordView,
  args: OutboxItem['args'],
): Promise<Made> {
  if (view.folded.kind !== 'directory') return { ok: false, error: { code: 'not_there' } };
  const events = buildAct(view.folded.state, actorOf(engine), args['act'] as DirectoryAct);
  if (!events.ok) return events;
  const quoted = filesOf(args).map((file) => encode(blobReference, file));
  return { ok: true, value: { events: events.value, quoted } };
}

/** Own acts on the directory that are not confirmed yet. */
export function directoryPending(
  engine: Engine,
  record: string,
  state: DirectoryState,
): readonly DirectoryPending[] {
  return engine.outbox.flatMap((item): readonly DirectoryPending[] => {
    if (item.record !== record || item.silent) return [];
    const { action, command, state: delivery, since, failure } = item;
    const act = item.args['act'] as DirectoryAct;
    return [{ action, command, delivery, since, failure, ...aboutOf(act, state) }];
  });
}

function aboutOf(
  act: DirectoryAct,
  state: DirectoryState,
): Pick<DirectoryPending, 'mechanism' | 'proposal' | 'text'> {
  switch (act.command) {
    case 'proposeChange':
      return { mechanism: act.change.mechanism, proposal: act.change.proposal, text: act.change.note };
    case 'addMechanism':
      return { mechanism: act.added.mechanism, proposal: act.added.proposal, text: act.added.note };
    case 'changeMechanism':
      return { mechanism: act.changed.mechanism, proposal: act.changed.proposal, text: act.changed.note };
    case 'checkMechanism':
      return { mechanism: act.check.mechanism, proposal: null, text: act.check.source };
    case 'noteTold':
      return { mechanism: act.told.mechanism, proposal: null, text: act.told.source };
    case 'withdrawMechanism':
      return { mechanism: act.mechanism, proposal: null, text: act.reason };
    case 'keepProgramme':
      return { mechanism: act.event.id, proposal: null, text: programmeName(act.event) };
    case 'importRelease':
      return { mechanism: null, proposal: null, text: act.release.version };
    default: {
      const mechanism = state.proposals.get(act.proposal)?.mechanism ?? null;
      return { mechanism, proposal: act.proposal, text: 'reason' in act ? act.reason : null };
    }
  }
}

/** The name that an act gives to a programme; null where it changes something else of it. */
function programmeName(event: Extract<DirectoryAct, { readonly command: 'keepProgramme' }>['event']) {
  return 'set' in event ? (event.set.name ?? null) : null;
}
