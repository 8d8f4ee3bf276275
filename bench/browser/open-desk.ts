import { fromBase64url, toHex, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import { unwrap } from '@leeward/sealed-log/crypto/result.ts';
import type { Bytes } from '@leeward/sealed-log/wire/codec.ts';
import type { CaseLine } from '@leeward/workspace/desk/case-contract.ts';
import type { Answer } from '@leeward/workspace/desk/contract.ts';
import type { Session } from '@leeward/workspace/desk/rpc.ts';
import { indexedDbStore } from '@leeward/workspace/desk/store/indexed-db-store.ts';
import type { Vault } from '@leeward/workspace/desk/vault.ts';
import { keepVault, keysOf, openVault } from '@leeward/workspace/desk/vault.ts';
import { touchedBy } from '../support/touched.ts';
import type { Opened, Task, Unlocked } from './tasks.ts';
import { useDesk } from './use-desk.ts';

/** A vault that travelled as text. */
export function vaultFrom(text: Readonly<Record<string, string>>): Vault {
  const bytes = (name: string): Bytes => unwrap(fromBase64url(text[name] ?? ''));
  return {
    version: 1,
    orgName: text['orgName'] ?? '',
    joining: null,
    org: bytes('org'),
    member: bytes('member'),
    memberSeed: bytes('memberSeed'),
    signingSeed: bytes('signingSeed'),
    sealingSeed: bytes('sealingSeed'),
    localKey: bytes('localKey'),
  };
}

/** How often a long opening says how far it has come, in milliseconds. */
const SAY_EVERY = 10_000;

/** After so long the list is asked for again in any case, in milliseconds. */
const AT_THE_LATEST = 250;

/** The name under which a desk keeps its store. */
const databaseName = 'desk';

/** Leaves a store that holds the vault and nothing else, as on a device that was just enrolled. */
export async function prepare({
  vault,
  passphrase,
}: Extract<Task, { kind: 'prepare' }>): Promise<{ readonly done: true }> {
  const store = await indexedDbStore(databaseName);
  await store.wipe();
  await keepVault(store, passphrase, vaultFrom(vault));
  return { done: true };
}

/** What part of an opening is the passphrase and no list: Argon2id, which is slow on purpose, and the device's keys. */
export async function unlock({ passphrase }: Extract<Task, { kind: 'unlock' }>): Promise<Unlocked> {
  const store = await indexedDbStore(databaseName);
  const started = performance.now();
  await keysOf(unwrap(await openVault(store, passphrase)));
  return { milliseconds: performance.now() - started };
}

/**
 * Opens the desk by the session that ships, from the passphrase to the list that a person was waiting for: measured on
 * the page, so that what is passed between worker and page counts too.
 */
export async function openDesk(
  { passphrase, cases, touched, warm, use }: Extract<Task, { kind: 'open' }>,
  session: Session,
): Promise<Opened> {
  const unlocked = async (): Promise<void> => void answered(await session.call('unlock', { passphrase }));
  const started = performance.now();
  await unlocked();
  let said = started;
  for (;;) {
    const news = nextNews(session);
    const view = answered(await session.call('session', {}));
    if (view.type !== 'open') throw new Error(`the session is ${view.type}`);
    const now = performance.now();
    if (now - said > SAY_EVERY) {
      said = now;
      const far =
        view.progress === null ? 'all verified' : `${view.progress.done} of ${view.progress.total} rows`;
      console.log(`${Math.round((now - started) / 1000)} s: ${view.connection}, ${far}`);
    }
    const verified = view.connection === 'online' && view.progress === null;
    const lines = warm || verified ? answered(await session.call('cases', {})) : [];
    if (lines.length >= cases && touchedIn(lines) === touched) {
      const milliseconds = performance.now() - started;
      // Answered when the round that is under way is over: what was verified is then kept for the next time, as it is
      // long before somebody has read the list.
      await unlocked();
      return {
        milliseconds,
        cases: lines.length,
        list: await digestOf(lines),
        alerts: view.alerts.map((alert) => alert.kind),
        used: use === null ? null : await useDesk(session, use),
      };
    }
    await news;
  }
}

/** The next time that the session says that something has changed, which is when the page asks again as well. */
function nextNews(session: Session): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    // Nothing may be left to say: what was just said may have been the last.
    const timer = setTimeout(done, AT_THE_LATEST);
    const stop = session.onChange(done);
  });
}

/** A list from half of the entries is not what is measured: it is complete with the last entry of every case. */
const touchedIn = (lines: readonly CaseLine[]): number => touchedBy(lines.map(({ updated }) => updated));

async function digestOf(lines: readonly CaseLine[]): Promise<string> {
  const sorted = [...lines].sort((left, right) => (left.record < right.record ? -1 : 1));
  return toHex(await sha256(utf8(JSON.stringify(sorted))));
}

function answered<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}
