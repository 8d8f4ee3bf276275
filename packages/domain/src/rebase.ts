import type { CaseEvent } from './case/events.ts';
import { isPartEvent } from './case/parts.ts';
import type { CaseState } from './case/state.ts';
import type { IdentityEvent } from './identity/events.ts';
import type { IdentityState } from './identity/state.ts';
import type { OrganisationEvent } from './organisation/events.ts';
import type { OrganisationState } from './organisation/state.ts';
import type { RequestEvent } from './request/events.ts';
import { standingJudgements } from './request/judgement.ts';
import type { RequestState } from './request/state.ts';

/*
 * When an append meets another head, the session pulls, folds and asks the rules again (section 3). The person is told
 * where a field that she changed has changed meanwhile; some events are not written again without her at all (rule 6).
 */

/** A field that a person edited and somebody else changed meanwhile. */
export type Changed = { readonly field: string; readonly before: unknown; readonly after: unknown };

/** Which fields an event edits, and how a field is read out of a state: values that JSON can hold. */
export type Watched<State, Event> = {
  readonly edits: (event: Event) => readonly string[];
  readonly read: (state: State, field: string) => unknown;
};

/**
 * Which of the fields that these events edit differ between the state in which the person wrote them and the state on
 * which they would now stand. Empty means: write them again without asking, if the rules still allow it.
 */
export function changedMeanwhile<State, Event>(
  watched: Watched<State, Event>,
  before: State,
  after: State,
  events: readonly Event[],
): readonly Changed[] {
  const fields = new Set(events.flatMap((event) => watched.edits(event)));
  return [...fields]
    .map((field) => ({ field, before: watched.read(before, field), after: watched.read(after, field) }))
    .filter((field) => JSON.stringify(field.before) !== JSON.stringify(field.after));
}

/**
 * Events that touch authority or access, by the name of their type. They are never rebased by themselves: after a
 * conflict the person sees the new state and signs again (rule 6). Approvals, payments, consents and disclosures join
 * them when their nouns are built.
 */
export const neverRebased: ReadonlySet<string> = new Set<
  OrganisationEvent['type'] | RequestEvent['type'] | CaseEvent['type'] | IdentityEvent['type']
>([
  'RoleGiven',
  'MemberLeft',
  'RecoveryPolicySet',
  'PermissionsRaised',
  'GuestClosed',
  'GuestReplaced',
  'RequestDeclined',
  'DeclineTold',
  'ConversationLinked',
  'ClosingTold',
]);

/** Events that name a sealed item of ours: rebased only after the item was sealed anew under the next number. */
export const sealedAnew: ReadonlySet<string> = new Set<RequestEvent['type']>([
  'ReplyWritten',
  'QuestionsSent',
  'OpenedNoted',
  'ConversationConfirmed',
  'RequestDeclined',
  'ConsentAsked',
  'ConsentDropped',
  'NextTold',
  'HeldTold',
  'CheckInProposed',
  'CheckInEnded',
  'QuestionAsked',
  'PlanShown',
  'RoundsTold',
  'ClosingTold',
]);

/** Fields of a conversation. Who answers edits the conversation: new words of hers, or a colleague's, are shown first. */
export const watchedRequest: Watched<RequestState, RequestEvent> = {
  edits: (event) => {
    switch (event.type) {
      case 'UrgencySet':
      case 'UrgencyTakenBack':
        return ['urgency'];
      case 'RequestClaimed':
      case 'RequestReleased':
      case 'HandOverSeen':
        return ['claimedBy'];
      case 'ReplyWritten':
      case 'QuestionsSent':
        return ['conversation'];
      case 'RequestDeclined':
      case 'DeclineTold':
        return ['conversation', 'declined', 'urgency'];
      case 'RequestTakenUpAgain':
        return ['declined'];
      case 'RequestSetAside':
      case 'RequestReturned':
        return ['conversation', 'setAside'];
      case 'CaseOpened':
        return ['case'];
      case 'GuestNamed':
      case 'GuestClosed':
      case 'GuestReplaced':
      case 'ClosingTold':
      case 'ConversationLinked':
        return ['channel'];
      case 'NextTold':
        return ['next'];
      case 'HeldTold':
        return ['held'];
      case 'CheckInProposed':
      case 'CheckInEnded':
        return ['checkIn'];
      case 'PlanShown':
        return ['shownPlan'];
      // It is read from the file at the moment at which it is sealed.
      case 'RoundsTold':
      case 'GuestItemAdmitted':
      case 'OpenedNoted':
      case 'ConversationConfirmed':
      // What was heard and said stands beside whatever else was; a join takes nothing away.
      case 'RequestEntered':
      case 'WordEntered':
      case 'ContactNoted':
      case 'RequestJoined':
      // A copy stands beside the original and beside every other copy.
      case 'CopyMade':
      case 'FileMarked':
      case 'RequestUnjoined':
      case 'ConsentAsked':
      case 'ConsentDropped':
      case 'QuestionAsked':
      case 'AlarmAnswered':
        return [];
    }
  },
  read: (state, field) => {
    switch (field) {
      case 'next':
        return state.comeBack.next.at(-1)?.hash ?? null;
      case 'held':
        return state.comeBack.held.at(-1)?.note ?? null;
      case 'shownPlan':
        return state.comeBack.shown.at(-1)?.hash ?? null;
      case 'checkIn':
        return state.comeBack.plans.map(({ plan, endedAt }) => [plan.id, endedAt !== null]);
      case 'conversation':
        return {
          hers: state.items.map((item) => item.hash),
          heard: state.heard.length + state.contacts.length,
          ours: state.sent
            .filter(({ kind }) => kind === 'reply' || kind === 'questions' || kind === 'declined')
            .map((item) => item.hash),
        };
      case 'channel':
        return state.guests.map((guest) => [guest.mailbox, guest.closed?.reason ?? null]);
      case 'urgency':
        return [state.urgency, standingJudgements(state.urgencyHistory).at(-1)?.reason ?? ''];
      case 'claimedBy':
        return state.claimedBy;
      case 'declined':
        return state.declined;
      case 'setAside':
        return state.setAside;
      case 'case':
        return state.case;
      default:
        return null;
    }
  },
};

/** Fields of a case; one of the summary is `summary.danger`. */
export const watchedCase: Watched<CaseState, CaseEvent> = {
  edits: (event) => {
    // What a person saw of a part stands in the event itself: nothing that she did not see is replaced.
    if (isPartEvent(event)) return [];
    switch (event.type) {
      case 'PseudonymChanged':
        return ['pseudonym'];
      case 'UrgencySet':
        return ['urgency'];
      case 'StateChanged':
      case 'CaseReopened':
        return ['phase'];
      case 'ResponsibleSet':
        return ['responsible'];
      case 'NextStepSet':
        return ['nextStep'];
      case 'SummaryKept':
        return [`summary.${event.field}`];
      case 'CaseOpened':
        return ['opened'];
      case 'NoteWritten':
        return [];
    }
  },
  read: (state, field) => {
    switch (field) {
      case 'pseudonym':
        return state.pseudonym.map((written) => written.value);
      case 'urgency':
        return [state.urgency, state.urgencyHistory.at(-1)?.reason ?? ''];
      case 'phase':
        return [state.phase, state.phaseHistory.at(-1)?.reason ?? ''];
      case 'responsible':
        return state.responsible;
      case 'nextStep':
        return state.nextStep.map((written) => written.value);
      case 'opened':
        return state.opened !== null;
      default: {
        const summary = [...state.summary].find(([name]) => `summary.${name}` === field);
        return summary?.[1].map((written) => written.value) ?? [];
      }
    }
  },
};

/** Fields of an identity record; a fact is `fact.birth_date`, a way to reach the person `contact.` and its id. */
export const watchedIdentity: Watched<IdentityState, IdentityEvent> = {
  edits: (event) => {
    switch (event.type) {
      case 'NamesKept':
        return ['names'];
      case 'FactKept':
        return [`fact.${event.fact}`];
      case 'ContactKept':
        return [`contact.${event.contact}`];
      // The other edits name the versions that their author saw, and openings and grants replace nothing.
      default:
        return [];
    }
  },
  read: (state, field) => {
    if (field === 'names') return state.names.map((written) => written.value);
    const [kind, name] = [field.slice(0, field.indexOf('.')), field.slice(field.indexOf('.') + 1)];
    const found = kind === 'fact' ? state.facts.get(name) : state.contacts.get(name);
    return found?.map((written) => written.value) ?? [];
  },
};

/** Fields of the organisation; a member's are `name.` and `role.` with her id. */
export const watchedOrganisation: Watched<OrganisationState, OrganisationEvent> = {
  edits: (event) => {
    switch (event.type) {
      case 'OrganisationNamed':
        return ['name'];
      case 'TeamNamed':
      case 'TeamFounded':
      case 'TeamDescribed':
      case 'TeamEnded':
        return [`team.${event.team}`];
      case 'MemberNamed':
        return [`name.${event.member}`];
      case 'RoleGiven':
      case 'MemberLeft':
        return [`role.${event.member}`];
      case 'DoorTextsSet':
        return ['door'];
      case 'RecoveryPolicySet':
        return ['recovery'];
      case 'PermissionsRaised':
        return ['permissions'];
      case 'DeviceNamed':
      case 'FormKept':
      case 'LargeFormKept':
      case 'FormPlaced':
      case 'RiskMatrixSet':
      case 'VerificationTermsSet':
      case 'AnswerHoursSet':
        return [];
    }
  },
  read: (state, field) => {
    const [kind = '', id = ''] = field.split('.');
    const member = state.members.get(id);
    switch (kind) {
      case 'name':
        return id === '' ? state.name : (member?.name ?? '');
      case 'role':
        return [member?.role ?? null, member?.left ?? null];
      case 'team':
        return state.teams.get(id) ?? null;
      case 'door':
        return state.door;
      case 'recovery':
        return state.recovery;
      default:
        return state.permissions;
    }
  },
};
