import { waitingQuestions } from '../custody/state.ts';
import { standingOffers } from '../responsibility/rules.ts';
import { sheetLine } from '../sheet/rules.ts';
import { isPressing, openTasks } from '../task/open.ts';
import { caseParts, type PartName, type PartStates } from './parts.ts';
import { type CaseState, conflictsIn } from './state.ts';

/** What waits in one part of the file. */
export type Waiting = {
  /** Things that somebody must see to now: due within a week, late, or unanswered. */
  readonly due: number;
  /** Fields of which versions written apart stand side by side until somebody chooses. */
  readonly apart: number;
};

/** The screen of each part of the domain; `file` is the file as a whole. */
export const screenOfPart: Readonly<Record<PartName, string>> = {
  responsibility: 'carry',
  readers: 'carry',
  stages: 'stages',
  situation: 'situation',
  sheet: 'sheets',
  answers: 'questions',
  plan: 'plan',
  bring: 'file',
  copies: 'copy',
  tasks: 'tasks',
  people: 'people',
  verification: 'verification',
  eligibility: 'eligibility',
  documents: 'documents',
  incident: 'incidents',
  risk: 'risk',
  checkIns: 'checkins',
  consents: 'consents',
  custody: 'identity',
  outcome: 'outcome',
  asked: 'documents',
};

/** Where two versions of a field of the case itself are chosen between. */
const ownFields: Readonly<Partial<Record<ReturnType<typeof conflictsIn>[number], string>>> = {
  phase: 'stages',
  responsible: 'carry',
};

/**
 * What waits in each part of the file on a day, by the name of the part's screen; a part in which nothing waits is left
 * out. It names no urgency: the file says how urgent it is, and this says only where there is something to do.
 */
export function waitingIn(state: CaseState, today: string): ReadonlyMap<string, Waiting> {
  const waiting = new Map<string, Waiting>();
  const add = (part: string, due: number, apart: number): void => {
    if (due + apart === 0) return;
    const before = waiting.get(part) ?? { due: 0, apart: 0 };
    waiting.set(part, { due: before.due + due, apart: before.apart + apart });
  };
  for (const task of openTasks(state)) {
    if (!isPressing(task, today)) continue;
    // What a person typed is done among the tasks, wherever it belongs; what ends by itself, where it stands.
    add(task.kind === 'own' ? 'tasks' : (task.part ?? 'file'), 1, 0);
  }
  add('carry', standingOffers(state).length, 0);
  const sheets = sheetLine(state.parts.sheet);
  add('sheets', sheets.unread + (sheets.again ?? 0), 0);
  add('identity', waitingQuestions(state.parts.custody).length, 0);
  for (const field of conflictsIn(state)) add(ownFields[field] ?? 'file', 0, 1);
  for (const name of Object.keys(caseParts) as PartName[])
    add(screenOfPart[name], 0, apartIn(name, state.parts));
  return waiting;
}

function apartIn<Name extends PartName>(name: Name, parts: PartStates): number {
  const { conflicts } = caseParts[name] as unknown as {
    readonly conflicts: (state: PartStates[Name]) => number;
  };
  return conflicts(parts[name]);
}
