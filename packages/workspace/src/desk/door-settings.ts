import { canSetDoorTexts } from '@leeward/domain/organisation/rules.ts';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { concat, equal, toHex, u32 } from '@leeward/sealed-log/crypto/bytes.ts';
import { sign, verify } from '@leeward/sealed-log/crypto/ed25519.ts';
import { merkleRoot } from '@leeward/sealed-log/crypto/merkle.ts';
import { MAX_WORK_BITS } from '@leeward/sealed-log/crypto/work.ts';
import { writeDoorLink } from '@leeward/sealed-log/door/descriptor.ts';
import { teamSealingPair } from '@leeward/sealed-log/keys/team.ts';
import { teamSecret } from '@leeward/sealed-log/log/keyring.ts';
import type { Codec } from '@leeward/sealed-log/wire/codec.ts';
import { decode, encode, hash32, oneOf, signature64, struct, u8 } from '@leeward/sealed-log/wire/codec.ts';
import type { AdminLink, DoorRenewal, DoorSettings } from '@leeward/sealed-log/wire/descriptor.ts';
import { doorRenewal, doorSettings } from '@leeward/sealed-log/wire/descriptor.ts';
import { rosterLeaf, settingsHash, signedBytes, zeros32 } from '@leeward/sealed-log/wire/hashes.ts';
import { limits } from '@leeward/sealed-log/wire/limits.ts';
import { capabilities } from '@leeward/sealed-log/wire/organisation.ts';
import { currentGeneration, deviceMay, devicesThatMay } from '@leeward/sealed-log/wire/skeleton.ts';
import type { Answer } from './contract.ts';
import type { DoorTexts, DoorView } from './door-contract.ts';
import type { Engine } from './engine.ts';
import { actorOf, organisationNow, orgOf, teamIdFor } from './engine.ts';
import { relayFailure } from './failures.ts';
import { quotedForm } from './kept-forms.ts';
import { appendToOrganisation } from './rotation.ts';

/** An administrator's signature under door settings, quoted in the sealed part of the organisation log. */
type Approval = {
  readonly version: 1;
  readonly settings: Bytes;
  readonly device: Bytes;
  readonly signature: Bytes;
};
const approval: Codec<Approval> = struct<Approval>({
  version: oneOf(u8, 1),
  settings: hash32,
  device: hash32,
  signature: signature64,
});

type Proposal = { readonly bytes: Bytes; readonly settings: DoorSettings; readonly hash: Bytes };

/** The last door settings that an administrator proposed, as they stand in the organisation log. */
async function latestProposal(engine: Engine): Promise<Proposal | null> {
  for (const { body, verdict } of [...engine.organisation.links].reverse()) {
    if (verdict !== 'in force') continue;
    for (const bytes of body?.quoted ?? []) {
      const settings = decode(doorSettings, bytes);
      if (settings.ok && equal(settings.value.org, orgOf(engine)))
        return { bytes, settings: settings.value, hash: await settingsHash(bytes) };
    }
  }
  return null;
}

/** Valid signatures of administrators who still are, one per member. */
async function approvalsOf(engine: Engine, proposal: Proposal): Promise<readonly Approval[]> {
  const { skeleton } = engine.organisation;
  const found = new Map<string, Approval>();
  for (const { body } of engine.organisation.links)
    for (const bytes of body?.quoted ?? []) {
      const read = decode(approval, bytes);
      if (!read.ok || !equal(read.value.settings, proposal.hash)) continue;
      const { device, signature } = read.value;
      if (!deviceMay(skeleton, device, capabilities.administrator, skeleton.hashes.length - 1)) continue;
      if (!(await verify(device, signedBytes.settings(proposal.bytes), signature))) continue;
      found.set(skeleton.devices.get(toHex(device))?.member ?? '', read.value);
    }
  return [...found.values()].slice(0, 2);
}

const administratorMembers = (engine: Engine): number =>
  new Set(
    devicesThatMay(engine.organisation.skeleton, capabilities.administrator).map(
      (device) => engine.organisation.skeleton.devices.get(toHex(device))?.member,
    ),
  ).size;

async function approvalFor(engine: Engine, bytes: Bytes): Promise<Bytes> {
  const { signingKey: device, signingSeed } = engine.keys.device;
  const signature = await sign(signingSeed, signedBytes.settings(bytes));
  return encode(approval, {
    version: 1,
    settings: await settingsHash(bytes),
    device,
    signature,
  } satisfies Approval);
}

const heartbeat = (engine: Engine) => ({ type: 'heartbeat' as const, time: Math.floor(engine.now() / 1000) });

/** Proposes new settings for the door and signs them; publishes them when the signatures suffice (rule 17). */
export async function publishDoor(
  engine: Engine,
  texts: DoorTexts,
  doorOrigin: string,
): Promise<Answer<DoorView>> {
  const before = await latestProposal(engine);
  return proposeSettings(engine, texts, before?.settings.questionnaires ?? [], doorOrigin);
}

/** Proposes other questions for the door; everything else of its settings stays as it is. */
export async function proposeQuestions(
  engine: Engine,
  questionnaires: readonly Bytes[],
  doorOrigin: string,
): Promise<Answer<DoorView>> {
  const before = await latestProposal(engine);
  if (before === null) return { ok: false, error: { code: 'not-here' } };
  const texts = JSON.parse(before.settings.texts) as DoorTexts;
  return proposeSettings(engine, texts, questionnaires, doorOrigin);
}

/** Whether the door says anything yet. Questions open no door: what it says comes first. */
export const hasDoorSettings = async (engine: Engine): Promise<boolean> =>
  (await latestProposal(engine)) !== null;

/** The questions that the latest settings name, by hash. */
export async function proposedQuestionnaires(engine: Engine): Promise<readonly string[]> {
  return ((await latestProposal(engine))?.settings.questionnaires ?? []).map(toHex);
}

async function proposeSettings(
  engine: Engine,
  texts: DoorTexts,
  questionnaires: readonly Bytes[],
  doorOrigin: string,
): Promise<Answer<DoorView>> {
  const before = await latestProposal(engine);
  const settings: DoorSettings = {
    version: 1,
    org: orgOf(engine),
    revision: (before?.settings.revision ?? 0) + 1,
    texts: JSON.stringify(texts),
    questionnaires,
    workBits: MAX_WORK_BITS,
    relayKey: engine.organisation.skeleton.relayKey,
  };
  const bytes = encode(doorSettings, settings);
  const { v: _version, ...said } = texts;
  const allowed = canSetDoorTexts(organisationNow(engine), actorOf(engine), said);
  if (!allowed.ok) return { ok: false, error: { code: 'refused', refusal: allowed.error } };
  const signed = await approvalFor(engine, bytes);
  return settle(engine, doorOrigin, {
    operations: [heartbeat(engine)],
    events: allowed.value,
    quoted: [bytes, signed],
  });
}

/** Signs what another administrator proposed. */
export async function signDoor(engine: Engine, doorOrigin: string): Promise<Answer<DoorView>> {
  const proposal = await latestProposal(engine);
  if (proposal === null) return { ok: false, error: { code: 'not-here' } };
  const signed = await approvalFor(engine, proposal.bytes);
  return settle(engine, doorOrigin, { operations: [heartbeat(engine)], events: [], quoted: [signed] });
}

async function settle(
  engine: Engine,
  doorOrigin: string,
  draft: Parameters<typeof appendToOrganisation>[1] extends () => Promise<infer Draft>
    ? NonNullable<Draft>
    : never,
): Promise<Answer<DoorView>> {
  let asked = false;
  const outcome = await appendToOrganisation(engine, async () => {
    if (asked && (await approvalStands(engine))) return null;
    asked = true;
    return draft;
  });
  if (outcome === 'offline') return { ok: false, error: { code: 'offline' } };
  if (outcome === 'refused')
    return { ok: false, error: { code: 'writing-stopped', alert: 'organisationFork' } };
  const renewed = await renewDoor(engine, true);
  return renewed.ok ? { ok: true, value: await doorView(engine, doorOrigin) } : renewed;
}

async function approvalStands(engine: Engine): Promise<boolean> {
  const proposal = await latestProposal(engine);
  if (proposal === null) return false;
  const own = engine.keys.device.signingKey;
  return (await approvalsOf(engine, proposal)).some((one) => equal(one.device, own));
}

/** The administrators' chain from genesis, in its order: what the door follows (rule 18). */
export function adminChain(engine: Engine): readonly AdminLink[] {
  const byHash = new Map(engine.organisation.links.map((link) => [toHex(link.read.hash), link]));
  const chain: AdminLink[] = [];
  let at = engine.organisation.skeleton.adminHead;
  while (!equal(at, zeros32)) {
    const link = byHash.get(toHex(at));
    if (link === undefined) break;
    const { header, clear, signature } = link.read.entry;
    chain.unshift({ header, clear, signature });
    at = link.clear.prevAdmin;
  }
  return chain;
}

const publishedUntil = 'door-until';
const publishedStanding = 'door-standing';

/** Renews the descriptor for 7 days where that is due, and this device may (rule 19). */
export async function renewDoor(engine: Engine, now: boolean): Promise<Answer<null>> {
  const proposal = await latestProposal(engine);
  if (proposal === null) return { ok: true, value: null };
  const seconds = Math.floor(engine.now() / 1000);
  const until = await knownUntil(engine);
  warnOfExpiry(engine, until, seconds);
  const standing = doorStanding(engine, proposal);
  const published = await engine.store.get(publishedStanding);
  // Somebody who may answer from now on, or a key that must not be sealed to any more, does not wait for tomorrow.
  const same = published !== null && equal(published, standing);
  const fresh = same && until !== null && until - seconds > limits.descriptorSeconds - 24 * 3600;
  if (fresh && !now) return { ok: true, value: null };
  // Nothing is signed in the organisation's name while nobody knows which organisation that is (rule 4).
  if (engine.organisationStopped)
    return { ok: false, error: { code: 'writing-stopped', alert: 'organisationFork' } };
  const { skeleton, keyring } = engine.organisation;
  const last = skeleton.hashes.length - 1;
  const device = engine.keys.device.signingKey;
  const delegated = skeleton.delegations.find((one) => equal(one.device, device) && one.until > seconds);
  const administrates = deviceMay(skeleton, device, capabilities.administrator, last);
  if (delegated === undefined && !administrates) return { ok: true, value: null };
  // A delegate's renewal stays within her delegation, or door and relay refuse it (rule 19).
  const from = administrates ? seconds - 3600 : Math.max(seconds - 3600, delegated?.from ?? 0);
  const to = administrates
    ? from + limits.descriptorSeconds
    : Math.min(from + limits.descriptorSeconds, delegated?.until ?? 0);
  if (to <= seconds) return { ok: true, value: null };
  const approvals = await approvalsOf(engine, proposal);
  if (approvals.length < Math.min(2, administratorMembers(engine))) return { ok: true, value: null };
  const intake = teamIdFor(engine, 'intake');
  const team = intake === null ? undefined : skeleton.teams.get(toHex(intake));
  const generation = team === undefined ? null : currentGeneration(team);
  const secret =
    team === undefined || generation === null ? null : teamSecret(keyring, team.id, generation.generation);
  if (team === undefined || generation === null || secret === null) return { ok: true, value: null };
  const context = { org: skeleton.org, team: team.id, generation: generation.generation };
  const roster = devicesThatMay(skeleton, capabilities.correspondent);
  const named = proposal.settings.questionnaires.map(toHex);
  const kept = await Promise.all(named.map((form) => quotedForm(engine, form)));
  const questionnaires = kept.filter((bytes) => bytes !== null);
  // A door whose questions are not here yet is renewed by a device that has them.
  if (questionnaires.length < named.length) return { ok: true, value: null };
  const renewal = encode<DoorRenewal>(doorRenewal, {
    version: 1,
    org: skeleton.org,
    settings: proposal.hash,
    from,
    until: to,
    team: team.id,
    generation: generation.generation,
    intakeKey: (await teamSealingPair(secret, context)).publicKey,
    roster: await merkleRoot(await Promise.all(roster.map(rosterLeaf))),
    rosterCount: roster.length,
    device,
  });
  const descriptor = {
    chain: adminChain(engine),
    settings: proposal.bytes,
    approvals: approvals.map(({ device: by, signature }) => ({ device: by, signature })),
    renewal,
    renewalSignature: await sign(engine.keys.device.signingSeed, signedBytes.renewal(renewal)),
  };
  const sent = await engine.client.publishDoor(
    orgOf(engine),
    { descriptor, roster, questionnaires },
    engine.signer,
    engine.stopping,
  );
  if (!sent.ok) return { ok: false, error: relayFailure(sent.error) };
  await engine.store.put(publishedUntil, u32(to));
  await engine.store.put(publishedStanding, standing);
  engine.alerts.clear('doorExpired');
  engine.alerts.clear('doorExpiring');
  engine.announce('door');
  return { ok: true, value: null };
}

/** What a descriptor depends on besides its dates: settings, administrators, intake generation and roster. */
function doorStanding(engine: Engine, proposal: Proposal): Bytes {
  const { skeleton } = engine.organisation;
  const intake = teamIdFor(engine, 'intake');
  const team = intake === null ? undefined : skeleton.teams.get(toHex(intake));
  const generation = (team === undefined ? null : currentGeneration(team))?.generation ?? 0;
  return concat(
    proposal.hash,
    skeleton.adminHead,
    u32(generation),
    ...devicesThatMay(skeleton, capabilities.correspondent),
  );
}

const day = 24 * 3600;

/** Says that the door is about to close, 3 days before, and that it has closed (rule 19). */
function warnOfExpiry(engine: Engine, until: number | null, seconds: number): void {
  if (until === null) return;
  if (until <= seconds) engine.alerts.raise('doorExpired', { until: until * 1000 });
  else if (until - seconds < 3 * day) engine.alerts.raise('doorExpiring', { until: until * 1000 });
}

async function knownUntil(engine: Engine): Promise<number | null> {
  const bytes = await engine.store.get(publishedUntil);
  return bytes === null ? null : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
}

/** The door as administrators see it. */
export async function doorView(engine: Engine, doorOrigin: string): Promise<DoorView> {
  const proposal = await latestProposal(engine);
  const approvals = proposal === null ? [] : await approvalsOf(engine, proposal);
  const needed = Math.min(2, administratorMembers(engine));
  const { skeleton } = engine.organisation;
  const until = await knownUntil(engine);
  const link = {
    org: skeleton.org,
    adminHead: skeleton.adminHead,
    adminPosition: skeleton.adminPosition,
    revision: proposal?.settings.revision ?? 0,
  };
  // A link is shown when the relay has what it leads to, and not before.
  const ready = proposal !== null && approvals.length >= needed && until !== null;
  return {
    link: ready ? `${doorOrigin}/#${writeDoorLink(link)}` : null,
    texts: proposal === null ? null : (JSON.parse(proposal.settings.texts) as DoorTexts),
    validUntil: until === null ? null : until * 1000,
    oneAdministrator: needed === 1,
    waitingForSecond: proposal !== null && approvals.length < needed,
  };
}
