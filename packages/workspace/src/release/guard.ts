import { err, ok, type Result } from '@leeward/sealed-log/crypto/result.ts';
import { readBounded } from '../transport/bounded.ts';
import { type Delivery, type DeliveryParts, openDelivery } from './delivery.ts';
import type { GuardState, ReleaseFacts, Trouble } from './guard-messages.ts';
import { judgeOffer } from './judge-offer.ts';
import type { TrustedKey } from './keys.ts';
import { manifestLimits, manifestPath } from './manifest.ts';
import type { KeptName } from './store.ts';
import { unavailable } from './unavailable.ts';
import { releaseId, type VerifiedManifest, verifyManifest } from './verify.ts';

/*
 * What the desk's service worker decides (section 8, fault 68): which release is in use, whether another one may be
 * offered, and what bytes a page gets. It knows no browser but through what it is given, so that tests can drive it.
 */

export type GuardParts = DeliveryParts & { readonly trusted: readonly TrustedKey[] };

export type Guard = {
  /** Keeps the server's release if it is good and none is kept yet. After an error nothing was kept. */
  readonly install: () => Promise<Result<null, Trouble>>;
  /** Begins to serve. Where the release in use is not by a key of this guard, the one that it kept replaces it. */
  readonly activate: () => Promise<void>;
  /** Looks whether the server offers a newer release, and keeps it complete and verified before anybody is asked. */
  readonly check: () => Promise<GuardState>;
  /** Puts the offered release into use. The pages that are open keep the files that they have until they reload. */
  readonly accept: () => Promise<GuardState>;
  /** A file of the release in use, verified again now; an answer that says why not, where there is none. */
  readonly answer: (path: string) => Promise<Response>;
};

export function openGuard(parts: GuardParts): Guard {
  const { store } = parts;
  const delivery = openDelivery(parts);
  // Read and verified once in the life of a worker, which is short.
  let running: Promise<VerifiedManifest | null> | undefined;
  const kept = async (name: KeptName): Promise<VerifiedManifest | null> => {
    const text = await store.readManifest(name);
    const verified = text === null ? null : await verifyManifest(text, parts.trusted);
    return verified?.ok === true ? verified.value : null;
  };
  const current = (): Promise<VerifiedManifest | null> => {
    running ??= kept('running');
    return running;
  };
  const use = async (text: string, verified: VerifiedManifest): Promise<void> => {
    // Pages of the release before may be open in other tabs, and still ask for parts of it.
    await store.writeManifest('previous', await store.readManifest('running'));
    await store.writeManifest('running', text);
    await store.writeManifest('offered', null);
    running = Promise.resolve(verified);
    await tidy();
  };
  const tidy = async (): Promise<void> => {
    const releases = await Promise.all((['running', 'offered', 'previous'] as const).map(kept));
    await store.keepOnly(await Promise.all(releases.filter((one) => one !== null).map(releaseId)));
  };
  const state = async (refused: Trouble | null): Promise<GuardState> => ({
    running: factsOf(await current()),
    offered: factsOf(await kept('offered')),
    refused,
  });

  const ofPrevious = async (path: string): Promise<Response | null> => {
    const previous = path.endsWith('.html') ? null : await kept('previous');
    return previous === null ? null : delivery.answer(previous, path);
  };

  const check = async (): Promise<GuardState> => {
    const before = await current();
    const offer = await fetchOffer(parts);
    if (!offer.ok) return state(offer.error.code === 'unreachable' ? null : offer.error);
    if (before === null) return state(null);
    const { text, verified } = offer.value;
    const verdict = judgeOffer(before, verified);
    if (verdict === 'same') {
      await store.writeManifest('offered', null);
      await delivery.refreshHeaders(before);
      return state(null);
    }
    if (verdict !== 'newer') return state({ code: verdict, details: [verified.manifest.version] });
    const complete = await delivery.keep(verified, before);
    if (!complete.ok) return state(complete.error.code === 'unreachable' ? null : complete.error);
    await store.writeManifest('offered', text);
    await tidy();
    return state(null);
  };

  return {
    install: async () => {
      if ((await current()) !== null) return ok(null);
      const offer = await fetchOffer(parts);
      if (!offer.ok) return offer;
      const complete = await delivery.keep(offer.value.verified, null);
      if (!complete.ok) return complete;
      // Another guard, with other keys, may still be serving what it kept: that stays until this one begins.
      const taken = (await store.readManifest('running')) !== null;
      if (taken) await store.writeManifest('offered', offer.value.text);
      else await use(offer.value.text, offer.value.verified);
      return ok(null);
    },
    activate: async () => {
      if ((await current()) !== null) return;
      const text = await store.readManifest('offered');
      const verified = await kept('offered');
      if (text !== null && verified !== null) await use(text, verified);
    },
    check,
    accept: async () => {
      const before = await current();
      const text = await store.readManifest('offered');
      const verified = await kept('offered');
      if (text === null || verified === null) return state(null);
      // Judged again: what was kept may have been overtaken, or put there by something other than this guard.
      if (before !== null && judgeOffer(before, verified) !== 'newer') return state(null);
      await use(text, verified);
      return state(null);
    },
    answer: async (path) => {
      const verified = (await current()) ?? (await recover(parts, delivery, use));
      if (verified === null) return unavailable(503);
      return (await delivery.answer(verified, path)) ?? (await ofPrevious(path)) ?? unavailable(404);
    },
  };
}

/** The browser threw away what was kept: the server's release is taken if it is good, as at the very first visit. */
async function recover(
  parts: GuardParts,
  delivery: Delivery,
  use: (text: string, verified: VerifiedManifest) => Promise<void>,
): Promise<VerifiedManifest | null> {
  const offer = await fetchOffer(parts);
  if (!offer.ok || !(await delivery.keep(offer.value.verified, null)).ok) return null;
  await use(offer.value.text, offer.value.verified);
  return offer.value.verified;
}

type FetchedOffer = { readonly text: string; readonly verified: VerifiedManifest };

async function fetchOffer({ ask, trusted }: GuardParts): Promise<Result<FetchedOffer, Trouble>> {
  let answer: Response;
  try {
    answer = await ask(manifestPath, 'no-store');
  } catch {
    return err({ code: 'unreachable', details: [] });
  }
  if (answer.status >= 500) return err({ code: 'unreachable', details: [] });
  if (!answer.ok) return err({ code: 'no-manifest', details: [] });
  const bytes = await readBounded(answer, manifestLimits.bytes);
  if (!bytes.ok)
    return err({ code: bytes.error === 'unreachable' ? 'unreachable' : 'malformed', details: [] });
  const text = new TextDecoder().decode(bytes.value);
  const verified = await verifyManifest(text, trusted);
  return verified.ok ? ok({ text, verified: verified.value }) : err({ code: verified.error, details: [] });
}

function factsOf(verified: VerifiedManifest | null): ReleaseFacts | null {
  if (verified === null) return null;
  const { kind, version, date, commit } = verified.manifest;
  return { kind, version, date, commit, key: verified.key.key };
}
