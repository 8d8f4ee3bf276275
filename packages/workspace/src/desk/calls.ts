import { randomBytes } from '@leeward/sealed-log/crypto/bytes.ts';
import type { CaseLine } from './case-contract.ts';
import type { Answer } from './contract.ts';
import type { QueueLine } from './conversation-contract.ts';
import type { CallView } from './door-contract.ts';
import type { Engine } from './engine.ts';
import { actorOf, orgOf } from './engine.ts';
import { relayFailure } from './failures.ts';
import { ownQuiet } from './quiet-hours.ts';
import { disturbing } from './quiet-times.ts';
import { wakeTimes } from './wakes.ts';

/*
 * Being called while this desk is closed. The address is kept sealed here and said again to a relay that lost it; times are
 * left with the relay under random ids, so that it learns minutes and nothing else (section 7).
 */

const place = 'call';
type Kept = { readonly address: string; readonly language: string };

/** How the owner of this device is called, as far as the relay can be asked. */
export async function callView(engine: Engine): Promise<Answer<CallView>> {
  const kept = await keptCall(engine);
  const there = await engine.client.ownCall(orgOf(engine), engine.signer, engine.stopping);
  if (!there.ok) {
    if (kept === null) return { ok: false, error: relayFailure(there.error) };
    return { ok: true, value: { available: true, address: kept.address } };
  }
  return { ok: true, value: { available: there.value.available, address: kept?.address ?? null } };
}

/** Says where to call, or (null) that nobody is to be called any more. */
export async function setCall(
  engine: Engine,
  address: string | null,
  language: string,
): Promise<Answer<null>> {
  const set = await engine.client.setCall(
    orgOf(engine),
    address === null ? null : address.trim(),
    language,
    engine.signer,
    engine.stopping,
  );
  if (!set.ok) return { ok: false, error: relayFailure(set.error) };
  if (address === null) await engine.store.delete(place);
  else {
    const kept: Kept = { address: address.trim(), language };
    await engine.store.put(place, await engine.local.seal(place, kept));
  }
  // Whatever was left before belongs to the address before.
  await engine.store.delete(wakesPlace);
  engine.announce('call');
  return { ok: true, value: null };
}

/** Sends one call now, so that she knows what it looks like and that it comes. */
export async function testCall(engine: Engine): Promise<Answer<null>> {
  const sent = await engine.client.testCall(orgOf(engine), engine.signer, engine.stopping);
  if (sent.ok) return { ok: true, value: null };
  // A relay that answers and could not hand it to its mail server is not a lost line.
  if (sent.error.code === 'unavailable')
    return { ok: false, error: { code: 'relay', problem: 'mail-refused' } };
  return { ok: false, error: relayFailure(sent.error) };
}

const wakesPlace = 'wakes';
/** The relay is asked once in a session whether it still has the address: a restored one has not. */
const asked = new WeakSet<Engine>();

/** Leaves the times that follow from what is open, where somebody wants to be called and they have changed. */
export async function keepWakes(engine: Engine): Promise<void> {
  const kept = await keptCall(engine);
  if (kept === null) return;
  const { signer, stopping, client } = engine;
  if (!asked.has(engine)) {
    const there = await client.ownCall(orgOf(engine), signer, stopping);
    if (!there.ok) return;
    asked.add(engine);
    if (there.value.available && there.value.address !== kept.address) {
      await client.setCall(orgOf(engine), kept.address, kept.language, signer, stopping);
      await engine.store.delete(wakesPlace);
    }
  }
  const disturb = disturbing(await ownQuiet(engine));
  const times = wakeTimes(...linesOf(engine), actorOf(engine).member, engine.now(), disturb);
  const sealed = await engine.store.get(wakesPlace);
  const before = sealed === null ? null : await engine.local.open(wakesPlace, sealed);
  if (JSON.stringify(before) === JSON.stringify(times)) return;
  const wakes = times.map((time) => ({ id: randomBytes(16), minute: Math.floor(time / 60_000) }));
  const left = await client.setWakes(orgOf(engine), wakes, signer, stopping);
  if (left.ok) await engine.store.put(wakesPlace, await engine.local.seal(wakesPlace, times));
}

function linesOf(engine: Engine): [queue: readonly QueueLine[], cases: readonly CaseLine[]] {
  const all = [...engine.summaries.values()];
  return [
    all.flatMap((one) => (one.kind === 'conversation' ? [one.line] : [])),
    all.flatMap((one) => (one.kind === 'case' ? [one.line] : [])),
  ];
}

async function keptCall(engine: Engine): Promise<Kept | null> {
  const sealed = await engine.store.get(place);
  return sealed === null ? null : ((await engine.local.open(place, sealed)) as Kept | null);
}
