import type { RunningRelay } from '@leeward/relay';
import { generateSigningSeed, publicKeyOf } from '@leeward/sealed-log/crypto/ed25519.ts';
import type { Bytes } from '@leeward/sealed-log/wire';
import {
  encode,
  fourBytes,
  fromBase64url,
  requestProof,
  sha256,
  sign,
  signedBytes,
  toBase64url,
  utf8,
} from '@leeward/sealed-log/wire';
import { type Answer, type Ask, ask } from './relay-http.ts';

/** A signing key, as a device or a mailbox has one. */
export type SigningKey = { readonly seed: Bytes; readonly key: Bytes };

export async function newKey(): Promise<SigningKey> {
  const seed = generateSigningSeed();
  return { seed, key: await publicKeyOf(seed) };
}

export type Target = Pick<RunningRelay, 'address' | 'url'>;

/** A client that proves its key with every request: the bytes of docs/protocol-http.md, and nothing clever. */
export type RawClient = {
  readonly key: Bytes;
  readonly ask: (
    method: string,
    path: string,
    body?: Uint8Array,
    headers?: Ask['headers'],
  ) => Promise<Answer>;
  /** The header for a request, to be sent by other means or altered. */
  readonly proofFor: (
    method: string,
    path: string,
    body: Uint8Array,
    changes?: ProofChanges,
  ) => Promise<string>;
};

export type ProofChanges = {
  readonly origin?: string;
  readonly challenge?: Bytes;
  readonly counter?: number;
  readonly key?: Bytes;
};

export function rawClient(
  relay: Target,
  { seed, key }: SigningKey,
  app: 'desk' | 'door' = 'desk',
): RawClient {
  const origin = relay.url(app);
  let challenge: Promise<Bytes> | null = null;
  let counter = 0;

  const proofFor: RawClient['proofFor'] = async (method, path, body, changes = {}) => {
    challenge ??= newChallenge(relay, origin);
    const used = changes.challenge ?? (await challenge);
    if (changes.counter === undefined) counter += 1;
    const count = changes.counter ?? counter;
    const message = signedBytes.request(
      utf8(changes.origin ?? origin),
      utf8(method),
      utf8(path),
      used,
      fourBytes(count),
      await sha256(new Uint8Array(body)),
    );
    const signature = await sign(seed, message);
    return toBase64url(
      encode(requestProof, { key: changes.key ?? key, challenge: used, counter: count, signature }),
    );
  };
  const askOnce: RawClient['ask'] = async (method, path, body, headers) =>
    ask(relay.address, origin, path, {
      method,
      ...(body === undefined ? {} : { body }),
      headers: { ...headers, 'leeward-proof': await proofFor(method, path, body ?? new Uint8Array(0)) },
    });
  return {
    key,
    proofFor,
    ask: async (method, path, body, headers) => {
      const answer = await askOnce(method, path, body, headers);
      if (answer.status !== 401 || answer.json()['code'] !== 'challenge-expired') return answer;
      challenge = null;
      return askOnce(method, path, body, headers);
    },
  };
}

export async function newChallenge(relay: Target, origin: string): Promise<Bytes> {
  const answer = await ask(relay.address, origin, '/v1/challenge');
  const bytes = fromBase64url(String(answer.json()['challenge']));
  if (!bytes.ok) throw new Error('the relay gave no challenge');
  return bytes.value;
}
