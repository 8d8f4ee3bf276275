import type { CaseState } from '@leeward/domain/case/state.ts';
import { emptyCase, foldCase } from '@leeward/domain/case/state.ts';
import { tracesOf } from '@leeward/domain/incident/trace.ts';
import { foldRequest } from '@leeward/domain/request/fold.ts';
import { groupsOf } from '@leeward/domain/request/joins.ts';
import { clockOf, phaseOf, suggestedUrgency } from '@leeward/domain/request/queue.ts';
import { saidBy } from '@leeward/domain/request/said.ts';
import { countingItems, missingItems, type RequestState } from '@leeward/domain/request/state.ts';
import { at, hash, id } from '@leeward/domain/testing/people.ts';
import type { CareCommands, QuietOf } from '@leeward/workspace/desk/care-contract.ts';
import type { ComeBackCommands } from '@leeward/workspace/desk/come-back-contract.ts';
import type { Answer, Draft, OpenedFile, PendingEdit, Topic } from '@leeward/workspace/desk/contract.ts';
import type { IdentityCommands } from '@leeward/workspace/desk/identity/contract.ts';
import { plainPicture } from '@leeward/workspace/desk/plain-picture.ts';
import type { RequestCommands } from '@leeward/workspace/desk/requests-contract.ts';
import type { Handlers } from '@leeward/workspace/desk/rpc.ts';
import type { SheetCommands } from '@leeward/workspace/desk/sheet-contract.ts';
import { queueLine } from '@leeward/workspace/desk/summary.ts';
import { findPatterns } from '@leeward/workspace/patterns/find.ts';
import { fakeAccess } from './fake-access.ts';
import { fakeComeBack } from './fake-come-back.ts';
import { type FakeIdentities, fakeIdentities } from './fake-identities.ts';
import { fakeJoined, fakeRequestActs, sampleColleagues } from './fake-request-acts.ts';
import { fakeSearch } from './fake-search.ts';
import { fakeSheets } from './fake-sheets.ts';
import { caseLineOf, me, sealedNext, teamId } from './fake-world.ts';

/** What the records of a fake session start with. */
export type FakeRecords = {
  /** Attachments that can be opened, by blob; copies are added. */
  readonly files?: Map<string, OpenedFile>;
  readonly requests?: readonly { readonly record: string; readonly state: RequestState }[];
  readonly cases?: readonly { readonly record: string; readonly state: CaseState }[];
  readonly identities?: FakeIdentities;
  readonly pending?: ReadonlyMap<string, readonly PendingEdit[]>;
  readonly stopped?: ReadonlyMap<string, string>;
  /** How long something stays kept, then sent, before it is confirmed; milliseconds. */
  readonly pace?: number;
  /** How long an answer of the search takes, as on a slow device; milliseconds. */
  readonly thinking?: number;
  readonly now?: () => number;
};

type RecordCommand =
  | keyof ComeBackCommands
  | 'queue'
  | 'search'
  | 'request'
  | 'noteOpened'
  | 'claim'
  | 'release'
  | 'setUrgency'
  | 'keepDraft'
  | 'drafts'
  | 'reply'
  | 'decline'
  | 'takeUpAgain'
  | 'setAside'
  | 'putBack'
  | 'openCase'
  | 'cases'
  | 'actOnCase'
  | 'keepDocument'
  | 'handOverCases'
  | keyof CareCommands
  | 'case'
  | 'patterns'
  | 'setRiskMatrix'
  | 'setVerificationTerms'
  | 'setAnswerHours'
  | 'addNote'
  | 'setNextStep'
  | 'discardPending';

/** The answers that need the folds of requests and cases, and how many edits are on their way. */
export function fakeRecords(
  options: FakeRecords,
  changed: (...topics: readonly Topic[]) => void,
): {
  readonly handlers: Pick<
    Handlers,
    RecordCommand | keyof RequestCommands | keyof SheetCommands | keyof IdentityCommands
  >;
  readonly unsent: () => number;
  /** A command was given: what was kept of its form goes. */
  readonly given: (command: string, record: string | null) => void;
} {
  const now = options.now ?? Date.now;
  const pace = options.pace ?? 0;
  const requests = new Map((options.requests ?? []).map(({ record, state }) => [record, state]));
  const cases = new Map((options.cases ?? []).map(({ record, state }) => [record, state]));
  const pending = new Map(options.pending ?? []);
  const drafts = new Map<string, Draft>();
  let actions = 0;
  let quiet: readonly QuietOf[] = [
    {
      member: id(2),
      hours: { zone: 'Asia/Tbilisi', spans: [{ days: [], from: '00:00', until: '24:00' }] },
      exceptDanger: true,
    },
  ];
  let entry = 90_000;
  const yes = <T>(value: T): Answer<T> => ({ ok: true, value });
  const missing: Answer<never> = { ok: false, error: { code: 'not-here' } };

  const context = () => {
    entry += 1;
    return { ...at(entry, me), claimedTime: now(), custody: true };
  };
  const inRequest = (record: string, event: Readonly<Record<string, unknown>>): Answer<null> => {
    const before = requests.get(record);
    if (before === undefined) return missing;
    const after = foldRequest(before, { v: 1, ...event }, context());
    const kept = after.kept.length > before.kept.length ? after.kept.at(-1)?.why : undefined;
    if (kept?.kind === 'refused') return { ok: false, error: { code: 'refused', refusal: kept.refusal } };
    requests.set(record, after);
    changed('queue', `record:${record}`);
    return yes(null);
  };
  const inCase = (record: string, event: Readonly<Record<string, unknown>>): Answer<null> => {
    const before = cases.get(record);
    if (before === undefined) return missing;
    const after = foldCase(before, { v: 1, ...event }, context());
    const kept = after.kept.length > before.kept.length ? after.kept.at(-1)?.why : undefined;
    if (kept?.kind === 'refused') return { ok: false, error: { code: 'refused', refusal: kept.refusal } };
    cases.set(record, after);
    changed('cases', `record:${record}`);
    return yes(null);
  };
  const keepFile = (name: string, mediaType: string, bytes: ArrayBuffer) => {
    const number = options.files?.size ?? 0;
    const kept = { name, mediaType, size: bytes.byteLength };
    const note = { ...kept, blob: hash(8000 + number), hash: hash(8500 + number) };
    options.files?.set(note.blob, { bytes, name, mediaType });
    return note;
  };
  const setPending = (
    record: string,
    change: (edits: readonly PendingEdit[]) => readonly PendingEdit[],
  ): void => {
    pending.set(record, change(pending.get(record) ?? []));
    changed('session', `record:${record}`);
  };
  /** Keeps an edit as typed, then sends it, then confirms it: what the real outbox does. */
  const through = (record: string, command: string, text: string, confirm: () => void): Answer<null> => {
    actions += 1;
    const action = `action ${actions}`;
    const edit: PendingEdit = {
      action,
      command,
      delivery: 'kept',
      since: now(),
      changed: [],
      text,
      failure: null,
    };
    setPending(record, (edits) => [...edits, edit]);
    setTimeout(() => {
      setPending(record, (edits) =>
        edits.map((one) => (one.action === action ? { ...one, delivery: 'sent' } : one)),
      );
      setTimeout(() => {
        confirm();
        setPending(record, (edits) => edits.filter((one) => one.action !== action));
      }, pace);
    }, pace);
    return yes(null);
  };

  const search = fakeSearch(requests, cases, now);

  const files = options.files ?? new Map<string, OpenedFile>();
  const requestActs = fakeRequestActs({ requests, inRequest, context, changed, now, files });
  const identities = fakeIdentities(options.identities ?? {}, cases, inCase, now, changed, files);
  const handlers: Pick<
    Handlers,
    RecordCommand | keyof RequestCommands | keyof SheetCommands | keyof IdentityCommands
  > = {
    search: async (query) => {
      const { thinking } = options;
      if (thinking !== undefined) await new Promise((resume) => setTimeout(resume, thinking));
      return yes(search(query));
    },
    ...fakeComeBack({
      stateOf: (record) => requests.get(record),
      inRequest,
      caseOf: (record) => cases.get(record),
      forget: (record) => {
        requests.delete(record);
        cases.delete(record);
        changed('queue', 'cases', `record:${record}`);
      },
    }),
    ...requestActs,
    queue: async () => {
      const groups = groupsOf(requests);
      return yes(
        [...requests].map(([record, state]) => ({
          ...queueLine(record, state, now()),
          joined: (groups.get(record)?.length ?? 1) - 1,
        })),
      );
    },
    request: async ({ record }) => {
      const state = requests.get(record);
      if (state === undefined) return missing;
      const said = saidBy(state);
      return yes({
        record,
        state,
        said,
        phase: phaseOf(state),
        clock: clockOf(state, now()),
        suggested: suggestedUrgency(state),
        missing: missingItems(state),
        channels: said.channels,
        pending: pending.get(record) ?? [],
        stopped: options.stopped?.get(record) ?? null,
        refused: [],
        checkWords: state.sent.length === 0 ? [] : ['canyon lantern', 'مرساة بستان', '12345 67890'],
        joined: fakeJoined(requests, record, now()),
        colleagues: sampleColleagues,
      });
    },
    noteOpened: async ({ record }) => {
      const state = requests.get(record);
      const last = state === undefined ? undefined : countingItems(state).at(-1);
      if (state === undefined || last === undefined) return missing;
      return inRequest(record, { type: 'OpenedNoted', sequence: last.sequence, sent: sealedNext(state) });
    },
    claim: async ({ record }) => inRequest(record, { type: 'RequestClaimed', member: me.member }),
    release: async ({ record }) => inRequest(record, { type: 'RequestReleased' }),
    setUrgency: async ({ record, urgency, reason }) =>
      inRequest(record, { type: 'UrgencySet', urgency, reason }),
    drafts: async () => yes([...drafts.values()]),
    keepDraft: async (draft) => {
      const key = `${draft.command} ${draft.record}`;
      if (draft.form === null) drafts.delete(key);
      else drafts.set(key, { ...draft, since: now() });
      return yes(null);
    },
    reply: async ({ record, text }) =>
      through(record, 'reply', text, () => {
        const state = requests.get(record);
        if (state !== undefined)
          inRequest(record, { type: 'ReplyWritten', text, files: [], sent: sealedNext(state) });
      }),
    decline: async ({ record, wayBackDays, ...rest }) => {
      const state = requests.get(record);
      if (state === undefined) return missing;
      const sent = sealedNext(state);
      return inRequest(record, { type: 'RequestDeclined', ...rest, wayBack: { days: wayBackDays }, sent });
    },
    takeUpAgain: async ({ record, reason }) => inRequest(record, { type: 'RequestTakenUpAgain', reason }),
    setAside: async ({ records, reason }) => {
      for (const record of records) inRequest(record, { type: 'RequestSetAside', reason });
      return yes(null);
    },
    putBack: async ({ record }) => inRequest(record, { type: 'RequestReturned' }),
    openCase: async ({ record, pseudonym, teams }) => {
      const made = hash(700 + cases.size);
      cases.set(made, emptyCase);
      inCase(made, { type: 'CaseOpened', pseudonym, fromConversation: record, teams });
      inRequest(record, { type: 'CaseOpened', case: made });
      return yes({ case: made });
    },
    cases: async () => yes([...cases].map(([record, state]) => caseLineOf(record, state))),
    setRiskMatrix: async () => yes(null),
    setVerificationTerms: async () => yes(null),
    setAnswerHours: async () => yes(null),
    patterns: async () => {
      const traced = [...cases].map(([record, state]) => ({
        record,
        pseudonym: caseLineOf(record, state).pseudonym,
        traces: tracesOf(state),
      }));
      return yes({ ...findPatterns(traced), read: { done: traced.length, total: traced.length } });
    },
    case: async ({ record }) => {
      const state = cases.get(record);
      if (state === undefined) return missing;
      return yes({
        record,
        state,
        pending: pending.get(record) ?? [],
        stopped: options.stopped?.get(record) ?? null,
        refused: [],
        readers: [
          { type: 'team', id: teamId('protection') },
          { type: 'team', id: teamId('intake') },
        ],
        access: fakeAccess(state),
      });
    },
    addNote: async ({ record, text }) =>
      through(record, 'addNote', text, () => void inCase(record, { type: 'NoteWritten', text })),
    setNextStep: async ({ record, text, date }) =>
      inCase(record, {
        type: 'NextStepSet',
        text,
        date: date === '' ? null : date,
        replaces: (cases.get(record)?.nextStep ?? []).map((written) => written.at),
      }),
    actOnCase: async ({ record, events }) => {
      for (const event of events) {
        const answer = inCase(record, event);
        if (!answer.ok) return answer;
      }
      return yes(null);
    },
    ...fakeSheets(cases, inCase),
    ...identities.handlers,
    keepCopy: async (copy) => {
      const { record, of, name, bytes } = copy;
      if (!cases.has(record)) return identities.keepScanCopy(copy) ?? requestActs.keepCopy(copy);
      const blob = keepFile(name, plainPicture(bytes) ?? '', bytes);
      const set = { title: name, file: blob, madeFrom: { blob: of.blob, hash: of.hash } };
      return inCase(record, { type: 'DocumentKept', id: blob.blob.slice(0, 32), set, replaces: {} });
    },
    quiet: async () => yes({ members: quiet }),
    setQuiet: async (own) => {
      quiet = [...quiet.filter(({ member }) => member !== me.member), { member: me.member, ...own }];
      changed('session');
      return yes(null);
    },
    markFile: async ({ record, ...mark }) =>
      inRequest(record, {
        type: 'FileMarked',
        ...mark,
        replaces: (requests.get(record)?.marks.get(mark.blob) ?? []).map(({ at }) => at),
      }),
    handOverCases: async ({ records, to }) => {
      for (const record of records)
        inCase(
          record,
          to === null
            ? { type: 'ResponsibleSet', v: 2, member: me.member, replaces: null }
            : { type: 'TransferOffered', transfer: record.slice(32), to, note: null },
        );
      return yes({ done: records.length, refused: [] });
    },
    keepDocument: async ({ record, id, values, file }) => {
      const kept = keepFile(file.name, file.type, await file.arrayBuffer());
      return inCase(record, { type: 'DocumentKept', id, set: { ...values, file: kept }, replaces: {} });
    },
    discardPending: async ({ action }) => {
      for (const record of pending.keys())
        setPending(record, (edits) => edits.filter((edit) => edit.action !== action));
      return yes(null);
    },
  };
  return {
    handlers,
    unsent: () => [...pending.values()].flat().length,
    given: (command, record) => void drafts.delete(`${command} ${record}`),
  };
}
