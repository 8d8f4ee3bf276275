import type { Bytes } from '@leeward/sealed-log/wire';
import { type Or, refuse } from './problem.ts';

/** Bodies held in memory by all requests together, against a bound, so that many large ones cannot exhaust it. */
export type BodyBudget = { used: number; readonly limit: number };

export const bodyBudget = (limit: number): BodyBudget => ({ used: 0, limit });

/**
 * Reads a body of at most `limit` bytes. The limits are held while the bytes arrive: a body that turns out longer is
 * refused at the byte that is too much. Refuses with `too-large`, `busy` (the budget is used up) or `malformed` (the
 * connection ended early). What was read counts against the budget until `release` is called.
 */
export async function readBody(request: Request, limit: number, budget: BodyBudget): Promise<Or<Body>> {
  const stated = Number(request.headers.get('content-length') ?? 0);
  if (stated > limit) return refuse('too-large', { limit });
  const stream = request.body;
  if (stream === null) return { ok: true, value: { bytes: new Uint8Array(0), release: () => {} } };
  let held = 0;
  const release = (): void => {
    budget.used -= held;
    held = 0;
  };
  const chunks: Uint8Array[] = [];
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      held += value.length;
      budget.used += value.length;
      const code = held > limit ? 'too-large' : budget.used > budget.limit ? 'busy' : null;
      if (code !== null) {
        release();
        reader.cancel().catch(() => {});
        return code === 'busy' ? refuse(code, { retryAfter: 5 }) : refuse(code, { limit });
      }
      chunks.push(value);
    }
  } catch {
    release();
    return refuse('malformed');
  }
  return { ok: true, value: { bytes: joined(chunks, held), release } };
}

export type Body = { readonly bytes: Bytes; readonly release: () => void };

function joined(chunks: readonly Uint8Array[], length: number): Bytes {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
