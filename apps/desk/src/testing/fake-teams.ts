import { teamPurposes } from '@leeward/domain/organisation/events.ts';
import { foldOrganisation, type OrganisationState } from '@leeward/domain/organisation/state.ts';
import { at, hash } from '@leeward/domain/testing/people.ts';
import type { Answer, Topic } from '@leeward/workspace/desk/contract.ts';
import type { Handlers } from '@leeward/workspace/desk/rpc.ts';
import type { TeamCommands } from '@leeward/workspace/desk/teams-contract.ts';
import { me, second, teamId } from './fake-world.ts';

/** Teams in memory: who is in them, and those that are founded while one looks. */
export function fakeTeams(
  organisation: { state: OrganisationState },
  changed: (...topics: readonly Topic[]) => void,
): { readonly handlers: Pick<Handlers, keyof TeamCommands>; readonly mine: () => readonly string[] } {
  const members = new Map<string, readonly string[]>(
    teamPurposes.map((purpose) => {
      const isIn = purpose === 'intake' || purpose === 'protection';
      return [teamId(purpose), isIn ? [me.member, second.member] : [second.member]];
    }),
  );
  const here = (team: string): readonly string[] => members.get(team) ?? [];
  const yes: Answer<null> = { ok: true, value: null };
  let position = 1000;
  const say = (event: Readonly<Record<string, unknown>>): Answer<null> => {
    position += 1;
    const context = { ...at(position, me), entry: hash(position) };
    organisation.state = foldOrganisation(organisation.state, { v: 1, ...event }, context);
    changed('session');
    return yes;
  };
  return {
    mine: () => [...members].flatMap(([team, people]) => (people.includes(me.member) ? [team] : [])),
    handlers: {
      teams: async () => ({
        ok: true,
        value: [...organisation.state.teams.keys()].map((team) => ({
          team,
          members: here(team),
          isStale: false,
          mayPutIn: here(team).includes(me.member),
          mayTakeOut: true,
          cases: here(team).includes(me.member) ? 2 : null,
        })),
      }),
      foundTeam: async ({ team, name, aim, members: people }) => {
        members.set(team, people);
        return say({ type: 'TeamFounded', team, name, aim });
      },
      describeTeam: async ({ team, name, aim }) => say({ type: 'TeamDescribed', team, name, aim }),
      giveCase: async () => yes,
      takeCaseBack: async () => yes,
      endTeam: async ({ team, reason }) => say({ type: 'TeamEnded', team, reason }),
      putInTeam: async ({ team, member }) => {
        members.set(team, [...here(team), member]);
        changed('session');
        return yes;
      },
      takeOutOfTeam: async ({ team, member }) => {
        members.set(
          team,
          here(team).filter((one) => one !== member),
        );
        changed('session');
        return yes;
      },
    },
  };
}
