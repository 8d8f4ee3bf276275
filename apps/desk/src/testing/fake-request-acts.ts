import { foldRequest } from '@leeward/domain/request/fold.ts';
import { groupsOf, partingOf } from '@leeward/domain/request/joins.ts';
import { standingJudgements } from '@leeward/domain/request/judgement.ts';
import { canEnter } from '@leeward/domain/request/rules.ts';
import { emptyRequest, type RequestState } from '@leeward/domain/request/state.ts';
import type { Context } from '@leeward/domain/shared/context.ts';
import { hash, id } from '@leeward/domain/testing/people.ts';
import type { Answer, OpenedFile, Topic } from '@leeward/workspace/desk/contract.ts';
import { likeNamesIn } from '@leeward/workspace/desk/likeness.ts';
import { plainPicture } from '@leeward/workspace/desk/plain-picture.ts';
import { matchesAmong } from '@leeward/workspace/desk/possible-matches.ts';
import type {
  JoinedLine,
  PreparedField,
  RequestCommands,
} from '@leeward/workspace/desk/requests-contract.ts';
import type { Handlers } from '@leeward/workspace/desk/rpc.ts';
import { queueLine } from '@leeward/workspace/desk/summary.ts';
import { me, second, third } from './fake-world.ts';

/** What the fake session lends: its conversations, and the way to write in one. */
export type FakeRequests = {
  readonly requests: Map<string, RequestState>;
  readonly inRequest: (record: string, event: Readonly<Record<string, unknown>>) => Answer<null>;
  readonly context: () => Context;
  readonly changed: (...topics: readonly Topic[]) => void;
  readonly now: () => number;
  /** Attachments that can be opened, by blob. */
  readonly files: Map<string, OpenedFile>;
};

const yes = <T>(value: T): Answer<T> => ({ ok: true, value });
const done = yes(null);

/** To whom the sample organisation's requests can be handed. */
export const sampleColleagues: readonly string[] = [second.member, third.member];

/** Other requests of the same person, in a fake session. */
export function fakeJoined(
  requests: ReadonlyMap<string, RequestState>,
  record: string,
  now: number,
): readonly JoinedLine[] {
  const others = (groupsOf(requests).get(record) ?? []).filter((one) => one !== record);
  return others.flatMap((other): readonly JoinedLine[] => {
    const state = requests.get(other);
    if (state === undefined) return [];
    const { callName, excerpt, locale, phase, clock, unread, began } = queueLine(other, state, now);
    return [{ record: other, here: true, callName, excerpt, locale, phase, clock, unread, since: began }];
  });
}

/** The commands about requests over the very folds and rules of the real session; every act stands at once. */
export function fakeRequestActs(lent: FakeRequests): Pick<Handlers, keyof RequestCommands> {
  const { requests, inRequest, context, changed, now } = lent;
  const words = new Map<string, PreparedField>();
  let made = 0;

  const keepCopy: Handlers['keepCopy'] = async ({ record, of, name, bytes }) => {
    const mediaType = plainPicture(bytes);
    if (mediaType === null) return { ok: false, error: { code: 'broken-file' } };
    made += 1;
    const file = {
      blob: hash(8000 + made),
      name,
      mediaType,
      size: bytes.byteLength,
      hash: hash(8500 + made),
    };
    lent.files.set(file.blob, { bytes, name, mediaType });
    return inRequest(record, { type: 'CopyMade', of: of.blob, original: of.hash, file });
  };

  const join = (left: string, right: string): void => {
    made += 1;
    inRequest(left, { type: 'RequestJoined', join: id(7000 + made), record: right });
    inRequest(right, { type: 'RequestJoined', join: id(7000 + made), record: left });
  };
  const judge = (record: string, urgency: string, reason: string): Answer<null> => {
    const standing = standingJudgements(requests.get(record)?.urgencyHistory ?? []);
    const replaces = standing.map(({ entry, index }) => ({ entry, index }));
    return inRequest(record, { type: 'UrgencySet', v: 2, urgency, reason, replaces });
  };

  return {
    stopUpload: async () => ({ ok: true, value: null }),
    handOver: async ({ record, member }) => inRequest(record, { type: 'RequestClaimed', member }),
    seeHandOver: async ({ record }) => inRequest(record, { type: 'HandOverSeen' }),
    takeBackUrgency: async ({ record }) => {
      const own = requests
        .get(record)
        ?.urgencyHistory.findLast((one) => one.by === me.member && one.takenBack === null);
      if (own === undefined) return done;
      const judgement = { entry: own.entry, index: own.index };
      return inRequest(record, { type: 'UrgencyTakenBack', judgement });
    },
    settleUrgency: async ({ record, urgency, reason }) => judge(record, urgency, reason),
    putBackAll: async ({ records }) => {
      for (const record of records) inRequest(record, { type: 'RequestReturned' });
      return done;
    },
    enterRequest: async ({ account, answered, judged, claim, joinWith }) => {
      const allowed = canEnter(emptyRequest, me, account, {
        answered: answered === null ? null : { ...answered, at: account.at },
        judged: judged === null ? null : { ...judged, replaces: [] },
        claim,
      });
      if (!allowed.ok) return { ok: false, error: { code: 'refused', refusal: allowed.error } };
      const record = hash(3000 + requests.size);
      const place = context();
      const state = allowed.value.reduce(
        (before: RequestState, event, index) => foldRequest(before, event, { ...place, index }),
        emptyRequest,
      );
      requests.set(record, state);
      if (joinWith !== null) join(record, joinWith);
      changed('queue', `record:${record}`);
      return yes({ record });
    },
    enterWord: async ({ record, account }) => inRequest(record, { type: 'WordEntered', ...account }),
    noteContact: async ({ record, ...contact }) => inRequest(record, { type: 'ContactNoted', ...contact }),
    tellDecline: async ({ record, wayBackDays, ...rest }) =>
      inRequest(record, { type: 'DeclineTold', ...rest, wayBack: { days: wayBackDays } }),
    keepCopy,
    joinRequests: async ({ record, with: other }) => {
      join(record, other);
      return done;
    },
    unjoinRequest: async ({ record }) => {
      const parting = partingOf(requests, record);
      for (const [where, joins] of parting.undo) inRequest(where, { type: 'RequestUnjoined', joins });
      for (const [left, right] of parting.join) join(left, right);
      return done;
    },
    possibleMatches: async (sought) => {
      const among = [...requests].map(([record, state]) => {
        const line = queueLine(record, state, now());
        const reach = state.heard.flatMap(({ details }) =>
          (details.channels ?? []).flatMap(({ detail }) => detail ?? []),
        );
        return { ...line, kind: 'request' as const, name: line.callName ?? '', reach };
      });
      const named = among.filter(({ name }) => name !== '');
      const found = matchesAmong(
        among.map(({ record, kind, name, excerpt, locale, country, phase, waitingSince, reach }) => ({
          record,
          kind,
          name,
          excerpt,
          locale,
          country,
          phase,
          waitingSince,
          reach,
        })),
        sought,
        likeNamesIn(named, sought.callName),
      );
      return yes(found);
    },
    preparedWords: async () => yes([...words.values()]),
    keepWords: async ({ occasion, code, language, text }) => {
      const key = `${occasion} ${code} ${language}`;
      const versions = [{ text, by: me.member, claimedTime: now() }];
      if (text === '') words.delete(key);
      else words.set(key, { occasion, code, language, versions });
      changed('session', 'queue');
      return done;
    },
    unsettled: async () => yes([]),
    directoryErrands: async () =>
      yes({
        mine: 1,
        mineSince: now() - 4 * 24 * 3_600_000,
        others: 2,
        othersSince: now() - 2 * 24 * 3_600_000,
      }),
  };
}
