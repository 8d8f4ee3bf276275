import type { Role } from '@leeward/domain/organisation/permissions.ts';
import type { DoorView } from '@leeward/workspace/desk/door-contract.ts';
import { type DoorForm, silentIn } from '../door/door-form.ts';

/*
 * What a new organisation still has to do before somebody in danger should be told of it. Every step is done when
 * something is so, and not when somebody says so: nothing here is ticked by hand where the desk can see it.
 */

export type StepName =
  | 'recovery'
  | 'languages'
  | 'promise'
  | 'contacts'
  | 'publish'
  | 'handOut'
  | 'questions'
  | 'second'
  | 'compare'
  | 'passkey'
  | 'call';

export type Step = {
  readonly name: StepName;
  /** Whether the list stays until it is done. */
  readonly needed: boolean;
  /** `waiting`: whoever looks has done her part, or something else comes first. */
  readonly standing: 'done' | 'open' | 'waiting';
  /** What a step waits for that cannot be taken now; null for every other. */
  readonly waitsFor: WaitsFor | null;
};

export type WaitsFor = 'languages' | 'signature' | 'door' | 'guest' | 'colleague';

/** What this device remembers; the rest is seen. */
export type StepsMemory = {
  /** The list is put away: one line of it stays. */
  readonly away: boolean;
  /** Optional steps that are not for this organisation. */
  readonly skipped: readonly StepName[];
  /** The link left this screen: copied, printed or taken as a picture. */
  readonly handedOut: boolean;
  /** Somebody said on this device that the six words were the same. */
  readonly compared: boolean;
};

export const emptyMemory: StepsMemory = { away: false, skipped: [], handedOut: false, compared: false };

export type StepsInputs = {
  readonly administrator: boolean;
  /** Roles of everybody who is here. */
  readonly roles: readonly (Role | null)[];
  readonly recoveryMissing: boolean;
  readonly door: DoorView;
  /** What is typed about the door, or what it says. */
  readonly texts: DoorForm;
  /** How many forms of its own the organisation has at the door. */
  readonly questions: number;
  /** Roles in invitations that are still open. */
  readonly invited: readonly string[];
  /** Whether somebody has already come through the door. */
  readonly visited: boolean;
  /** Null where this browser has no passkeys. */
  readonly passkey: boolean | null;
  /** Null where the server sends no mail. */
  readonly call: boolean | null;
  readonly memory: StepsMemory;
};

export type FirstSteps = {
  readonly steps: readonly Step[];
  /** The first that is needed and can be done now; then the first that is optional. */
  readonly next: StepName | null;
  /** How many of the needed ones are done, and how many there are. */
  readonly done: number;
  readonly needed: number;
};

/** The steps as they stand; null once every needed one is done, whatever is left of the others. */
export function firstSteps(inputs: StepsInputs): FirstSteps | null {
  const { memory } = inputs;
  const steps = (inputs.administrator ? ofAdministrator(inputs) : ofEverybody(inputs)).filter(
    ({ name, needed, standing }) => needed || standing === 'done' || !memory.skipped.includes(name),
  );
  const needed = steps.filter((step) => step.needed);
  const done = needed.filter(({ standing }) => standing === 'done').length;
  if (done === needed.length) return null;
  const open = steps.filter(({ standing }) => standing === 'open');
  const next = open.find((step) => step.needed) ?? open[0];
  return { steps, next: next?.name ?? null, done, needed: needed.length };
}

function ofAdministrator(inputs: StepsInputs): readonly Step[] {
  const { door, texts, roles, invited, visited, memory } = inputs;
  const { languages } = texts;
  const said = (part: 'retention' | 'contacts'): boolean =>
    languages.length > 0 && silentIn(texts, part).length === 0;
  const isOpen = door.link !== null && !door.waitingForSecond;
  const spoken = languages.length > 0 ? null : 'languages';
  const administrators = roles.filter((role) => role === 'administrator').length;
  return [
    step('recovery', true, !inputs.recoveryMissing),
    step('languages', true, languages.length > 0),
    step('promise', true, said('retention'), spoken),
    step('contacts', false, said('contacts'), spoken),
    step('publish', true, isOpen, door.waitingForSecond ? 'signature' : spoken),
    step('handOut', true, isOpen && (visited || memory.handedOut), isOpen ? null : 'door'),
    step('questions', false, inputs.questions > 0, door.texts === null ? 'door' : null),
    step('second', true, administrators > 1, invited.includes('administrator') ? 'guest' : null),
    ...ofEverybody(inputs),
  ];
}

function ofEverybody({ roles, passkey, call, memory }: StepsInputs): readonly Step[] {
  return [
    step('compare', true, memory.compared, roles.length < 2 ? 'colleague' : null),
    ...(passkey === null ? [] : [step('passkey', false, passkey)]),
    ...(call === null ? [] : [step('call', false, call)]),
  ];
}

function step(name: StepName, needed: boolean, done: boolean, waitsFor: WaitsFor | null = null): Step {
  if (done) return { name, needed, standing: 'done', waitsFor: null };
  return { name, needed, standing: waitsFor === null ? 'open' : 'waiting', waitsFor };
}
