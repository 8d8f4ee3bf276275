import { type AnswerHours, isSameHours, usualAnswerHours } from '../request/answer-hours.ts';
import { defaultMatrix, type MatrixCells } from '../risk/matrix.ts';
import type { Actor } from '../shared/context.ts';
import { propose } from '../shared/fold.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, type Result } from '../shared/result.ts';
import { isSameTerms, usualTerms, type VerificationTerms } from '../verification/terms.ts';
import type { DoorTexts, OrganisationEvent, TeamPurpose } from './events.ts';
import { newestPermissions, type Role } from './permissions.ts';
import type { FormPlace } from './placed-forms.ts';
import { liveTeams, type OrganisationState, organisation } from './state.ts';

type Allowed = Result<readonly OrganisationEvent[], Refusal>;

/** The events of the genesis entry: a name, its first administrator with her device, its teams, and no recovery yet. */
export function found(founding: {
  readonly name: string;
  readonly member: string;
  readonly memberName: string;
  readonly device: string;
  readonly deviceName: string;
  readonly teams: readonly { readonly team: string; readonly purpose: TeamPurpose; readonly name: string }[];
}): readonly OrganisationEvent[] {
  const { name, member, memberName, device, deviceName, teams } = founding;
  return [
    { type: 'RoleGiven', v: 1, member, role: 'administrator' },
    { type: 'OrganisationNamed', v: 1, name },
    { type: 'MemberNamed', v: 1, member, name: memberName },
    { type: 'DeviceNamed', v: 1, member, device, name: deviceName },
    ...teams.map((team): OrganisationEvent => ({ type: 'TeamNamed', v: 1, ...team })),
    { type: 'RecoveryPolicySet', v: 1, policy: 'none' },
  ];
}

/** Give the organisation another name. */
export function canNameOrganisation(state: OrganisationState, actor: Actor, name: string): Allowed {
  return ask(state, actor, { type: 'OrganisationNamed', v: 1, name });
}

/** Make a team, or give it another name; its purpose stays. */
export function canNameTeam(
  state: OrganisationState,
  actor: Actor,
  team: { readonly team: string; readonly purpose: TeamPurpose; readonly name: string },
): Allowed {
  return ask(state, actor, { type: 'TeamNamed', v: 1, ...team });
}

/** Found a team of the organisation's own; its key is made by the clear part of the same entry. */
export function canFoundTeam(state: OrganisationState, actor: Actor, team: OwnTeam): Allowed {
  if (state.teams.has(team.team)) return err(refusal('exists', { team: team.team }));
  if (isTeamNameTaken(state, team)) return err(refusal('name_taken'));
  return ask(state, actor, { type: 'TeamFounded', v: 1, ...team });
}

/** Give a team of one's own another name, or other words about what it is for. */
export function canDescribeTeam(state: OrganisationState, actor: Actor, team: OwnTeam): Allowed {
  const known = state.teams.get(team.team);
  if (known?.name === team.name && known.aim === team.aim) return err(refusal('no_change'));
  if (isTeamNameTaken(state, team)) return err(refusal('name_taken'));
  return ask(state, actor, { type: 'TeamDescribed', v: 1, ...team });
}

/** End a team of one's own: nothing new is given to it. What it reads goes on being read by those who are in it. */
export function canEndTeam(state: OrganisationState, actor: Actor, team: string, reason: string): Allowed {
  return ask(state, actor, { type: 'TeamEnded', v: 1, team, reason });
}

/** Two teams of one name would be taken for each other where it says who may read. */
export function isTeamNameTaken(
  state: OrganisationState,
  { team, name }: Pick<OwnTeam, 'team' | 'name'>,
): boolean {
  const plain = (one: string): string => one.normalize('NFKC').trim().toLowerCase();
  return liveTeams(state).some((other) => other.team !== team && plain(other.name) === plain(name));
}

export type OwnTeam = { readonly team: string; readonly name: string; readonly aim: string };

/** Add a person with a name and a role; her keys are admitted by the clear part of the same entry. */
export function canAddMember(
  state: OrganisationState,
  actor: Actor,
  person: { readonly member: string; readonly name: string; readonly role: Role },
): Allowed {
  if (state.members.has(person.member)) return err(refusal('exists', { member: person.member }));
  return ask(
    state,
    actor,
    { type: 'MemberNamed', v: 1, member: person.member, name: person.name },
    { type: 'RoleGiven', v: 1, member: person.member, role: person.role },
  );
}

/** Name a member: an administrator anybody, anybody herself. */
export function canNameMember(state: OrganisationState, actor: Actor, member: string, name: string): Allowed {
  return ask(state, actor, { type: 'MemberNamed', v: 1, member, name });
}

/** Name a device, so that a lost one can be told from the others. */
export function canNameDevice(
  state: OrganisationState,
  actor: Actor,
  named: { readonly member: string; readonly device: string; readonly name: string },
): Allowed {
  return ask(state, actor, { type: 'DeviceNamed', v: 1, ...named });
}

/** Give a member a role; the last administrator keeps hers. */
export function canGiveRole(state: OrganisationState, actor: Actor, member: string, role: Role): Allowed {
  const known = state.members.get(member);
  if (known === undefined) return err(refusal('not_there', { member }));
  if (known.role === role) return err(refusal('no_change'));
  return ask(state, actor, { type: 'RoleGiven', v: 1, member, role });
}

/**
 * Remove a member: an administrator anybody, anybody herself. The caller ends her devices in the same entry and rotates
 * keys (rule 9).
 */
export function canRemoveMember(state: OrganisationState, actor: Actor, member: string): Allowed {
  if (state.members.get(member)?.left !== null) return err(refusal('not_there', { member }));
  return ask(state, actor, { type: 'MemberLeft', v: 1, member });
}

/** Set what the door says, in each language. */
export function canSetDoorTexts(state: OrganisationState, actor: Actor, texts: DoorTexts): Allowed {
  return ask(state, actor, { type: 'DoorTextsSet', v: 1, texts });
}

/** Keep a form of the organisation's own questions, by its hash; the caller quotes its bytes. */
export function canKeepForm(state: OrganisationState, actor: Actor, form: string): Allowed {
  if (state.forms.some((known) => known.form === form)) return err(refusal('exists'));
  return ask(state, actor, { type: 'FormKept', v: 1, form });
}

/** Keep a form that is too large for one entry; its parts stand before. */
export function canKeepLargeForm(
  state: OrganisationState,
  actor: Actor,
  form: string,
  parts: readonly string[],
): Allowed {
  if (state.forms.some((known) => known.form === form)) return err(refusal('exists'));
  return ask(state, actor, { type: 'LargeFormKept', v: 1, form, parts });
}

/** Ask a kept form in a place of every file, or ask it there no more. What was answered stays readable. */
export function canPlaceForm(
  state: OrganisationState,
  actor: Actor,
  placed: { readonly form: string; readonly place: FormPlace; readonly offered: boolean },
): Allowed {
  const isThere = state.placedForms.get(placed.place)?.includes(placed.form) === true;
  if (isThere === placed.offered) return err(refusal('no_change'));
  return ask(state, actor, { type: 'FormPlaced', v: 1, ...placed });
}

/** Read risks by another matrix from now on, and say why. */
export function canSetRiskMatrix(
  state: OrganisationState,
  actor: Actor,
  matrix: { readonly cells: MatrixCells; readonly reason: string },
): Allowed {
  if ((state.riskMatrix?.cells ?? defaultMatrix.cells) === matrix.cells) return err(refusal('no_change'));
  return ask(state, actor, { type: 'RiskMatrixSet', v: 1, ...matrix });
}

/** Let what a verification finds hold for other terms from now on, and say why. */
export function canSetVerificationTerms(
  state: OrganisationState,
  actor: Actor,
  chosen: { readonly terms: VerificationTerms; readonly reason: string },
): Allowed {
  if (isSameTerms(state.verificationTerms?.terms ?? usualTerms, chosen.terms))
    return err(refusal('no_change'));
  return ask(state, actor, { type: 'VerificationTermsSet', v: 1, ...chosen });
}

/** Answer within other hours from now on, and say why. */
export function canSetAnswerHours(
  state: OrganisationState,
  actor: Actor,
  chosen: { readonly hours: AnswerHours; readonly reason: string },
): Allowed {
  if (isSameHours(state.answerHours?.hours ?? usualAnswerHours, chosen.hours))
    return err(refusal('no_change'));
  return ask(state, actor, { type: 'AnswerHoursSet', v: 1, ...chosen });
}

/** Put newer permission rules in force, up to those that this code knows. */
export function canRaisePermissions(state: OrganisationState, actor: Actor, version: number): Allowed {
  if (version > newestPermissions) return err(refusal('permissions_unknown', { version }));
  return ask(state, actor, { type: 'PermissionsRaised', v: 1, version });
}

function ask(state: OrganisationState, actor: Actor, ...events: readonly OrganisationEvent[]): Allowed {
  return propose(organisation, state, { ...actor, permissions: state.permissions }, events);
}
