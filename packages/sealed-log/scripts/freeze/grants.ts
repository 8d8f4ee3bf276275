import { unwrap } from '../../src/crypto/result.ts';
import { teamSecret } from '../../src/log/keyring.ts';
import { newGeneration } from '../../src/organisation/entries.ts';
import { takeGrants } from '../../src/organisation/log.ts';
import type { Desk } from '../../src/testing/desk.ts';
import {
  act,
  admit,
  found,
  foundTeam,
  generationOf,
  orgOf,
  pull,
  recipientOf,
} from '../../src/testing/index.ts';

/** An organisation in which the second generation of a team came with a blob, as one of thousands would. */
export async function grants() {
  const ada = await found('Ada');
  const ben = await admit(ada, 'Ben');
  const cleo = await admit(ada, 'Cleo');
  await pull(ada, ben, cleo);
  const team = await foundTeam(ada, [ada, ben, cleo]);
  const before = teamSecret(ada.log.keyring, team, generationOf(ada, team).generation);
  const people = [ada, ben, cleo].map(recipientOf);
  const next = await newGeneration(orgOf(ada), team, 2, people, before, 0);
  if (next.blob === null) throw new Error('a blob');
  if ((await act(ada, [next.operation])) !== 'in force') throw new Error('in force');
  await pull(ben, cleo);
  const secretOf = async (desk: Desk): Promise<unknown> => {
    const taken = unwrap(await takeGrants(desk.log, next.blob ?? new Uint8Array(0)));
    return teamSecret(taken.keyring, team, 2);
  };
  return {
    org: orgOf(ada),
    organisation: ada.shared.organisation,
    team,
    blob: next.blob,
    secret: await secretOf(ada),
    readers: [ada, ben, cleo].map(({ name, member }) => ({
      name,
      member: { id: member.id, seed: member.seed },
    })),
  };
}
