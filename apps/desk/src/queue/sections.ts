import type { QueueLine } from '@leeward/workspace/desk/conversation-contract.ts';
import type { QueueTab } from '../router/route.ts';

/** The queue, sorted into what needs an answer now and everything else. Every line is in one of them at least. */
export type Sections = Readonly<Record<QueueTab, readonly QueueLine[]>>;

/** Sorts the lines; `me` is the member who looks. A request that she claimed and that waits is in two: now, and mine. */
export function sectionsOf(lines: readonly QueueLine[], me: string): Sections {
  const sorted = [...lines].sort(compareLines);
  const inTab = (tab: QueueTab): readonly QueueLine[] =>
    sorted.filter((line) => tabsOf(line, me).includes(tab));
  return {
    now: inTab('now'),
    mine: inTab('mine'),
    answered: inTab('answered'),
    declined: inTab('declined'),
    closed: inTab('closed'),
    aside: inTab('aside'),
    all: sorted,
  };
}

function tabsOf(line: QueueLine, me: string): readonly QueueTab[] {
  if (line.phase === 'set_aside') return ['aside'];
  if (line.phase === 'closed') return ['closed'];
  const mine: readonly QueueTab[] = line.claimedBy === me && line.phase !== 'declined' ? ['mine'] : [];
  // Who writes again after a refusal waits again: nobody disappears behind a decision.
  const waits = line.waitingSince !== null || line.checkIn.notSafe !== null;
  if (waits || line.phase === 'new' || line.phase === 'claimed') return ['now', ...mine];
  return line.phase === 'declined' ? ['declined'] : ['answered', ...mine];
}

const ranks: Readonly<Record<QueueLine['urgency'], number>> = {
  urg_immediate: 0,
  urg_unset: 1,
  urg_urgent: 2,
  urg_high: 3,
  urg_standard: 4,
};

/** By urgency, then by how long they have waited: the order of the domain's queue, for lines. */
function compareLines(left: QueueLine, right: QueueLine): number {
  return rankOf(left) - rankOf(right) || (left.waitingSince ?? 0) - (right.waitingSince ?? 0);
}

function rankOf(line: QueueLine): number {
  // A person in danger comes before everything else, whether or not she waits for words.
  if (line.checkIn.notSafe !== null) return -1;
  return (line.waitingSince === null ? 10 : 0) + ranks[line.suggested ?? line.urgency];
}

/** How many wait for a first answer, and how many answers are overdue. */
export function countsOf(lines: readonly QueueLine[]): {
  readonly waiting: number;
  readonly overdue: number;
} {
  const open = lines.filter((line) => line.phase !== 'set_aside' && line.phase !== 'closed');
  return {
    waiting: open.filter(
      (line) => line.waitingSince !== null && (line.phase === 'new' || line.phase === 'claimed'),
    ).length,
    overdue: open.filter((line) => line.clock?.overdue === true).length,
  };
}

/** What the clock of a line shows: how long she has waited of how long at most, or how long it is overdue. */
export type ClockFace =
  | { readonly state: 'within'; readonly waited: number; readonly limit: number }
  | { readonly state: 'overdue'; readonly by: number };

/** Reads the clock at `now`, which may be later than when the line was made. */
export function clockFace(line: Pick<QueueLine, 'clock'>, now: number): ClockFace | null {
  if (line.clock === null) return null;
  const { since, due, limit } = line.clock;
  return now > due ? { state: 'overdue', by: now - due } : { state: 'within', waited: now - since, limit };
}
