import type { TeamPurpose } from '@leeward/domain/organisation/events.ts';
import { teamPurposes } from '@leeward/domain/organisation/events.ts';
import { found } from '@leeward/domain/organisation/rules.ts';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
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
import { keepVault, localSeal, openVault } from './vault.ts';

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

/** What is left to do of a founding that was interrupted; sealed under the vault's own key. */
type Unfinished = { readonly token: string; readonly organisation: string; readonly name: string };
const unfinishedName = 'founding';

/**
 * Founds an organisation. The vault and the genesis entry are kept before the first byte is sent: whatever happens
 * then, the same entry can be sent again with the same token, and no crash leaves an organisation without its keys.
 */
export async function foundOrganisation(around: Surroundings, founding: Founding): Promise<Answer<Engine>> {
  const begun = (await earlierAttempt(around, founding)) ?? (await begin(around, founding));
  if (!begun.ok) return begun;
  const { vault, genesis } = begun.value;
  const answer = await around.client.foundOrganisation(
    founding.token,
    { entry: genesis, proof: null, blobs: [] },
    around.stopping,
  );
  if (!answer.ok) {
    const failure = relayFailure(answer.error);
    // A definite no founds nothing, so nothing need stay; without an answer it may stand, and is asked for again.
    if (failure.code !== 'offline') await around.store.wipe();
    return { ok: false, error: failure };
  }
  const engine = await openEngine(around, vault);
  if (!engine.ok) return { ok: false, error: { code: 'offline' } };
  return (await completeFounding(engine.value))
    ? { ok: true, value: engine.value }
    : { ok: false, error: { code: 'offline' } };
}

type Begun = Answer<{ readonly vault: Vault; readonly genesis: Bytes }>;

async function begin(around: Surroundings, founding: Founding): Promise<Begun> {
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
  const { token, organisation, name } = founding;
  const unfinished: Unfinished = { token, organisation, name };
  await keepVault(around.store, founding.passphrase, vault);
  await around.store.addRows(
    [{ log: logNames.organisation, position: 0, bytes: genesis.bytes }],
    [{ name: unfinishedName, value: await localSeal(vault.localKey).seal(unfinishedName, unfinished) }],
  );
  return { ok: true, value: { vault, genesis: genesis.bytes } };
}

/** The genesis entry of an attempt that got no answer; null where there is none, or it has another passphrase. */
async function earlierAttempt(around: Surroundings, founding: Founding): Promise<Begun | null> {
  if ((await around.store.get(unfinishedName)) === null) return null;
  const vault = await openVault(around.store, founding.passphrase);
  const [genesis] = await around.store.rowsOf(logNames.organisation);
  return vault.ok && genesis !== undefined ? { ok: true, value: { vault: vault.value, genesis } } : null;
}

/** Does what is left of a founding: sends the same genesis entry again, and makes the teams. True when nothing is left. */
export async function completeFounding(engine: Engine): Promise<boolean> {
  const sealed = await engine.store.get(unfinishedName);
  if (sealed === null) return true;
  const unfinished = (await engine.local.open(unfinishedName, sealed)) as Unfinished | null;
  const [genesis] = await engine.store.rowsOf(logNames.organisation);
  if (unfinished === null || genesis === undefined) return false;
  const append = { entry: genesis, proof: null, blobs: [] };
  const answer = await engine.client.foundOrganisation(unfinished.token, append, engine.stopping);
  if (!answer.ok) return false;
  if (!(await makeTeams(engine, unfinished.organisation, unfinished.name))) return false;
  await engine.store.delete(unfinishedName);
  return true;
}

/** The second entry: the teams with their first keys, and what members read of the founding. Done once. */
async function makeTeams(engine: Engine, organisation: string, name: string): Promise<boolean> {
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
