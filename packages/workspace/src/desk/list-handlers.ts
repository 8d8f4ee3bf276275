import type { SharedView } from '@leeward/domain/team/list-events.ts';
import { canNoteExport } from '@leeward/domain/team/list-rules.ts';
import type { TeamState } from '@leeward/domain/team/state.ts';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import { teamRecord } from '@leeward/sealed-log/wire/hashes.ts';
import { icsOf } from '../calendar/ics.ts';
import { dayOf } from '../directory/today.ts';
import type { ListCommands, ListName, TakenOut, TakeOut, ViewsView } from '../lists/contract.ts';
import { csvOf } from '../tables/csv.ts';
import type { Answer, DraftedCommand } from './contract.ts';
import type { Engine } from './engine.ts';
import { actorOf, orgOf, teamIdFor } from './engine.ts';
import { keep, type NewItem } from './outbox.ts';
import { openRecord } from './records.ts';
import type { Handlers } from './rpc.ts';
import { saidFirst } from './said-first.ts';

/* Views of lists, kept and shared, and what is taken out of lists. Both stand in the log of the team that reads the list. */

/** What the session lends. */
export type ListTools = {
  readonly opened: <T>(work: (engine: Engine, sync: () => void) => Promise<Answer<T>>) => Promise<Answer<T>>;
  readonly inOrder: <T>(work: () => Promise<T>) => Promise<T>;
  readonly given: <T>(
    command: DraftedCommand,
    record: string | null,
    answer: Promise<Answer<T>>,
  ) => Promise<Answer<T>>;
};

type Log = { readonly record: string; readonly team: string; readonly state: TeamState };

/** Who reads the rows of a list: colleagues of that team are told, and nobody else. */
const readers: Readonly<Record<ListName, readonly string[]>> = {
  requests: ['intake', 'protection', 'everyone'],
  cases: ['protection', 'intake', 'everyone'],
  due: ['protection', 'intake', 'everyone'],
};

/** The log of the first of these teams that this member is of; null for none. */
async function logFor(engine: Engine, list: ListName): Promise<Log | null> {
  for (const purpose of readers[list]) {
    const team = teamIdFor(engine, purpose);
    if (team === null || !engine.organisation.keyring.teams.has(toHex(team))) continue;
    const record = toHex(await teamRecord(orgOf(engine), team));
    const { folded } = await openRecord(engine, record);
    if (folded.kind === 'team') return { record, team: toHex(team), state: folded.state };
  }
  return null;
}

const itemFor = ({ record, team }: Log, command: string, args: NewItem['args']): NewItem => ({
  record,
  command,
  args,
  creates: { kind: 'team', teams: [team] },
});

const yes = <T>(value: T): Answer<T> => ({ ok: true, value });
const notHere: Answer<never> = { ok: false, error: { code: 'not-here' } };

/** Answers the commands about lists. */
export function listHandlers({ opened, inOrder, given }: ListTools): Pick<Handlers, keyof ListCommands> {
  const inTeam = (list: ListName, command: string, args: NewItem['args']): Promise<Answer<null>> =>
    opened(async (engine, sync) => {
      const log = await logFor(engine, list);
      if (log === null) return notHere;
      await inOrder(() => keep(engine, [itemFor(log, command, args)]));
      engine.announce('session');
      sync();
      return yes(null);
    });

  return {
    views: ({ list }) => opened(async (engine) => yes(await viewsOf(engine, list))),
    keepView: ({ view }) => {
      const kept = opened(async (engine) => {
        const place = await placeOf(engine, view.view);
        await inOrder(async () => engine.store.put(place, await engine.local.seal(place, view)));
        engine.announce('session');
        return yes(null);
      });
      return given(`keepView:${view.list as ListName}`, null, kept);
    },
    dropView: ({ view }) =>
      opened(async (engine) => {
        await inOrder(async () => engine.store.delete(await placeOf(engine, view)));
        engine.announce('session');
        return yes(null);
      }),
    shareView: ({ view }) => {
      const list = view.list as ListName;
      return given(`keepView:${list}`, null, inTeam(list, 'shareView', { view }));
    },
    withdrawView: ({ list, view }) => inTeam(list, 'withdrawView', { view }),
    takeOut: (args) => {
      const taken = opened(async (engine, sync) => {
        const log = await logFor(engine, args.list);
        return log === null ? notHere : takeOut(engine, log, args, sync, inOrder);
      });
      return given(`takeOut:${args.list}`, null, taken);
    },
    takenOut: ({ list }) =>
      opened(async (engine) => {
        const log = await logFor(engine, list);
        const all = log?.state.exports.filter((one) => one.list === list) ?? [];
        return yes([...all].reverse());
      }),
  };
}

const prefix = 'view:';

/** Bound to the member: what one of them kept is never shown as another's. */
const placeOf = async (engine: Engine, view: string): Promise<string> =>
  `${prefix}${await engine.local.nameFor(`${toHex(engine.keys.member.id)} ${view}`)}`;

async function viewsOf(engine: Engine, list: ListName): Promise<ViewsView> {
  const mine: SharedView[] = [];
  for (const { name, value } of await engine.store.values(prefix)) {
    const view = (await engine.local.open(name, value)) as SharedView | null;
    if (view !== null && view.list === list && name === (await placeOf(engine, view.view))) mine.push(view);
  }
  const log = await logFor(engine, list);
  const shared = [...(log?.state.views.values() ?? [])].flatMap((field) =>
    field
      .filter(({ value }) => value.list === list)
      .map(({ value, by, claimedTime }) => ({ ...value, by, claimedTime })),
  );
  return { mine, shared, canShare: log !== null };
}

async function takeOut(
  engine: Engine,
  log: Log,
  { list, format, table, columns, filter, sort, reason, words, calendar = [] }: TakeOut,
  sync: () => void,
  inOrder: ListTools['inOrder'],
): Promise<Answer<TakenOut>> {
  const csv = new TextEncoder().encode(csvOf(table));
  // The only part that needs a library: loaded when somebody asks for it.
  const sheet = async (): Promise<Bytes> => {
    const { xlsxOf } = await import('../tables/xlsx.ts');
    return new Uint8Array(await xlsxOf(table, words, dayOf(engine.now())));
  };
  const days = async (): Promise<Bytes> =>
    new TextEncoder().encode(await icsOf(calendar, dayOf(engine.now())));
  const bytes = format === 'xlsx' ? await sheet() : format === 'ics' ? await days() : csv;
  const noted = {
    list,
    format,
    rows: table.length - 1,
    columns,
    filter,
    sort,
    reason: reason.trim(),
    hash: toHex(await sha256(bytes)),
  };
  const allowed = canNoteExport(log.state, actorOf(engine), noted);
  if (!allowed.ok) return { ok: false, error: { code: 'refused', refusal: allowed.error } };
  // Colleagues are told first: without them nothing is given out, and nothing is said that did not happen.
  const said = await saidFirst(engine, itemFor(log, 'noteExport', { noted }), sync, inOrder);
  if (!said.ok) return said;
  // Another calendar shows the name of the file that it read: it says nothing of us.
  const name = `${format === 'ics' ? 'days' : 'leeward'}-${dayOf(engine.now())}.${format}`;
  return yes({ name, bytes: format === 'print' ? null : (bytes.slice().buffer as ArrayBuffer) });
}
