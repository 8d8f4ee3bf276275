import { isOver } from '@leeward/domain/case/order.ts';
import { alarmAt } from '@leeward/domain/request/alarm.ts';
import type { CaseLine } from '@leeward/workspace/desk/case-contract.ts';
import type { Alert, DraftedCommand } from '@leeward/workspace/desk/contract.ts';
import type { QueueLine } from '@leeward/workspace/desk/conversation-contract.ts';
import type { CustodyView } from '@leeward/workspace/desk/identity/contract.ts';
import type { DirectoryErrands, Unsettled } from '@leeward/workspace/desk/requests-contract.ts';
import { type Due, pressingFor } from '../due/due-of.ts';
import { type EndWishedErrand, endsWished } from './end-wished.ts';
import { type SilenceErrand, silencesOf } from './silence-errands.ts';
import { type AloneErrand, leftAlone, withoutThoseGone } from './those-gone.ts';

/*
 * What needs whoever looks, now: one line for each thing, in the order in which it should be done, and each thing once.
 * Pure, so that every rule of it can be told as a story.
 */

/** Everything that a day is made of. Times are milliseconds since 1970. */
export type DayInputs = {
  readonly lines: readonly QueueLine[];
  readonly cases: readonly CaseLine[];
  readonly drafts: readonly BegunForm[];
  readonly unsettled: readonly Unsettled[];
  readonly alerts: readonly Pick<Alert, 'kind' | 'since' | 'details'>[];
  readonly recoveryMissing: boolean;
  readonly directory: DirectoryErrands | null;
  /** Questions for identities, for whoever has custody of them; left out for everybody else. */
  readonly questions?: CustodyView['questions'];
  /** Papers in identities that end, for the same. */
  readonly papers?: CustodyView['papers'];
  readonly me: string;
  readonly administrator: boolean;
  /** Whoever may work on requests and cases: administrators and officers who are here. What anybody else holds, nobody holds. */
  readonly officers: readonly string[];
  readonly now: number;
  /** The day at the desk, as `2026-11-21`: next steps are due by the day. */
  readonly today: string;
};

export type BegunForm = { readonly command: DraftedCommand; readonly record: string | null };

export type RequestErrand = {
  /** Her own alarms come first: she says that she is not safe, or a sign of life that was agreed on did not come. */
  readonly kind:
    | 'notSafe'
    | 'missed'
    /** A colleague gave it to whoever looks, and she has not seen that yet. */
    | 'handed'
    /** An answer is overdue: hers to give, or nobody's yet. */
    | 'overdue'
    /** A colleague's, and overdue: at once where it is immediate, else for as long again as it may take. Somebody must ask. */
    | 'late'
    /** Nobody has judged it. */
    | 'triage'
    /** Judged, and nobody has it. */
    | 'unclaimed'
    /** She waits for the one who looks. */
    | 'waiting'
    /** Two colleagues judged its urgency apart. */
    | 'undecided'
    /** Claimed and untouched for many days. */
    | 'stale';
  readonly line: QueueLine;
  readonly since: number | null;
};

export type BegunErrand = {
  readonly kind: 'begun';
  readonly command: DraftedCommand;
  readonly record: string | null;
  readonly name: string | null;
};
export type UnsettledErrand = {
  readonly kind: 'unsettled';
  readonly edit: Unsettled;
  readonly name: string | null;
};
export type CaseErrand =
  | { readonly kind: 'nextStep'; readonly line: CaseLine; readonly date: string }
  /** A colleague offers a case; somebody must take one that its officer asked to be relieved of. */
  | { readonly kind: 'offered' | 'relief'; readonly line: CaseLine }
  | AloneErrand
  /** Somebody outside answered, and nobody has read it. */
  | { readonly kind: 'sheetAnswer'; readonly line: CaseLine };
export type HouseErrand = {
  readonly kind: 'proposed' | 'toConfirm' | 'door' | 'doorClosed' | 'recovery';
  readonly count: number;
  readonly since: number | null;
};
/** Something that is due: a task, or what ends by itself. */
export type DueErrand = { readonly kind: 'due'; readonly due: Due };
/** A colleague asks custody for an identity, and waits. */
export type IdentityErrand = {
  readonly kind: 'identityAsked';
  readonly asked: CustodyView['questions'][number];
};
export type Errand =
  | IdentityErrand
  | RequestErrand
  | BegunErrand
  | UnsettledErrand
  | CaseErrand
  | HouseErrand
  | SilenceErrand
  | EndWishedErrand
  | DueErrand;

/** How much one colleague carries. */
export type Load = {
  readonly member: string;
  readonly requests: number;
  readonly cases: number;
  readonly overdue: number;
};

export type Today = {
  /** Somebody waits for an answer. */
  readonly now: readonly (RequestErrand | SilenceErrand)[];
  /** What whoever looks has begun, and what of hers could not be saved. */
  readonly begun: readonly (BegunErrand | UnsettledErrand)[];
  /** What goes stale or runs out. */
  readonly running: readonly (
    | IdentityErrand
    | RequestErrand
    | CaseErrand
    | HouseErrand
    | SilenceErrand
    | EndWishedErrand
    | DueErrand
  )[];
  readonly load: readonly Load[];
  readonly waiting: number;
  readonly overdue: number;
};

const day = 24 * 60 * 60 * 1000;
/** A claimed request that nobody has touched for so long goes stale (handbook 3.2: high is answered within three days). */
export const staleAfter = 7 * day;

export function todayOf(given: DayInputs): Today {
  const inputs = withoutThoseGone(given);
  const { lines, me, now } = inputs;
  const open = lines.filter((line) => line.phase !== 'set_aside' && line.phase !== 'closed');
  const needed: RequestErrand[] = [];
  const stale: RequestErrand[] = [];
  const silences = silencesOf(inputs);
  let waiting = 0;
  let overdue = 0;
  for (const line of open) {
    if (line.waitingSince !== null) waiting += 1;
    if (isOverdue(line, now)) overdue += 1;
    const kind = kindOf(line, me, now, silences.told.has(line.record));
    if (kind === null) continue;
    if (kind === 'notSafe' || kind === 'missed')
      needed.push({ kind, line, since: alarmAt(line.checkIn, now)?.since ?? null });
    else if (kind === 'stale') stale.push({ kind, line, since: line.touched });
    else
      needed.push({
        kind,
        line,
        since: kind === 'handed' ? (line.handedOver?.since ?? null) : line.waitingSince,
      });
  }
  return {
    now: withSilences(
      needed.sort((left, right) => compare(left, right, now)),
      silences.now,
    ),
    begun: begunOf(inputs),
    running: [
      ...silences.soon,
      ...endsWished(inputs),
      ...identityQuestions(inputs),
      ...house(inputs),
      ...sheetAnswers(inputs),
      ...changingHands(inputs),
      ...leftAlone(given),
      ...nextSteps(inputs),
      ...dueErrands(inputs),
      ...stale.sort((left, right) => (left.since ?? 0) - (right.since ?? 0) || byRecord(left, right)),
    ],
    load: loadOf(inputs),
    waiting,
    overdue,
  };
}

/** Whether an answer is overdue at this moment, which may be later than when the line was made. */
const isOverdue = ({ clock }: QueueLine, now: number): boolean => clock !== null && now > clock.due;

/** Danger comes first, by whatever way it is known; then silence, then everything else. */
function withSilences(
  needed: readonly RequestErrand[],
  silences: readonly SilenceErrand[],
): readonly (RequestErrand | SilenceErrand)[] {
  const rank = (errand: RequestErrand | SilenceErrand): number =>
    errand.kind === 'silence' ? (errand.silence.stage === 'danger' ? 0 : 1) : alarmRank(errand);
  return [...silences, ...needed].sort((left, right) => rank(left) - rank(right));
}

/** What is due of the one who looks, and what nobody has. A next step that is late stands among the files already. */
function dueErrands({ lines, cases, papers = [], me, officers, today }: DayInputs): readonly DueErrand[] {
  const isHere = (member: string): boolean => member === me || officers.includes(member);
  return pressingFor({ lines, cases, papers, me, isHere, today }, me)
    .filter(({ task, section }) => task.kind !== 'next_step' || section !== 'late')
    .map((due) => ({ kind: 'due', due }));
}

function kindOf(
  line: QueueLine,
  me: string,
  now: number,
  isToldByFile: boolean,
): RequestErrand['kind'] | null {
  const mine = line.claimedBy === me;
  const late = isOverdue(line, now);
  // A file that holds the ladder and the pauses tells it better, and once.
  const alarm = isToldByFile ? null : alarmAt(line.checkIn, now);
  if (alarm !== null) return alarm.kind === 'not_safe' ? 'notSafe' : 'missed';
  if (line.handedOver?.to === me) return 'handed';
  const { waitingSince } = line;
  if (waitingSince !== null || (line.claimedBy === null && line.phase === 'new')) {
    if (!mine && line.claimedBy !== null)
      return isForgotten(line, now) ? 'late' : line.undecided ? 'undecided' : null;
    if (late) return 'overdue';
    if (mine) return 'waiting';
    return line.urgency === 'urg_unset' ? 'triage' : 'unclaimed';
  }
  if (line.undecided) return 'undecided';
  if (!mine || line.case !== null || line.phase === 'declined') return null;
  return line.touched !== null && now - line.touched > staleAfter ? 'stale' : null;
}

/** A colleague is ill, or away, or has too much: what she holds must not wait for her alone. */
const isForgotten = (line: QueueLine, now: number): boolean =>
  line.clock !== null && now > line.clock.due + (levelOf(line) === 'urg_immediate' ? 0 : line.clock.limit);

const levelOf = (line: QueueLine): QueueLine['urgency'] => line.suggested ?? line.urgency;

const ranks: Readonly<Record<QueueLine['urgency'], number>> = {
  urg_immediate: 0,
  urg_unset: 2,
  urg_urgent: 3,
  urg_high: 4,
  urg_standard: 5,
};

/** Danger first, then what is overdue, then by urgency; within each, whoever's clock runs out first. */
function compare(left: RequestErrand, right: RequestErrand, now: number): number {
  return (
    alarmRank(left) - alarmRank(right) ||
    rankOf(left.line, now) - rankOf(right.line, now) ||
    answerDue(left.line) - answerDue(right.line) ||
    byRecord(left, right)
  );
}

/** Her own word that she is not safe stands before everything, then silence where a sign of life was due. */
function alarmRank({ kind }: RequestErrand): number {
  if (kind === 'notSafe') return 0;
  return kind === 'missed' ? 1 : 2;
}

function rankOf(line: QueueLine, now: number): number {
  const rank = ranks[levelOf(line)];
  return isOverdue(line, now) ? Math.min(rank, 1) : rank;
}

const answerDue = ({ clock, waitingSince, began }: QueueLine): number =>
  clock?.due ?? waitingSince ?? began ?? Number.MAX_SAFE_INTEGER;

const byRecord = (left: RequestErrand, right: RequestErrand): number =>
  left.line.record < right.line.record ? -1 : 1;

/** A refusal that was begun keeps somebody waiting for nothing: it comes first. */
const draftOrder: readonly DraftedCommand[] = [
  'decline',
  'reply',
  'enterRequest',
  'enterWord',
  'noteContact',
];

function begunOf({ drafts, unsettled, lines, cases }: DayInputs): Today['begun'] {
  const names = new Map<string, string>();
  for (const line of lines) if (line.callName !== null) names.set(line.record, line.callName);
  for (const line of cases) names.set(line.record, line.pseudonym);
  const place = ({ command }: BegunForm): number => {
    const found = draftOrder.indexOf(command);
    return found === -1 ? draftOrder.length : found;
  };
  const nameOf = (record: string | null): string | null =>
    record === null ? null : (names.get(record) ?? null);
  return [
    ...unsettled.map((edit): UnsettledErrand => ({ kind: 'unsettled', edit, name: nameOf(edit.record) })),
    ...[...drafts]
      .sort((left, right) => place(left) - place(right))
      .map(({ command, record }): BegunErrand => ({ kind: 'begun', command, record, name: nameOf(record) })),
  ];
}

/** Cases that are offered to whoever looks, and those that need somebody: a willing colleague, or an administrator. */
function changingHands({ cases, me }: DayInputs): readonly CaseErrand[] {
  const errands = cases.filter(isOpenCase).flatMap((line): readonly CaseErrand[] => {
    if (line.offered === me) return [{ kind: 'offered', line }];
    return line.relief && line.responsible !== me ? [{ kind: 'relief', line }] : [];
  });
  return errands.sort((left, right) => (left.kind < right.kind ? -1 : left.kind > right.kind ? 1 : 0));
}

type StepErrand = Extract<CaseErrand, { readonly kind: 'nextStep' }>;

/** The oldest first; whoever asked cannot answer herself. */
function identityQuestions({ questions = [], me }: DayInputs): readonly IdentityErrand[] {
  return questions
    .filter(({ question }) => question.asked.by !== me)
    .map((asked): IdentityErrand => ({ kind: 'identityAsked', asked }));
}

function nextSteps({ cases, me, today }: DayInputs): readonly StepErrand[] {
  return cases
    .flatMap((line): readonly StepErrand[] => {
      const date = line.next?.date ?? '';
      const due = line.responsible === me && date !== '' && date < today && isOpenCase(line);
      return due ? [{ kind: 'nextStep', line, date }] : [];
    })
    .sort((left, right) => (left.date < right.date ? -1 : 1));
}

/** Answers to question sheets that are unread: hers where she is responsible, everybody's where nobody is. */
function sheetAnswers({ cases, me }: DayInputs): readonly CaseErrand[] {
  return cases
    .filter(({ sheets, responsible }) => (sheets?.unread ?? 0) > 0 && (responsible ?? me) === me)
    .map((line): CaseErrand => ({ kind: 'sheetAnswer', line }));
}

const isOpenCase = (line: CaseLine): boolean => !isOver(line);

function house({ alerts, recoveryMissing, directory, administrator }: DayInputs): readonly HouseErrand[] {
  const errands: HouseErrand[] = [];
  const closed = alerts.find((alert) => alert.kind === 'doorExpired');
  const closing = alerts.find((alert) => alert.kind === 'doorExpiring');
  if (administrator && closed !== undefined)
    errands.push({ kind: 'doorClosed', count: 1, since: closed.since });
  else if (administrator && closing !== undefined)
    errands.push({ kind: 'door', count: Number(closing.details['days'] ?? 0), since: closing.since });
  if (recoveryMissing) errands.push({ kind: 'recovery', count: 1, since: null });
  if (directory !== null && directory.others > 0)
    errands.push({ kind: 'toConfirm', count: directory.others, since: directory.othersSince });
  if (directory !== null && directory.mine > 0)
    errands.push({ kind: 'proposed', count: directory.mine, since: directory.mineSince });
  return errands;
}

function loadOf({ lines, cases, officers, me, now }: DayInputs): readonly Load[] {
  const load = new Map(officers.map((member) => [member, { member, requests: 0, cases: 0, overdue: 0 }]));
  for (const line of lines) {
    const one = line.claimedBy === null ? undefined : load.get(line.claimedBy);
    if (one === undefined) continue;
    if (line.phase === 'claimed' || line.phase === 'answered') one.requests += 1;
    if (isOverdue(line, now) && line.phase !== 'set_aside' && line.phase !== 'closed') one.overdue += 1;
  }
  for (const line of cases) {
    const one = line.responsible === null ? undefined : load.get(line.responsible);
    if (one !== undefined && isOpenCase(line)) one.cases += 1;
  }
  return [...load.values()].sort(
    (left, right) =>
      Number(right.member === me) - Number(left.member === me) ||
      right.requests + right.cases - (left.requests + left.cases) ||
      (left.member < right.member ? -1 : 1),
  );
}
