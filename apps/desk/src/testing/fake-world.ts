import { type CaseState, emptyCase, foldCase } from '@leeward/domain/case/state.ts';
import { teamPurposes } from '@leeward/domain/organisation/events.ts';
import type { Role } from '@leeward/domain/organisation/permissions.ts';
import {
  emptyOrganisation,
  foldOrganisation,
  type OrganisationState,
} from '@leeward/domain/organisation/state.ts';
import { foldRequest } from '@leeward/domain/request/fold.ts';
import { emptyRequest, nextSent, type RequestState } from '@leeward/domain/request/state.ts';
import type { Actor, FileNote } from '@leeward/domain/shared/context.ts';
import { admitted, mailbox } from '@leeward/domain/testing/conversation.ts';
import { at, colleague, hash, id, item } from '@leeward/domain/testing/people.ts';

/* People and requests that are plainly made up, told by the same folds that tell the real ones. */

export const me: Actor = colleague(1, 'administrator');
export const second: Actor = colleague(2, 'officer');
export const third: Actor = colleague(3, 'officer');

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export const teamId = (purpose: (typeof teamPurposes)[number]): string =>
  id(50 + teamPurposes.indexOf(purpose));

/** An organisation of three. `names` are of its members. */
export function sampleOrganisation(
  name: string,
  names: readonly string[],
  /** Of whoever sits at the desk. */
  role: Role = 'administrator',
): OrganisationState {
  const people = [me, second, third].slice(0, names.length);
  const events: readonly unknown[] = [
    { type: 'RoleGiven', v: 1, member: me.member, role: 'administrator' },
    { type: 'OrganisationNamed', v: 1, name },
    ...people.slice(1).map(({ member }) => ({ type: 'RoleGiven', v: 1, member, role: 'officer' })),
    ...people.map(({ member }, index) => ({ type: 'MemberNamed', v: 1, member, name: names[index] ?? '' })),
    ...people.map(({ member, device }) => ({ type: 'DeviceNamed', v: 1, member, device, name: '1' })),
    ...teamPurposes.map((purpose) => ({
      type: 'TeamNamed',
      v: 1,
      team: teamId(purpose),
      purpose,
      name: purpose,
    })),
    // The last administrator keeps her role: where she is to have another, somebody else has come before.
    ...(role === 'administrator'
      ? []
      : [
          { type: 'RoleGiven', v: 1, member: second.member, role: 'administrator' },
          { type: 'RoleGiven', v: 1, member: me.member, role },
        ]),
  ];
  return events.reduce<OrganisationState>(
    (state, event, index) => foldOrganisation(state, event, { ...at(0, me), index, entry: hash(0) }),
    emptyOrganisation,
  );
}

/** One conversation that a test tells step by step. */
export type Talk = {
  readonly record: string;
  readonly state: RequestState;
  readonly hers: (sequence: number, time: number, message: unknown, files?: readonly FileNote[]) => Talk;
  readonly ours: (time: number, actor: Actor, event: Readonly<Record<string, unknown>>) => Talk;
  readonly reply: (time: number, actor: Actor, text: string) => Talk;
};

export function talk(number: number, state?: RequestState, position = 1): Talk {
  const record = hash(100 + number);
  const begun =
    state ??
    foldRequest(
      emptyRequest,
      { type: 'GuestNamed', v: 1, ...mailbox(0) },
      { ...at(0, me), entry: hash(number) },
    );
  const next = (json: unknown, actor: Actor, time: number, quoted: ReturnType<typeof item>[] = []): Talk =>
    talk(
      number,
      foldRequest(begun, json, {
        ...at(position, actor),
        entry: hash(number * 1000 + position),
        claimedTime: time,
        quoted,
      }),
      position + 1,
    );
  return {
    record,
    state: begun,
    hers: (sequence, time, message, files = []) => {
      const opened = item(sequence, message, {
        claimedTime: time,
        files,
        repliesSeen: begun.sent.filter((one) => one.claimedTime < time).length,
      });
      return next(admitted(opened), second, time + minute, [opened]);
    },
    ours: (time, actor, event) => next({ v: 1, ...event }, actor, time),
    reply: (time, actor, text) => {
      const sent = sealedNext(begun);
      return next({ type: 'ReplyWritten', v: 1, text, files: [], sent }, actor, time);
    },
  };
}

/** The item that a reply would be sealed into. */
export function sealedNext(state: RequestState): Readonly<Record<string, unknown>> {
  const to = mailbox(0).mailbox;
  const { sequence, prev } = nextSent(state, to);
  return { mailbox: to, sequence, prev, hash: hash(7000 + sequence), quoted: null };
}

/** A case with a note or two. */
export function sampleCase(
  number: number,
  pseudonym: string,
  time: number,
  fromConversation: string | null,
): { readonly record: string; readonly state: CaseState } {
  const events: readonly unknown[] = [
    {
      type: 'CaseOpened',
      v: 1,
      pseudonym,
      fromConversation,
      teams: [teamId('protection'), teamId('intake')],
    },
    { type: 'ResponsibleSet', v: 1, member: me.member },
    { type: 'NoteWritten', v: 1, text: 'Spoke through the door. Wants to stay in the country for now.' },
    { type: 'UrgencySet', v: 1, urgency: 'urg_high', reason: 'A second summons has come.' },
    { type: 'NextStepSet', v: 1, text: 'Ask the lawyer about the summons', date: '2026-12-01', replaces: [] },
  ];
  const state = events.reduce<CaseState>(
    (before, event, index) =>
      foldCase(before, event, {
        ...at(index, me),
        entry: hash(number * 1000 + index),
        claimedTime: time + index * hour,
      }),
    emptyCase,
  );
  return { record: hash(500 + number), state };
}

export { caseLine as caseLineOf } from '@leeward/workspace/desk/case-line.ts';
