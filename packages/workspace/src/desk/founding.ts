import type { TeamPurpose } from '@leeward/domain/organisation/events.ts';
import { teamPurposes } from '@leeward/domain/organisation/events.ts';
import { found } from '@leeward/domain/organisation/rules.ts';
import { randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { newDeviceKeys, newMemberKeys } from '@leeward/sealed-log/keys/device.ts';
import { everyoneTeam, newGeneration, sealGenesis } from '@leeward/sealed-log/organisation/entries.ts';
import { capabilities } from '@leeward/sealed-log/wire/organisation.ts';
import type { Answer } from './contract.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import { relayFailure } from './failures.ts';
import type { Surroundings } from './open-engine.ts';
import { openEngine } from './open-engine.ts';
import { appendToOrganisation } from './rotation.ts';
import { logNames } from './store/device-store.ts';
import type { Vault } from './vault.ts';
import { keepVault } from './vault.ts';

export const everything = capabilities.administrator | capabilities.correspondent | capabilities.forget;

/** Names under which teams are made; screens show their own words for each purpose. */
const teamNames: Readonly<Record<TeamPurpose, string>> = {
  intake: 'Intake',
  protection: 'Protection',
  finance: 'Finance',
  documentation: 'Documentation',
  research: 'Research',
  custody: 'Identity custody',
  everyone: 'Everyone',
};

export type Founding = {
  readonly token: string;
  readonly organisation: string;
  readonly name: string;
  readonly passphrase: string;
};

/** Founds an organisation: the vault is kept before the first byte is sent, so that no crash can orphan it. */
export async function foundOrganisation(around: Surroundings, founding: Founding): Promise<Answer<Engine>> {
  const relayKey = await around.client.relayKey(around.stopping);
  if (!relayKey.ok) return { ok: false, error: relayFailure(relayKey.error) };
  const device = await newDeviceKeys();
  const member = await newMemberKeys();
  const genesis = await sealGenesis(device, member, everything, relayKey.value, randomBytes(32));
  const vault: Vault = {
    version: 1,
    org: genesis.hash,
    orgName: founding.organisation,
    member: member.id,
    memberSeed: member.seed,
    signingSeed: device.signingSeed,
    sealingSeed: device.sealingSeed,
    localKey: randomBytes(32),
    joining: null,
  };
  const answer = await around.client.foundOrganisation(
    founding.token,
    { entry: genesis.bytes, proof: null, blobs: [] },
    around.stopping,
  );
  if (!answer.ok) return { ok: false, error: relayFailure(answer.error) };
  await keepVault(around.store, founding.passphrase, vault);
  await around.store.addRows([{ log: logNames.organisation, position: 0, bytes: genesis.bytes }]);
  const engine = await openEngine(around, vault);
  if (!engine.ok) return { ok: false, error: { code: 'offline' } };
  const made = await makeTeams(engine.value, founding.organisation, founding.name);
  return made ? { ok: true, value: engine.value } : { ok: false, error: { code: 'offline' } };
}

/** The second entry: the teams with their first keys, and what members read of the founding. Done once. */
export async function makeTeams(engine: Engine, organisation: string, name: string): Promise<boolean> {
  const outcome = await appendToOrganisation(engine, async () => {
    if (engine.organisation.skeleton.teams.size > 0) return null;
    const org = orgOf(engine);
    const { member, device } = engine.keys;
    const recipient = { id: member.id, sealingKey: member.sealingKey };
    const operations = [];
    const teams = [];
    let brought: Awaited<ReturnType<typeof newGeneration>>['secret'] | undefined;
    for (const purpose of teamPurposes) {
      const team = purpose === 'everyone' ? await everyoneTeam(org) : randomBytes(16);
      const generation = await newGeneration(org, team, 1, [recipient], null);
      operations.push(generation.operation);
      teams.push({ team: toHex(team), purpose, name: teamNames[purpose] });
      if (purpose === 'everyone') brought = generation.secret;
    }
    const events = found({
      name: organisation,
      member: toHex(member.id),
      memberName: name,
      device: toHex(device.signingKey),
      deviceName: '1',
      teams,
    });
    return {
      operations,
      events,
      quoted: [member.sealingKey, device.sealingKey],
      ...(brought === undefined ? {} : { brought }),
    };
  });
  return outcome === 'done';
}
