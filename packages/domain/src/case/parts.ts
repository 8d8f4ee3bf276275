import { answersPart } from '../answers/part.ts';
import { bringPart } from '../bring/part.ts';
import { checkInPart } from '../check-in/part.ts';
import { consentsPart } from '../consent/part.ts';
import { copiesPart } from '../copy/part.ts';
import { custodyPart } from '../custody/part.ts';
import { documentPart } from '../document/part.ts';
import { askedPart } from '../document-asked/part.ts';
import { eligibilityPart } from '../eligibility/state.ts';
import { incidentPart } from '../incident/part.ts';
import type { Action } from '../organisation/permissions.ts';
import { outcomePart } from '../outcome/part.ts';
import { peoplePart } from '../people/part.ts';
import { planPart } from '../plan/part.ts';
import { readersPart } from '../readers/part.ts';
import { responsibilityPart } from '../responsibility/part.ts';
import { riskPart } from '../risk/part.ts';
import type { Context } from '../shared/context.ts';
import type { AnyEvent, EventShapes } from '../shared/event.ts';
import type { Refusal } from '../shared/refusal.ts';
import { ok, type Result } from '../shared/result.ts';
import { sheetPart } from '../sheet/part.ts';
import { situationPart } from '../situation/part.ts';
import { stagePart } from '../stage/part.ts';
import { taskPart } from '../task/part.ts';
import type { Upcast } from '../upcast.ts';
import { verificationPart } from '../verification/part.ts';
import type { CasePart } from './part.ts';

/** The parts of a case, by name: one line each. Their order is the order in which they stand in an export. */
export const caseParts = {
  responsibility: responsibilityPart,
  readers: readersPart,
  stages: stagePart,
  situation: situationPart,
  sheet: sheetPart,
  answers: answersPart,
  plan: planPart,
  bring: bringPart,
  copies: copiesPart,
  tasks: taskPart,
  people: peoplePart,
  verification: verificationPart,
  eligibility: eligibilityPart,
  documents: documentPart,
  incident: incidentPart,
  risk: riskPart,
  checkIns: checkInPart,
  consents: consentsPart,
  custody: custodyPart,
  outcome: outcomePart,
  asked: askedPart,
} as const;

type Parts = typeof caseParts;
export type PartName = keyof Parts;

type StateOf<Part> = Part extends { readonly empty: infer State } ? State : never;

/** What is true of every part. */
export type PartStates = {
  readonly [Name in PartName]: StateOf<Parts[Name]>;
};
type EventOf<Part> = Part extends { readonly shapes: EventShapes<infer Event> } ? Event : never;
/** What can happen to any part. */
export type PartEvent = { readonly [Name in PartName]: EventOf<Parts[Name]> }[PartName];

/** A part whose exact types were put aside, so that all can be treated alike. Only this file does so. */
type AnyPart = CasePart<unknown, AnyEvent>;
const all = Object.entries(caseParts) as unknown as readonly (readonly [PartName, AnyPart])[];

/** Which part an event belongs to, by its type. */
const owners: ReadonlyMap<string, readonly [PartName, AnyPart]> = new Map(
  all.flatMap(([name, part]) => Object.keys(part.shapes).map((type) => [type, [name, part]] as const)),
);

export const emptyParts = Object.fromEntries(all.map(([name, part]) => [name, part.empty])) as PartStates;

export const partShapes = Object.assign({}, ...all.map(([, part]) => part.shapes)) as EventShapes<PartEvent>;

export const partUpcasts: readonly Upcast[] = all.flatMap(([, part]) => part.upcasts);

export const givingPartEvents = new Set(all.flatMap(([, part]) => [...part.gives])) as ReadonlySet<
  PartEvent['type']
>;

/** Whether an event belongs to a part rather than to the case itself. */
export const isPartEvent = (event: AnyEvent): event is PartEvent => owners.has(event.type);

/** What somebody must be allowed to do in order to write this event of a part. */
export function actionOfPart(event: PartEvent): Action {
  return owners.get(event.type)?.[1].action(event) ?? 'case.edit';
}

/** The parts after an event; the very same object where it changed nothing. */
export function applyPart(
  states: PartStates,
  event: PartEvent,
  context: Context,
): Result<PartStates, Refusal> {
  const owner = owners.get(event.type);
  if (owner === undefined) return ok(states);
  const [name, part] = owner;
  const applied = part.apply(states[name], event, context);
  if (!applied.ok) return applied;
  return applied.value === states[name] ? ok(states) : ok({ ...states, [name]: applied.value } as PartStates);
}

/** How many fields of all parts hold versions written apart. */
export function conflictsInParts(states: PartStates): number {
  return all.reduce((sum, [name, part]) => sum + part.conflicts(states[name]), 0);
}
