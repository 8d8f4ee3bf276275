import type { Answer } from './contract.ts';
import { cancelInvitation, confirmInvitation, invitations, invite } from './invitations.ts';
import type { MembersCommands } from './members-contract.ts';
import { removeMember } from './removal.ts';
import type { RequestTools } from './request-handlers.ts';
import type { Handlers } from './rpc.ts';

const yes = <T>(value: T): Answer<T> => ({ ok: true, value });

type Tools = Pick<RequestTools, 'opened' | 'given'> & {
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  readonly origin: string;
};

/** Answers the commands of `members-contract.ts`, but for `join`, which begins a session. */
export function membersHandlers({
  opened,
  exclusively,
  given,
  origin,
}: Tools): Pick<Handlers, Exclude<keyof MembersCommands, 'join'>> {
  return {
    invite: ({ role, teams }) =>
      given(
        'invite',
        null,
        opened((engine) => invite(engine, role, teams, origin)),
      ),
    invitations: () => opened(async (engine) => yes(await invitations(engine, origin))),
    confirmInvitation: ({ join: id }) => opened((engine) => exclusively(() => confirmInvitation(engine, id))),
    cancelInvitation: ({ join: id }) => opened((engine) => cancelInvitation(engine, id)),
    removeMember: ({ member }) => opened((engine) => exclusively(() => removeMember(engine, member))),
  };
}
