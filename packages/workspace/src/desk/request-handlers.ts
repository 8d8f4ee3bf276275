import { standingJudgements } from '@leeward/domain/request/judgement.ts';
import type { Answer, DraftedCommand } from './contract.ts';
import { copyItem } from './copies.ts';
import { directoryState } from './directory-record.ts';
import type { Engine } from './engine.ts';
import { actorOf } from './engine.ts';
import { enteredItems } from './entered.ts';
import { stopUploads } from './files.ts';
import { areJoined, joinItems, unjoinItems } from './joining-requests.ts';
import type { NewItem } from './outbox.ts';
import { discard } from './outbox.ts';
import { possibleMatches } from './possible-matches.ts';
import { preparedWords, wordsItem } from './prepared-words.ts';
import { openRecord } from './records.ts';
import type { DirectoryErrands, RequestCommands, Unsettled } from './requests-contract.ts';
import type { Handlers } from './rpc.ts';

/** What the session lends to the commands about requests. */
export type RequestTools = {
  readonly opened: <T>(work: (engine: Engine, sync: () => void) => Promise<Answer<T>>) => Promise<Answer<T>>;
  readonly inOrder: <T>(work: () => Promise<T>) => Promise<T>;
  readonly act: (items: (engine: Engine) => Promise<Answer<readonly NewItem[]>>) => Promise<Answer<null>>;
  readonly given: <T>(
    command: DraftedCommand,
    record: string | null,
    answer: Promise<Answer<T>>,
  ) => Promise<Answer<T>>;
};

const yes = <T>(value: T): Answer<T> => ({ ok: true, value });
const refused = (code: 'role' | 'no_change'): Answer<never> => ({
  ok: false,
  error: { code: 'refused', refusal: { code } },
});

/** Answers the commands of `requests-contract.ts`. */
export function requestHandlers(tools: RequestTools): Pick<Handlers, keyof RequestCommands> {
  const { opened, inOrder, act, given } = tools;
  const simple = (command: string, record: string, args: NewItem['args'] = {}): Promise<Answer<null>> =>
    act(async () => yes([{ record, command, args }]));

  return {
    stopUpload: () =>
      opened(async (engine) => {
        stopUploads(engine);
        return yes(null);
      }),
    handOver: ({ record, member }) => simple('handOver', record, { member }),
    seeHandOver: ({ record }) => simple('seeHandOver', record),
    takeBackUrgency: ({ record }) =>
      opened(async (engine) => {
        // Not sent yet: then it never was.
        const waits = engine.outbox.findLast(
          (item) => item.record === record && item.command === 'setUrgency' && item.state === 'kept',
        );
        if (waits === undefined) return simple('takeBackUrgency', record);
        await inOrder(() => discard(engine, waits.action));
        return yes(null);
      }),
    settleUrgency: ({ record, urgency, reason }) =>
      act(async (engine) => {
        const replaces = await judgementsSeen(engine, record);
        return yes([{ record, command: 'settleUrgency', args: { urgency, reason, replaces } }]);
      }),
    putBackAll: ({ records }) =>
      act(async () => yes([...new Set(records)].map((record) => ({ record, command: 'putBack', args: {} })))),
    enterRequest: ({ joinWith, ...entered }) => {
      const answer = opened<{ readonly record: string }>(async (engine) => {
        const made = await enteredItems(engine, entered);
        if (made === null) return refused('role');
        const items = joinWith === null ? [] : joinItems(made.record, joinWith);
        const kept = await act(async () => yes([...made.items, ...items]));
        engine.announce('queue', `record:${made.record}`);
        return kept.ok ? yes({ record: made.record }) : kept;
      });
      return given('enterRequest', null, answer);
    },
    enterWord: ({ record, account }) => given('enterWord', record, simple('enterWord', record, { account })),
    noteContact: ({ record, ...contact }) =>
      given('noteContact', record, simple('noteContact', record, contact)),
    tellDecline: ({ record, ...decline }) => given('decline', record, simple('tellDecline', record, decline)),
    keepCopy: (copy) =>
      act(async (engine) => {
        const item = await copyItem(engine, copy);
        return item.ok ? yes([item.value]) : item;
      }),
    joinRequests: ({ record, with: other }) =>
      act(async (engine) => {
        if (record === other || areJoined(engine, record, other)) return refused('no_change');
        return yes(joinItems(record, other));
      }),
    unjoinRequest: ({ record }) => act(async (engine) => yes(unjoinItems(engine, record))),
    possibleMatches: (sought) => opened(async (engine) => yes(possibleMatches(engine, sought))),
    preparedWords: () => opened(async (engine) => yes(await preparedWords(engine))),
    keepWords: (words) => {
      const answer = act(async (engine) => {
        const item = await wordsItem(engine, words);
        return item === null ? refused('role') : yes([item]);
      });
      return given('keepWords', null, answer);
    },
    unsettled: () => opened(async (engine) => yes(unsettled(engine))),
    directoryErrands: () => opened(async (engine) => yes(await errands(engine))),
  };
}

/** The judgements of the urgency that stand where somebody looks: those that a new one takes the place of. */
export async function judgementsSeen(
  engine: Engine,
  record: string,
): Promise<readonly { readonly entry: string; readonly index: number }[]> {
  const { folded } = await openRecord(engine, record);
  if (folded.kind !== 'conversation') return [];
  return standingJudgements(folded.state.urgencyHistory).map(({ entry, index }) => ({ entry, index }));
}

function unsettled(engine: Engine): readonly Unsettled[] {
  return engine.outbox.flatMap(({ action, record, command, state, since, silent }): readonly Unsettled[] => {
    if (silent || (state !== 'conflict' && state !== 'refused')) return [];
    const kind = engine.records.get(record)?.folded.kind ?? engine.summaries.get(record)?.kind;
    const shown = kind === 'conversation' ? 'request' : kind === 'case' ? 'case' : 'other';
    return [{ action, record, kind: shown, command, delivery: state, since }];
  });
}

async function errands(engine: Engine): Promise<DirectoryErrands> {
  const { proposals } = await directoryState(engine);
  const { member } = actorOf(engine);
  const open = [...proposals.values()].filter((one) => one.status === 'open');
  const mine = open.filter((one) => one.by === member);
  const others = open.filter((one) => one.by !== member);
  const oldest = (some: typeof open): number | null =>
    some.length === 0 ? null : Math.min(...some.map((one) => one.claimedTime));
  return {
    mine: mine.length,
    mineSince: oldest(mine),
    others: others.length,
    othersSince: oldest(others),
  };
}
