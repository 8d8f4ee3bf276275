import type { CaseState } from '@leeward/domain/case/state.ts';
import { answerQuestion, endAccess } from '@leeward/domain/custody/rules.ts';
import { type IdentityQuestion, waitingQuestions } from '@leeward/domain/custody/state.ts';
import { clocksOfPapers } from '@leeward/domain/identity/clocks.ts';
import { emptyIdentity, foldIdentity, type IdentityState } from '@leeward/domain/identity/state.ts';
import { latest } from '@leeward/domain/shared/field.ts';
import { comparisonsOf, identitiesOf, samePerson } from '@leeward/domain/team/custody.ts';
import { emptyTeam, foldTeam } from '@leeward/domain/team/state.ts';
import { at, hash, id } from '@leeward/domain/testing/people.ts';
import type { Answer, OpenedFile, Topic } from '@leeward/workspace/desk/contract.ts';
import type {
  IdentityCommands,
  PersonInCase,
  ShownPerson,
} from '@leeward/workspace/desk/identity/contract.ts';
import { compareLikeness, likenessOf } from '@leeward/workspace/desk/identity/known.ts';
import { plainPicture } from '@leeward/workspace/desk/plain-picture.ts';
import type { RequestCommands } from '@leeward/workspace/desk/requests-contract.ts';
import type { Handlers } from '@leeward/workspace/desk/rpc.ts';
import { me, second } from './fake-world.ts';

/** What the identities of a fake session start with: the cases, and by which events each record came about. */
export type FakeIdentities = {
  readonly told?: readonly (PersonInCase & {
    readonly record: string;
    readonly events: readonly unknown[];
  })[];
  /** Whether this person is of custody; true where it is left out. */
  readonly custody?: boolean;
};

const minutes = 10;

/** Identities in memory, folded by the rules that fold the real ones. */
export function fakeIdentities(
  { told = [], custody: isKeeper = true }: FakeIdentities,
  cases: ReadonlyMap<string, CaseState>,
  inCase: (record: string, event: Readonly<Record<string, unknown>>) => Answer<null>,
  now: () => number,
  changed: (...topics: readonly Topic[]) => void,
  files: Map<string, OpenedFile>,
): {
  readonly handlers: Pick<Handlers, keyof IdentityCommands>;
  /** A copy of a scan with something blacked out; null where the record is no identity. */
  readonly keepScanCopy: (copy: RequestCommands['keepCopy'][0]) => Answer<null> | null;
} {
  let log = emptyTeam('custody');
  let entry = 600_000;
  let made = 0;
  const states = new Map<string, IdentityState>();
  const open = new Map<string, number>();
  const context = (member = me) => {
    entry += 1;
    return { ...at(entry, member), claimedTime: now(), custody: true };
  };
  const inLog = (event: Readonly<Record<string, unknown>>): Answer<null> => {
    const before = log;
    log = foldTeam(before, { v: 1, ...event }, context());
    const why = log.kept.length > before.kept.length ? log.kept.at(-1)?.why : undefined;
    changed('session', 'cases');
    return why?.kind === 'refused'
      ? { ok: false, error: { code: 'refused', refusal: why.refusal } }
      : yes(null);
  };
  const inRecord = (record: string, event: unknown, member = me): Answer<null> => {
    const before = states.get(record) ?? emptyIdentity;
    const after = foldIdentity(before, event, context(member));
    states.set(record, after);
    changed('session', 'cases');
    const why = after.kept.length > before.kept.length ? after.kept.at(-1)?.why : undefined;
    return why?.kind === 'refused'
      ? { ok: false, error: { code: 'refused', refusal: why.refusal } }
      : yes(null);
  };
  const begin = (record: string, { caseRecord, person }: PersonInCase): void => {
    inLog({ type: 'CustodyIndexed', v: 2, identity: record, caseRecord, person });
    inRecord(record, { type: 'IdentityOpened', v: 1 });
  };
  for (const { record, events, ...of } of told) {
    begin(record, of);
    for (const event of events) inRecord(record, event, second);
  }
  const shown = ({ caseRecord, person }: PersonInCase): ShownPerson => ({
    caseRecord,
    person,
    pseudonym: latest(cases.get(caseRecord)?.pseudonym ?? []) ?? null,
  });
  const whose = (record: string): readonly ShownPerson[] => (log.custody.whose.get(record) ?? []).map(shown);
  const recordsOf = (of: PersonInCase): readonly string[] => {
    const [first] = identitiesOf(log.custody, of);
    return first === undefined ? [] : samePerson(log.custody, first);
  };
  const isOpen = (record: string): boolean => (open.get(record) ?? 0) > now();

  const handlers: Pick<Handlers, keyof IdentityCommands> = {
    caseForgetting: async ({ caseRecord }) =>
      yes({
        custody: isKeeper,
        identities: (isKeeper ? (log.custody.ofCase.get(caseRecord) ?? []) : []).map((record) => ({
          record,
          of: whose(record),
          coming: false,
          stays: null,
          letIn: 0,
        })),
      }),
    identity: async (of) => {
      const records = isKeeper ? recordsOf(of) : [];
      const until = records.filter(isOpen).map((record) => open.get(record) ?? 0);
      return yes({
        ...of,
        as: isKeeper ? 'custody' : 'outside',
        until: null,
        openUntil: until.length === 0 ? null : Math.min(...until),
        records: records.map((record) => {
          const state = states.get(record) ?? emptyIdentity;
          return {
            record,
            of: whose(record),
            state: isOpen(record) ? state : null,
            comesAt: null,
            accesses: state.accesses,
            readers: state.readers,
            pending: [],
            stopped: null,
          };
        }),
        comparisons: [...new Set(records.flatMap((record) => comparisonsOf(log.custody, record)))],
        keepers: [second.member],
      });
    },
    makeIdentity: async (of) => {
      made += 1;
      begin(hash(640_000 + made), of);
      changed('session', `record:${of.caseRecord}`);
      return yes(null);
    },
    makeIdentityNow: async () => yes(null),
    openIdentity: async ({ reason, form: _form, ...of }) => {
      for (const record of recordsOf(of).filter((one) => !isOpen(one))) {
        inRecord(record, { type: 'AccessNoted', v: 1, member: me.member, reason });
        open.set(record, now() + minutes * 60_000);
      }
      changed('session', `record:${of.caseRecord}`);
      return yes(null);
    },
    closeIdentity: async (of) => {
      for (const record of recordsOf(of)) open.delete(record);
      changed('session', `record:${of.caseRecord}`);
      return yes(null);
    },
    actOnIdentity: async ({ record, events }) => {
      for (const event of events) {
        const answer = inRecord(record, event);
        if (!answer.ok) return answer;
      }
      return yes(null);
    },
    keepIdentityScan: async ({ record, id, paper, note, file }) => {
      const bytes = await file.arrayBuffer();
      const kept = {
        blob: hash(650_000 + files.size),
        name: file.name,
        mediaType: file.type,
        size: bytes.byteLength,
        hash: hash(660_000 + files.size),
      };
      files.set(kept.blob, { bytes, name: file.name, mediaType: file.type });
      const set = { file: kept, paper, madeFrom: null, note };
      return inRecord(record, { type: 'IdentityScanKept', v: 1, id, set, replaces: {} });
    },
    answerIdentityQuestion: async ({ caseRecord, question, granted, until, reason }) => {
      const asked = cases.get(caseRecord)?.parts.custody.get(question);
      const answer = inCase(caseRecord, answerQuestion(question, granted, until, reason));
      if (!answer.ok || !granted || asked === undefined) return answer;
      const [identity] = identitiesOf(log.custody, { caseRecord, person: asked.person });
      const given = { grant: question, member: asked.asked.by, until, reason };
      if (identity === undefined) return { ok: false, error: { code: 'not-here' } };
      inRecord(identity, { type: 'ReaderLetIn', v: 1, ...given });
      return inLog({ type: 'IdentityAccessGiven', identity, ...given });
    },
    endIdentityAccess: async ({ grant, reason }) => {
      const given = log.custody.given.get(grant);
      if (given !== undefined)
        inRecord(given.identity, { type: 'ReaderLetGo', v: 1, grant, how: 'ended', reason });
      for (const [record, { parts }] of cases)
        if (parts.custody.has(grant)) inCase(record, endAccess(grant, 'ended', reason));
      return inLog({ type: 'IdentityAccessOver', grant, how: 'ended', reason });
    },
    knownElsewhere: async (of) => {
      const records = recordsOf(of);
      const mine = states.get(records[0] ?? '');
      if (mine === undefined) return yes([]);
      const found = [...states].flatMap(([record, state]) => {
        const compared = records.includes(record)
          ? null
          : compareLikeness(likenessOf(mine), likenessOf(state));
        if (compared === null) return [];
        const said = comparisonsOf(log.custody, record).filter(
          (one) => records.includes(one.left) || records.includes(one.right),
        );
        return [{ ...compared, record, of: whose(record), said }];
      });
      return yes(found);
    },
    comparePersons: async ({ form: _form, ...said }) => inLog({ type: 'PersonsCompared', ...said }),
    withdrawComparison: async ({ form: _form, ...args }) => inLog({ type: 'ComparisonWithdrawn', ...args }),
    custody: async () => {
      if (!isKeeper) return yes(null);
      const questions = [...cases].flatMap(([caseRecord, { parts }]) =>
        waitingQuestions(parts.custody).map((question: IdentityQuestion) => ({
          ...shown({ caseRecord, person: question.person }),
          question,
        })),
      );
      return yes({
        questions,
        papers: [...states].flatMap(([record, state]) => {
          const of = whose(record).find(({ caseRecord }) => cases.has(caseRecord));
          return of === undefined ? [] : clocksOfPapers(state).map((clock) => ({ of, clock }));
        }),
        given: [...log.custody.given.values()].map((one) => ({ ...one, of: whose(one.identity) })),
        openings: [...states]
          .flatMap(([record, { accesses }]) =>
            accesses.map((access) => ({ ...access, record, of: whose(record) })),
          )
          .toSorted((left, right) => right.claimedTime - left.claimedTime),
        left: [...states].flatMap(([record, { accesses }]) => {
          const [of] = log.custody.whose.get(record) ?? [];
          if (of === undefined || cases.has(of.caseRecord)) return [];
          const { caseRecord, person } = of;
          return [{ record, caseRecord, person, alike: [], opened: accesses.at(-1) ?? null }];
        }),
        comparisons: [...log.custody.comparisons.values()]
          .filter(({ withdrawn }) => withdrawn === null)
          .map((one) => ({ ...one, leftOf: whose(one.left), rightOf: whose(one.right) })),
      });
    },
  };
  return {
    handlers,
    keepScanCopy: ({ record, of, name, bytes }) => {
      if (!states.has(record)) return null;
      const mediaType = plainPicture(bytes);
      if (mediaType === null) return { ok: false, error: { code: 'broken-file' } };
      const number = 650_000 + files.size;
      const file = {
        blob: hash(number),
        name,
        mediaType,
        size: bytes.byteLength,
        hash: hash(number + 10_000),
      };
      files.set(file.blob, { bytes, name, mediaType });
      const set = { file, paper: null, madeFrom: { blob: of.blob, hash: of.hash }, note: '' };
      return inRecord(record, { type: 'IdentityScanKept', v: 1, id: id(number), set, replaces: {} });
    },
  };
}

const yes = <T>(value: T): Answer<T> => ({ ok: true, value });
