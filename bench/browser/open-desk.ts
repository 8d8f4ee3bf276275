import { fromBase64url, toHex, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import { unwrap } from '@leeward/sealed-log/crypto/result.ts';
import type { Bytes } from '@leeward/sealed-log/wire/codec.ts';
import type { Answer, CaseLine } from '@leeward/workspace/desk/contract.ts';
import { createSession } from '@leeward/workspace/desk/session.ts';
import type { SignaturePort } from '@leeward/workspace/desk/signatures.ts';
import { connectSignatures } from '@leeward/workspace/desk/signatures.ts';
import { indexedDbStore } from '@leeward/workspace/desk/store/indexed-db-store.ts';
import type { Vault } from '@leeward/workspace/desk/vault.ts';
import { keepVault } from '@leeward/workspace/desk/vault.ts';
import type { Opened, Task } from './tasks.ts';

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

/** Opens the desk by the session that ships, from the passphrase to the list that a person was waiting for. */
export async function openDesk(
  { passphrase, cases, warm }: Extract<Task, { kind: 'open' }>,
  beside: SignaturePort,
): Promise<Opened> {
  const store = await indexedDbStore(databaseName);
  const { handlers, stop } = await createSession({
    store,
    signatures: connectSignatures(beside),
    origin: location.origin,
    doorOrigin: location.origin.replace('://desk.', '://door.'),
    send: () => undefined,
  });
  const started = performance.now();
  answered(await handlers.unlock({ passphrase }));
  for (;;) {
    const session = answered(await handlers.session({}));
    if (session.type !== 'open') throw new Error(`the session is ${session.type}`);
    const verified = session.connection === 'online' && session.progress === null;
    const lines = warm || verified ? answered(await handlers.cases({})) : [];
    const complete = lines.length >= cases;
    if (complete) {
      const milliseconds = performance.now() - started;
      const answer = {
        milliseconds,
        cases: lines.length,
        list: await digestOf(lines),
        alerts: session.alerts.map((alert) => alert.kind),
      };
      // Kept for the next time, as it would be by the time that somebody has read the list.
      while (!warm && (await store.names('lists:')).length === 0)
        await new Promise((resume) => setTimeout(resume, 50));
      stop();
      return answer;
    }
    await new Promise((resume) => setTimeout(resume, 20));
  }
}

async function digestOf(lines: readonly CaseLine[]): Promise<string> {
  const sorted = [...lines].sort((left, right) => (left.record < right.record ? -1 : 1));
  return toHex(await sha256(utf8(JSON.stringify(sorted))));
}

function answered<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}
