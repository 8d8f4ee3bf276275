import { type Clock, type ClockKind, clockKey } from '@leeward/domain/clock/clock.ts';
import { addDays } from '@leeward/domain/clock/days.ts';
import {
  byDue,
  isPressing,
  type OpenTask,
  type Section,
  sectionOf,
  whose,
} from '@leeward/domain/task/open.ts';
import type { CaseLine } from '@leeward/workspace/desk/case-contract.ts';
import type { QueueLine } from '@leeward/workspace/desk/conversation-contract.ts';
import type { CustodyView, ShownPerson } from '@leeward/workspace/desk/identity/contract.ts';

/*
 * Everything that is due, over all files that this person reads: hers, everybody's where nobody has it, and the team's.
 * Pure: the same rules make the list, the day and the calendar.
 */

/** One thing that is due, with the file or the conversation that it stands in. */
export type Due = {
  /** Tells it apart in a list. */
  readonly id: string;
  readonly task: OpenTask;
  readonly file: CaseLine | null;
  readonly request: QueueLine | null;
  /** The person whose identity it stands in, for custody alone; missing elsewhere. */
  readonly identity?: ShownPerson;
  /** Whom it is about: a pseudonym, or the name that she gave; null for nobody. */
  readonly name: string | null;
  /** Who does it; null for whoever takes it. */
  readonly who: string | null;
  readonly section: Section;
};

/** Things of a file for which its line has no room. */
export type MoreDue = { readonly file: CaseLine; readonly count: number; readonly from: string | null };

export type DueInputs = {
  readonly lines: readonly QueueLine[];
  readonly cases: readonly CaseLine[];
  readonly me: string;
  readonly isHere: (member: string) => boolean;
  readonly today: string;
  /** Papers in identities that end, for whoever has custody of them. */
  readonly papers?: CustodyView['papers'];
};

export type DueLists = { readonly all: readonly Due[]; readonly more: readonly MoreDue[] };

/** What ended so long ago is history: a conversation has no way to say that it was seen to. */
const forgottenAfter = 30;

/** Everything that is due or will be, what is due first comes first. */
export function dueOf(inputs: DueInputs): DueLists {
  const { cases, today } = inputs;
  const more = cases.flatMap((file) => {
    const left = file.moreTasks;
    if (left === undefined || (left.from !== null && left.from > today)) return [];
    return [{ file, ...left }];
  });
  return { all: gathered(inputs, () => true).sort(inOrder), more };
}

/** What must be seen today by one person, as `pressingOf` has it: without putting in order all that is due. */
export function pressingFor(inputs: DueInputs, me: string): readonly Due[] {
  return mineOf(
    gathered(inputs, (task) => isPressing(task, inputs.today)),
    me,
  ).toSorted(inOrder);
}

function gathered(inputs: DueInputs, counts: (task: OpenTask) => boolean): Due[] {
  const { lines, cases, isHere, today, papers = [] } = inputs;
  const files = new Map(
    cases.flatMap((line) => (line.conversation === null ? [] : [[line.conversation, line] as const])),
  );
  const all: Due[] = [];
  for (const file of cases)
    for (const task of file.tasks ?? [])
      if (counts(task))
        all.push({
          id: `${file.record} ${task.key}`,
          task,
          file,
          request: null,
          name: file.pseudonym,
          who: whose(task.owner, file.responsible, isHere),
          section: sectionOf(task, today),
        });
  const isForgotten = addDays(today, -forgottenAfter);
  for (const request of lines) {
    const isOver = request.phase === 'closed' || request.phase === 'set_aside';
    const file = files.get(request.record) ?? null;
    for (const clock of request.clocks ?? []) {
      const key = clockKey(clock);
      // The file may know the same consent: then it stands there, with what was done about it.
      if (file?.tasks?.some((task) => task.key === key) === true) continue;
      // What she wishes to become of all that is here outlasts the conversation, and waits until it is carried out.
      const isWish = clock.kind === 'retention';
      if (!isWish && (isOver || clock.until < isForgotten)) continue;
      const task = madeBy(clock);
      if (!counts(task)) continue;
      all.push({
        id: `${request.record} ${key}`,
        task,
        file: null,
        request,
        name: file?.pseudonym ?? request.callName,
        who: whose(null, file?.responsible ?? request.claimedBy, isHere),
        section: sectionOf(task, today),
      });
    }
  }
  for (const { of, clock } of papers) {
    // As with a conversation: it is seen to by what is written in the identity, and has no other mark.
    if (clock.until < isForgotten) continue;
    const task = madeBy(clock);
    if (!counts(task)) continue;
    all.push({
      id: `${of.caseRecord} ${of.person ?? ''} ${task.key}`,
      task,
      file: null,
      request: null,
      identity: of,
      name: of.pseudonym,
      who: null,
      section: sectionOf(task, today),
    });
  }
  return all;
}

/** The task of a clock that has no marks of its own. */
const madeBy = (clock: Clock): OpenTask => ({
  key: clockKey(clock),
  kind: clock.kind,
  text: clock.label,
  due: clock.until,
  warns: clock.warns,
  owner: null,
  restsUntil: null,
  part: null,
  item: null,
  repeats: false,
});

const inOrder = (left: Due, right: Due): number =>
  byDue(left.task, right.task) || (left.id < right.id ? -1 : left.id > right.id ? 1 : 0);

/** What one person must see: her own, and what nobody has. */
export const mineOf = (all: readonly Due[], me: string): readonly Due[] =>
  all.filter(({ who }) => who === null || who === me);

/** What must be seen today: late, due within a week, or warning anew. */
export const pressingOf = (all: readonly Due[], today: string): readonly Due[] =>
  all.filter(({ task }) => isPressing(task, today));

/** The sections of a list, in the order in which they stand. */
export const dueSections = ['late', 'today', 'week', 'later', 'undated', 'resting'] as const;
export type DueSection = (typeof dueSections)[number];

/** A list by its sections; what does not warn yet is left out. */
export function bySection(all: readonly Due[]): ReadonlyMap<DueSection, readonly Due[]> {
  const sections = new Map<DueSection, Due[]>(dueSections.map((section) => [section, []]));
  for (const due of all) if (due.section !== 'not_yet') sections.get(due.section)?.push(due);
  return sections;
}

/** What kind of thing a task is, for its words. */
export type DueKind = ClockKind | 'own';
