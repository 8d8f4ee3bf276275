import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { toBase64url } from '@leeward/sealed-log/crypto/bytes.ts';
import { err, ok } from '@leeward/sealed-log/crypto/result.ts';
import { type Connection, type Outcome, readJson, type Signer } from './connection.ts';
import { ownProblem } from './problem.ts';

/** A time at which a device wants its owner called: a random id, and whole minutes since 1970. */
export type Wake = { readonly id: Bytes; readonly minute: number };

/** What a desk asks of the relay about being called while it is closed. */
export function callCalls({ call }: Connection) {
  const at = (org: Bytes, rest: string): string => `/o/${toBase64url(org)}${rest}`;
  const put = async (path: string, value: unknown, signer: Signer, signal?: AbortSignal): Outcome<null> => {
    const answer = await call({
      method: 'PUT',
      path,
      body: JSON.stringify(value),
      limit: 4096,
      signer,
      signal,
    });
    return answer.ok ? ok(null) : answer;
  };
  return {
    /** Whether this relay can call people, and the address that it has for this device. */
    ownCall: async (
      org: Bytes,
      signer: Signer,
      signal?: AbortSignal,
    ): Outcome<{ readonly available: boolean; readonly address: string | null }> => {
      const answer = await call({ method: 'GET', path: at(org, '/call'), limit: 4096, signer, signal });
      if (!answer.ok) return answer;
      const json = readJson(answer.value);
      if (!json.ok) return json;
      const { available, address } = json.value;
      if (typeof available !== 'boolean' || (address !== null && typeof address !== 'string'))
        return err(ownProblem('unreadable-response', answer.value.status));
      return ok({ available, address });
    },
    /** Says where to call; null ends it. Errors: `nothing-there` where the relay has no mail server, `malformed`. */
    setCall: (
      org: Bytes,
      address: string | null,
      language: string,
      signer: Signer,
      signal?: AbortSignal,
    ): Outcome<null> => put(at(org, '/call'), { address, language }, signer, signal),
    /** Sends one call at once. Errors: `nothing-there`, `unavailable` where the mail server did not take it. */
    testCall: async (org: Bytes, signer: Signer, signal?: AbortSignal): Outcome<null> => {
      const answer = await call({ method: 'POST', path: at(org, '/call/test'), limit: 4096, signer, signal });
      return answer.ok ? ok(null) : answer;
    },
    /** Leaves times, in place of those before. */
    setWakes: (org: Bytes, wakes: readonly Wake[], signer: Signer, signal?: AbortSignal): Outcome<null> =>
      put(
        at(org, '/wakes'),
        { wakes: wakes.map(({ id, minute }) => ({ id: toBase64url(id), minute })) },
        signer,
        signal,
      ),
  };
}
