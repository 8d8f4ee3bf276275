import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { at, colleague, hash, id, tell } from '../testing/people.ts';
import { may, newestPermissions, roles } from './permissions.ts';
import {
  canAddMember,
  canDescribeTeam,
  canEndTeam,
  canFoundTeam,
  canGiveRole,
  canNameMember,
  canRaisePermissions,
  canRemoveMember,
  canSetDoorTexts,
  found,
} from './rules.ts';
import {
  emptyOrganisation,
  foldOrganisation,
  liveTeams,
  type OrganisationState,
  presentMembers,
  roleOf,
  teamFor,
} from './state.ts';

const founder = colleague(1, 'administrator');
const officer = colleague(2, 'officer');

function founded(): OrganisationState {
  const events = found({
    name: 'Sample shelter',
    member: founder.member,
    memberName: 'Sample administrator',
    device: founder.device,
    deviceName: 'Laptop',
    teams: [
      { team: id(100), purpose: 'everyone', name: 'Everyone' },
      { team: id(101), purpose: 'intake', name: 'Intake' },
    ],
  });
  return events.reduce(
    (state, event, index) => foldOrganisation(state, event, at(0, { ...founder, role: null }, { index })),
    emptyOrganisation,
  );
}

const withOfficer = (): OrganisationState =>
  tell(founded(), foldOrganisation, [
    [{ type: 'MemberNamed', v: 1, member: officer.member, name: 'Sample officer' }, at(1, founder)],
    [{ type: 'RoleGiven', v: 1, member: officer.member, role: 'officer' }, at(2, founder)],
  ]);

describe('founding', () => {
  it('makes whoever founds an organisation its administrator, with no recovery yet', () => {
    const state = founded();
    expect(state.kept).toEqual([]);
    expect(state.name).toBe('Sample shelter');
    expect(roleOf(state, founder.member)).toBe('administrator');
    expect(state.members.get(founder.member)?.devices.get(founder.device)).toBe('Laptop');
    expect(state.recovery).toBe('none');
    expect(teamFor(state, 'intake')?.team).toBe(id(101));
    expect(teamFor(state, 'custody')).toBeUndefined();
  });

  it('lets nobody but the founder speak without a role', () => {
    const state = foldOrganisation(
      founded(),
      { type: 'RoleGiven', v: 1, member: id(66), role: 'administrator' },
      at(1, colleague(66, 'administrator')),
    );
    expect(roleOf(state, id(66))).toBeNull();
    expect(state.kept.map((kept) => kept.why)).toEqual([
      {
        kind: 'refused',
        refusal: { code: 'role', details: { action: 'organisation.manage', role: 'none' } },
      },
    ]);
  });
});

describe('an organisation whose genesis gave no role', () => {
  it('has no administrator later either: only the genesis entry speaks without a role', () => {
    const named = foldOrganisation(
      emptyOrganisation,
      { type: 'OrganisationNamed', v: 1, name: 'A' },
      at(0, founder),
    );
    const state = foldOrganisation(
      named,
      { type: 'RoleGiven', v: 1, member: id(66), role: 'administrator' },
      at(1, colleague(66, null)),
    );
    expect(named.name).toBe('A');
    expect(roleOf(state, id(66))).toBeNull();
  });
});

describe('members and roles', () => {
  it('[rule 1] keeps what a role does not allow, shows it as refused, and changes nothing', () => {
    const before = withOfficer();
    const state = foldOrganisation(
      before,
      { type: 'OrganisationNamed', v: 1, name: 'Taken over' },
      at(3, officer),
    );
    expect(state.name).toBe('Sample shelter');
    expect(state.kept).toHaveLength(1);
    expect(state.kept[0]).toMatchObject({ type: 'OrganisationNamed', entry: hash(3) });
    expect({ ...state, kept: [] }).toEqual({ ...before, kept: [] });
  });

  it('judges by the role that the organisation gave, not by the one that a caller claims', () => {
    const state = foldOrganisation(
      withOfficer(),
      { type: 'OrganisationNamed', v: 1, name: 'Taken over' },
      at(3, { ...officer, role: 'administrator' }),
    );
    expect(state.name).toBe('Sample shelter');
  });

  it('lets everybody choose what colleagues call them, and nobody else', () => {
    const state = withOfficer();
    expect(canNameMember(state, officer, officer.member, 'Another name').ok).toBe(true);
    expect(canNameMember(state, officer, founder.member, 'Another name').ok).toBe(false);
  });

  it('keeps one administrator, whatever is written', () => {
    const state = withOfficer();
    expect(canRemoveMember(state, founder, founder.member)).toEqual({
      ok: false,
      error: { code: 'last_administrator' },
    });
    expect(canGiveRole(state, founder, founder.member, 'reader')).toMatchObject({
      error: { code: 'last_administrator' },
    });
    const forced = foldOrganisation(
      state,
      { type: 'MemberLeft', v: 1, member: founder.member },
      at(3, founder),
    );
    expect(roleOf(forced, founder.member)).toBe('administrator');
  });

  it('[fault 26] lets only the first of two administrators remove the other, and shows both attempts', () => {
    const state = tell(withOfficer(), foldOrganisation, [
      [{ type: 'RoleGiven', v: 1, member: officer.member, role: 'administrator' }, at(3, founder)],
      [{ type: 'MemberLeft', v: 1, member: founder.member }, at(4, officer)],
      [{ type: 'MemberLeft', v: 1, member: officer.member }, at(5, founder)],
    ]);
    expect(roleOf(state, founder.member)).toBeNull();
    expect(roleOf(state, officer.member)).toBe('administrator');
    expect(state.kept).toHaveLength(1);
    expect(state.kept[0]).toMatchObject({ type: 'MemberLeft', author: { member: founder.member } });
  });

  it('takes the role with the person who leaves, and keeps her name for the history', () => {
    const state = tell(withOfficer(), foldOrganisation, [
      [{ type: 'MemberLeft', v: 1, member: officer.member }, at(3, founder)],
    ]);
    expect(roleOf(state, officer.member)).toBeNull();
    expect(state.members.get(officer.member)?.name).toBe('Sample officer');
    expect(presentMembers(state).map((member) => member.member)).toEqual([founder.member]);
    expect(canGiveRole(state, founder, officer.member, 'reader')).toMatchObject({ error: { code: 'ended' } });
  });

  it('lets anybody leave by herself, and nobody send another away who may not', () => {
    const state = withOfficer();
    expect(canRemoveMember(state, officer, founder.member)).toMatchObject({ error: { code: 'role' } });
    expect(canRemoveMember(state, officer, officer.member)).toEqual({
      ok: true,
      value: [{ type: 'MemberLeft', v: 1, member: officer.member }],
    });
    const left = tell(state, foldOrganisation, [
      [{ type: 'MemberLeft', v: 1, member: officer.member }, at(3, officer)],
    ]);
    expect(roleOf(left, officer.member)).toBeNull();
    expect(canRemoveMember(left, officer, officer.member)).toMatchObject({ error: { code: 'not_there' } });
  });

  it('says which field of a new member is wrong before anything is signed', () => {
    const state = withOfficer();
    expect(canAddMember(state, founder, { member: id(3), name: '  ', role: 'reader' })).toEqual({
      ok: false,
      error: { code: 'malformed', details: { path: 'name', problem: 'empty' } },
    });
    expect(canAddMember(state, founder, { member: id(2), name: 'Twice', role: 'reader' })).toMatchObject({
      error: { code: 'exists' },
    });
    expect(canAddMember(state, founder, { member: id(3), name: 'Third', role: 'reader' }).ok).toBe(true);
  });

  it('gives a team its purpose once', () => {
    const state = tell(founded(), foldOrganisation, [
      [{ type: 'TeamNamed', v: 1, team: id(101), purpose: 'custody', name: 'Intake' }, at(1, founder)],
    ]);
    expect(teamFor(state, 'intake')?.team).toBe(id(101));
    expect(state.kept).toHaveLength(1);
  });
});

describe('teams of the organisation’s own', () => {
  const team = id(120);
  const care = { team, name: 'Medical care', aim: 'Doctors, and those who pay them.' };
  const told = (state: OrganisationState, events: ReturnType<typeof canFoundTeam>): OrganisationState => {
    if (!events.ok) throw new Error(events.error.code);
    return events.value.reduce<OrganisationState>(
      (folded, event, index) => foldOrganisation(folded, event, at(9, founder, { index })),
      state,
    );
  };
  const withTeam = (): OrganisationState => told(withOfficer(), canFoundTeam(withOfficer(), founder, care));
  const why = (asked: ReturnType<typeof canFoundTeam>): string => (asked.ok ? 'yes' : asked.error.code);

  it('are founded, renamed and ended by administrators, in words of their own', () => {
    const state = withTeam();
    expect(state.teams.get(team)).toEqual({ ...care, purpose: 'own', ended: null });
    expect(why(canFoundTeam(state, officer, { ...care, team: id(121), name: 'Other' }))).toBe('role');
    expect(why(canFoundTeam(state, founder, { ...care, name: 'Other' }))).toBe('exists');
    expect(why(canFoundTeam(state, founder, { ...care, team: id(121), name: 'medical care' }))).toBe(
      'name_taken',
    );
    expect(why(canDescribeTeam(state, founder, care))).toBe('no_change');
    const renamed = told(state, canDescribeTeam(state, founder, { ...care, name: 'Health' }));
    expect(renamed.teams.get(team)?.name).toBe('Health');
    expect(why(canEndTeam(renamed, officer, team, 'Done.'))).toBe('role');
  });

  it('that were ended keep their name and who ended them, and change no more', () => {
    const state = withTeam();
    const ended = told(state, canEndTeam(state, founder, team, 'Its work is done.'));
    expect(ended.teams.get(team)?.ended).toMatchObject({ by: founder.member, reason: 'Its work is done.' });
    expect(liveTeams(ended).some((one) => one.team === team)).toBe(false);
    expect(why(canEndTeam(ended, founder, team, 'Again.'))).toBe('team_ended');
    expect(why(canDescribeTeam(ended, founder, { ...care, name: 'Health' }))).toBe('team_ended');
    // Its name is free again; it is another team.
    expect(why(canFoundTeam(ended, founder, { ...care, team: id(121) }))).toBe('yes');
  });

  it('are not those that every organisation begins with: these are neither renamed nor ended so', () => {
    expect(why(canEndTeam(founded(), founder, id(101), 'No more.'))).toBe('other_team');
    expect(why(canDescribeTeam(founded(), founder, { ...care, team: id(100) }))).toBe('other_team');
    const taken = { type: 'TeamNamed', v: 1, team, purpose: 'custody', name: 'Custody' };
    const state = foldOrganisation(withTeam(), taken, at(10, founder));
    expect([state.teams.get(team)?.purpose, teamFor(state, 'custody')]).toEqual(['own', undefined]);
  });

  it('never come back by any order of what administrators write', () => {
    const event = fc.constantFrom(
      { type: 'TeamFounded', v: 1, team, name: 'One', aim: 'x' },
      { type: 'TeamDescribed', v: 1, team, name: 'Two', aim: 'y' },
      { type: 'TeamEnded', v: 1, team, reason: 'z' },
      { type: 'TeamNamed', v: 1, team, purpose: 'intake', name: 'Three' },
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (events) => {
        let state = withOfficer();
        let was: typeof state.teams extends ReadonlyMap<string, infer T> ? T | undefined : never;
        for (const [index, one] of events.entries()) {
          const next = foldOrganisation(state, one, at(20 + index, founder));
          const now = next.teams.get(team);
          if (was !== undefined) expect(now?.purpose).toBe(was.purpose);
          if (was !== undefined && was.ended !== null) expect(now).toEqual(was);
          [state, was] = [next, now];
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('the texts at the door', () => {
  const texts = {
    languages: ['en', 'fa-AF'],
    name: { en: 'Sample shelter', my: '' },
    retention: { en: 'One year.' },
    contacts: {},
  };

  it('are set by an administrator, by language, and may be empty', () => {
    const allowed = canSetDoorTexts(withOfficer(), founder, texts);
    const state = foldOrganisation(withOfficer(), allowed.ok ? allowed.value[0] : null, at(3, founder));
    expect(state.door).toEqual(texts);
    expect(canSetDoorTexts(state, officer, texts)).toMatchObject({ error: { code: 'role' } });
    expect(canSetDoorTexts(state, founder, { ...texts, name: { 'not a language': 'x' } })).toMatchObject({
      error: { code: 'malformed', details: { path: 'texts.name.not a language', problem: 'wrong' } },
    });
  });
});

describe('permission rules', () => {
  it('gives every role a clear yes or no for everything, with the reason', () => {
    for (const role of roles)
      expect(may(role, 'team.checkpoint', newestPermissions)).toEqual({ ok: true, value: true });
    expect(may('finance', 'conversation.reply', 1)).toEqual({
      ok: false,
      error: { code: 'role', details: { action: 'conversation.reply', role: 'finance' } },
    });
    expect(may(null, 'identity.access', 1).ok).toBe(false);
  });

  it('says that it needs a newer Leeward where newer rules are in force, and judges nothing by guess', () => {
    const version = newestPermissions + 1;
    expect(canRaisePermissions(founded(), founder, version)).toMatchObject({
      error: { code: 'permissions_unknown' },
    });
    const state = tell(founded(), foldOrganisation, [
      [{ type: 'PermissionsRaised', v: 1, version }, at(1, founder)],
      [{ type: 'OrganisationNamed', v: 1, name: 'Later' }, at(2, founder)],
    ]);
    expect(state.needsNewer).toBe(true);
    expect(state.name).toBe('Sample shelter');
    expect(state.kept[0]?.why).toMatchObject({ refusal: { code: 'permissions_unknown' } });
  });
});
