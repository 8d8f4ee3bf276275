import type { AnswerHours } from '../request/answer-hours.ts';
import type { MatrixCells } from '../risk/matrix.ts';
import { type Context, memberOf } from '../shared/context.ts';
import { type Base, emptyBase, fold, type Noun } from '../shared/fold.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { VerificationTerms } from '../verification/terms.ts';
import {
  type DoorTexts,
  type OrganisationEvent,
  organisationShapes,
  organisationUpcasts,
  type TeamKind,
} from './events.ts';
import { newestPermissions, type Role } from './permissions.ts';
import { type PlacedForms, withForm } from './placed-forms.ts';

export type Member = {
  readonly member: string;
  /** Empty until somebody has given one. */
  readonly name: string;
  readonly role: Role | null;
  readonly devices: ReadonlyMap<string, string>;
  /** When she left, by the clock of whoever removed her; null while she is here. */
  readonly left: number | null;
};

export type Team = {
  readonly team: string;
  readonly purpose: TeamKind;
  readonly name: string;
  /** What a team of the organisation's own is for, in its words; empty for those that screens have words for. */
  readonly aim: string;
  /** That nothing new is given to it, since when, and why; null while it works. */
  readonly ended: { readonly by: string; readonly claimedTime: number; readonly reason: string } | null;
};

/** That a form was kept: by whom, and when by her clock. */
export type KeptForm = {
  readonly form: string;
  readonly by: string;
  readonly claimedTime: number;
  /** SHA-256 of the parts of a large form, in their order. */
  readonly parts?: readonly string[];
};

/** What is true of an organisation at one point of its log. */
export type OrganisationState = Base & {
  readonly name: string;
  readonly members: ReadonlyMap<string, Member>;
  readonly teams: ReadonlyMap<string, Team>;
  /** `none` until there are trustees: shown in red. */
  readonly recovery: 'none';
  readonly door: DoorTexts | null;
  /** Forms of the organisation's own questions, in the order in which they were kept. They never change. */
  readonly forms: readonly KeptForm[];
  /** Forms that are asked in files. */
  readonly placedForms: PlacedForms;
  /** How long findings hold; null for the usual terms. */
  readonly verificationTerms: {
    readonly terms: VerificationTerms;
    readonly reason: string;
    readonly by: string;
  } | null;
  /** The matrix by which risks are read; null for the product's own. */
  readonly riskMatrix: { readonly cells: MatrixCells; readonly reason: string; readonly by: string } | null;
  /** Within how many hours requests are answered; null for the usual ones. */
  readonly answerHours: { readonly hours: AnswerHours; readonly reason: string; readonly by: string } | null;
  /** Version of the permission rules in force. */
  readonly permissions: number;
};

export const emptyOrganisation: OrganisationState = {
  ...emptyBase,
  name: '',
  members: new Map(),
  teams: new Map(),
  recovery: 'none',
  door: null,
  forms: [],
  placedForms: new Map(),
  riskMatrix: null,
  verificationTerms: null,
  answerHours: null,
  permissions: 1,
};

/** A member's role at this point; null for a stranger and for somebody who has left. */
export function roleOf(state: OrganisationState, member: string): Role | null {
  const found = state.members.get(member);
  return found === undefined || found.left !== null ? null : found.role;
}

/** Members who are here now. */
export function presentMembers(state: OrganisationState): readonly Member[] {
  return [...state.members.values()].filter((member) => member.left === null);
}

/** Teams that can be given something new. */
export function liveTeams(state: OrganisationState): readonly Team[] {
  return [...state.teams.values()].filter((team) => team.ended === null);
}

/** The team for a purpose: the first that was named for it. */
export function teamFor(state: OrganisationState, purpose: TeamKind): Team | undefined {
  return [...state.teams.values()].find((team) => team.purpose === purpose);
}

/** Folds one event of the organisation's log. */
export function foldOrganisation(
  state: OrganisationState,
  json: unknown,
  context: Context,
): OrganisationState {
  // The log judges itself: the rules in force are those of the state before the event, whatever the caller thought.
  return fold(organisation, state, json, { ...context, permissions: state.permissions });
}

/** The organisation as a noun: see `Noun`. */
export const organisation: Noun<OrganisationState, OrganisationEvent> = {
  shapes: organisationShapes,
  upcasts: organisationUpcasts,
  action: (event, author) => {
    const self = 'member' in event && event.member === memberOf(author);
    if (self && event.type === 'MemberLeft') return 'self.leave';
    const names = event.type === 'MemberNamed' || event.type === 'DeviceNamed';
    return self && names ? 'self.name' : 'organisation.manage';
  },
  // Whoever signed the genesis entry is the first administrator; the sealed log authenticated her.
  role: (state, context) => {
    const author = memberOf(context.author);
    if (author === null) return null;
    const founding = context.position === 0 && !hasAdministrator(state);
    return founding ? 'administrator' : roleOf(state, author);
  },
  gives: new Set(['RoleGiven', 'RecoveryPolicySet', 'PermissionsRaised']),
  apply,
};

function apply(
  state: OrganisationState,
  event: OrganisationEvent,
  context: Context,
): Result<OrganisationState, Refusal> {
  switch (event.type) {
    case 'OrganisationNamed':
      return ok({ ...state, name: event.name });
    case 'TeamNamed': {
      const known = state.teams.get(event.team);
      // A purpose decides who is trusted with what: it is given once.
      if (known !== undefined && known.purpose !== event.purpose)
        return err(refusal('exists', { team: event.team }));
      const { team, purpose, name } = event;
      return ok(withTeam(state, { team, purpose, name, aim: '', ended: null }));
    }
    case 'TeamFounded': {
      if (state.teams.has(event.team)) return err(refusal('exists', { team: event.team }));
      const { team, name, aim } = event;
      return ok(withTeam(state, { team, purpose: 'own', name, aim, ended: null }));
    }
    case 'TeamDescribed':
    case 'TeamEnded': {
      const known = state.teams.get(event.team);
      if (known === undefined) return err(refusal('not_there'));
      // Requests, identities and names depend on those that every organisation begins with.
      if (known.purpose !== 'own') return err(refusal('other_team', { purpose: known.purpose }));
      if (known.ended !== null) return err(refusal('team_ended'));
      if (event.type === 'TeamDescribed')
        return ok(withTeam(state, { ...known, name: event.name, aim: event.aim }));
      const { claimedTime } = context;
      const ended = { by: memberOf(context.author) ?? '', claimedTime, reason: event.reason };
      return ok(withTeam(state, { ...known, ended }));
    }
    case 'MemberNamed':
      return ok(withMember(state, event.member, (member) => ({ ...member, name: event.name })));
    case 'DeviceNamed':
      return ok(
        withMember(state, event.member, (member) => ({
          ...member,
          devices: new Map(member.devices).set(event.device, event.name),
        })),
      );
    case 'RoleGiven': {
      const known = state.members.get(event.member);
      if (known !== undefined && known.left !== null) return err(refusal('ended'));
      if (event.role !== 'administrator' && isLastAdministrator(state, event.member)) {
        return err(refusal('last_administrator'));
      }
      return ok(withMember(state, event.member, (member) => ({ ...member, role: event.role })));
    }
    case 'MemberLeft': {
      const known = state.members.get(event.member);
      if (known === undefined) return err(refusal('not_there'));
      if (known.left !== null) return ok(state);
      if (isLastAdministrator(state, event.member)) return err(refusal('last_administrator'));
      return ok(withMember(state, event.member, (member) => ({ ...member, left: context.claimedTime })));
    }
    case 'RecoveryPolicySet':
      return ok({ ...state, recovery: event.policy });
    case 'DoorTextsSet':
      return ok({ ...state, door: event.texts });
    case 'FormKept': {
      if (state.forms.some(({ form }) => form === event.form)) return ok(state);
      const by = memberOf(context.author) ?? '';
      return ok({
        ...state,
        forms: [...state.forms, { form: event.form, by, claimedTime: context.claimedTime }],
      });
    }
    case 'LargeFormKept': {
      if (state.forms.some(({ form }) => form === event.form)) return ok(state);
      const { form, parts } = event;
      const kept = { form, parts, by: memberOf(context.author) ?? '', claimedTime: context.claimedTime };
      return ok({ ...state, forms: [...state.forms, kept] });
    }
    case 'FormPlaced': {
      if (!state.forms.some(({ form }) => form === event.form)) return err(refusal('not_there'));
      const placedForms = withForm(state.placedForms, event.place, event.form, event.offered);
      return ok(placedForms === state.placedForms ? state : { ...state, placedForms });
    }
    case 'RiskMatrixSet': {
      const { cells, reason } = event;
      return ok({ ...state, riskMatrix: { cells, reason, by: memberOf(context.author) ?? '' } });
    }
    case 'VerificationTermsSet': {
      const { terms, reason } = event;
      return ok({ ...state, verificationTerms: { terms, reason, by: memberOf(context.author) ?? '' } });
    }
    case 'AnswerHoursSet': {
      const { hours, reason } = event;
      return ok({ ...state, answerHours: { hours, reason, by: memberOf(context.author) ?? '' } });
    }
    case 'PermissionsRaised':
      if (event.version <= state.permissions) return err(refusal('no_change'));
      return ok({
        ...state,
        permissions: event.version,
        needsNewer: state.needsNewer || event.version > newestPermissions,
      });
  }
}

/** Whether the organisation would be without an administrator if this one stopped to be one. */
export function isLastAdministrator(state: OrganisationState, member: string): boolean {
  const administrators = presentMembers(state).filter((present) => present.role === 'administrator');
  return administrators.length === 1 && administrators[0]?.member === member;
}

function hasAdministrator(state: OrganisationState): boolean {
  return presentMembers(state).some((member) => member.role === 'administrator');
}

function withTeam(state: OrganisationState, team: Team): OrganisationState {
  return { ...state, teams: new Map(state.teams).set(team.team, team) };
}

function withMember(
  state: OrganisationState,
  member: string,
  change: (member: Member) => Member,
): OrganisationState {
  const before = state.members.get(member) ?? {
    member,
    name: '',
    role: null,
    devices: new Map(),
    left: null,
  };
  return { ...state, members: new Map(state.members).set(member, change(before)) };
}
