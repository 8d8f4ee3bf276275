import { clockOf, phaseOf, suggestedUrgency } from '@leeward/domain/request/queue.ts';
import { saidBy } from '@leeward/domain/request/said.ts';
import { missingItems, openGuest } from '@leeward/domain/request/state.ts';
import { fromUtf8, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { capabilities } from '@leeward/sealed-log/wire/organisation.ts';
import { deviceMay, openMembers } from '@leeward/sealed-log/wire/skeleton.ts';
import { accessTo } from './access.ts';
import { type OpenedAnswers, openedAnswers } from './answer-boxes.ts';
import { hoursNow } from './answer-hours.ts';
import { withOwnActs } from './case-acts.ts';
import type { CaseView } from './case-contract.ts';
import { colleaguesFor } from './colleagues.ts';
import type { Answer, Delivery, PendingEdit, RefusedEntry, SessionView } from './contract.ts';
import type { RequestView } from './conversation-contract.ts';
import type { Engine } from './engine.ts';
import { actorOf, organisationNow } from './engine.ts';
import { joinedLines } from './joined.ts';
import type { OutboxItem } from './outbox-item.ts';
import { isUnsent } from './outbox-item.ts';
import { provisionalState } from './provisional.ts';
import type { RecordView } from './record-view.ts';
import { openRecord } from './records.ts';
import { bytesOf } from './send.ts';
import { outBoxWords } from './six-words.ts';
import { heldBy } from './troubles.ts';

/** The session as the shell shows it. */
export function sessionView(engine: Engine, recoveryMissing: boolean): SessionView {
  const { skeleton } = engine.organisation;
  const own = engine.keys.device.signingKey;
  return {
    type: 'open',
    org: toHex(skeleton.org),
    organisation: organisationNow(engine),
    me: { member: actorOf(engine).member, device: actorOf(engine).device },
    administrator: deviceMay(skeleton, own, capabilities.administrator, skeleton.hashes.length - 1),
    teams: ownTeams(engine),
    connection: engine.connection,
    progress: engine.progress,
    unsent: engine.outbox.filter((item) => isUnsent(item, engine.now())).length,
    alerts: engine.alerts.all(),
    recoveryMissing,
  };
}

/** The teams of which this member is now. */
function ownTeams({ organisation, keys }: Engine): readonly string[] {
  const own = toHex(keys.member.id);
  return [...organisation.skeleton.teams].flatMap(([id, team]) =>
    openMembers(team).includes(own) ? [id] : [],
  );
}

export async function requestView(engine: Engine, record: string): Promise<Answer<RequestView>> {
  const view = await openRecord(engine, record);
  const state = view.folded.kind === 'conversation' ? view.folded.state : provisionalState(engine, record);
  if (state === null) return { ok: false, error: { code: 'not-here' } };
  const said = saidBy(state);
  const guest = openGuest(state);
  const lastSent = state.sent.findLast((item) => item.mailbox === guest?.mailbox);
  return {
    ok: true,
    value: {
      record,
      state,
      said,
      phase: phaseOf(state),
      clock: clockOf(state, engine.now(), hoursNow(engine)),
      suggested: suggestedUrgency(state),
      missing: missingItems(state),
      channels: said.channels,
      pending: pendingOf(engine, record),
      stopped: heldBy(engine, record),
      refused: refusedOf(view),
      checkWords: lastSent === undefined ? [] : await outBoxWords(bytesOf(lastSent.hash)),
      joined: joinedLines(engine, record),
      colleagues: colleaguesFor(engine, view),
    },
  };
}

export async function caseView(engine: Engine, record: string): Promise<Answer<CaseView>> {
  const view = await openRecord(engine, record);
  if (view.folded.kind !== 'case') return { ok: false, error: { code: 'not-here' } };
  return {
    ok: true,
    value: {
      record,
      state: withOwnActs(engine, view, view.folded.state),
      pending: pendingOf(engine, record),
      stopped: heldBy(engine, record),
      refused: refusedOf(view),
      readers: readersOf(view),
      access: accessTo(engine, view),
    },
  };
}

/** What this person can open of the sealed answers of one form; what she wrote and did not send yet is not in a box. */
export async function openedAnswersView(
  engine: Engine,
  record: string,
  sheet: string,
): Promise<Answer<OpenedAnswers>> {
  const view = await openRecord(engine, record);
  if (view.folded.kind !== 'case') return { ok: false, error: { code: 'not-here' } };
  return { ok: true, value: await openedAnswers(engine, view.bytes, view.folded.state, sheet) };
}

export function readersOf(view: RecordView): CaseView['readers'] {
  const opened = view.judgement.epoch?.link.opened;
  if (opened?.type !== 'epoch') return [];
  return (opened.body?.recipients ?? []).map(({ recipient }) =>
    recipient.type === 'team'
      ? { type: 'team' as const, id: toHex(recipient.team) }
      : { type: 'member' as const, id: toHex(recipient.member) },
  );
}

/** Own acts on a record that are not confirmed yet. */
export function pendingOf(engine: Engine, record: string): readonly PendingEdit[] {
  return engine.outbox
    .filter((item) => item.record === record && !item.silent)
    .map((item) => ({
      action: item.action,
      command: item.command,
      delivery: deliveryOf(item),
      since: item.since,
      changed: item.changed,
      text: typedIn(item),
      failure: item.failure,
    }));
}

const deliveryOf = (item: OutboxItem): Delivery => item.state;

function typedIn({ args }: OutboxItem): string | null {
  for (const name of ['text', 'words', 'reason'])
    if (typeof args[name] === 'string' && args[name] !== '') return args[name];
  return null;
}

/** Entries that are kept and change nothing: refused by authority, set aside, or refused by the domain's rules. */
function refusedOf(view: RecordView): readonly RefusedEntry[] {
  const byLog = view.judgement.judged.flatMap(({ link, verdict, inner }): readonly RefusedEntry[] => {
    const shown = verdict.type === 'in-force' ? inner : verdict;
    if (shown === null || shown.type === 'in-force' || shown.type === 'duplicate') return [];
    const claimedTime = link.opened.type === 'content' ? link.opened.body.claimedTime : null;
    const why = shown.type === 'void' ? shown.why : shown.type;
    return [
      {
        entry: toHex(link.hash),
        position: link.header.position,
        member: toHex(link.header.device),
        why,
        claimedTime,
      },
    ];
  });
  if (view.folded.kind === 'unknown') return byLog;
  const byRules = view.folded.state.kept.map(
    (one): RefusedEntry => ({
      entry: one.entry,
      position: one.position,
      member: 'member' in one.author ? one.author.member : '',
      why: one.why.kind === 'refused' ? one.why.refusal.code : one.why.kind,
      claimedTime: one.claimedTime,
    }),
  );
  return [...byLog, ...byRules].sort((left, right) => left.position - right.position);
}

export const textOf = (bytes: Parameters<typeof fromUtf8>[0] | null): string => {
  const text = bytes === null ? null : fromUtf8(bytes);
  return text?.ok ? text.value : '';
};
