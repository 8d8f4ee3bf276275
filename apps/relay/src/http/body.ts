import type { IncomingMessage } from 'node:http';
import type { Bytes } from '@leeward/sealed-log/wire';
import { type Or, refuse } from './problem.ts';

/** Bodies held in memory by all requests together, against a bound, so that many large ones cannot exhaust it. */
export type BodyBudget = { used: number; readonly limit: number };

export const bodyBudget = (limit: number): BodyBudget => ({ used: 0, limit });

/**
 * Reads a body of at most `limit` bytes. The limits are held while the bytes arrive: a body that turns out longer is
 * refused at the byte that is too much. Refuses with `too-large`, `busy` (the budget is used up) or `malformed` (the
 * connection ended early). What was read counts against the budget until `release` is called. It is read from the
 * connection itself: a web stream around it would cost more than everything else that is done with a small body.
 */
export function readBody(incoming: IncomingMessage, limit: number, budget: BodyBudget): Promise<Or<Body>> {
  const stated = Number(incoming.headers['content-length'] ?? 0);
  if (stated > limit) return Promise.resolve(refuse('too-large', { limit }));
  let held = 0;
  const release = (): void => {
    budget.used -= held;
    held = 0;
  };
  const chunks: Uint8Array[] = [];
  return new Promise((resolve) => {
    const end = (outcome: Or<Body>): void => {
      incoming.off('data', take).off('end', whole).off('close', broken);
      // An error after this is nobody's any more; without a listener it would end the process.
      incoming.on('error', () => {});
      if (!outcome.ok) {
        incoming.pause();
        release();
      }
      resolve(outcome);
    };
    const take = (chunk: Uint8Array): void => {
      held += chunk.length;
      budget.used += chunk.length;
      if (held > limit) end(refuse('too-large', { limit }));
      else if (budget.used > budget.limit) end(refuse('busy', { retryAfter: 5 }));
      else chunks.push(chunk);
    };
    const whole = (): void => end({ ok: true, value: { bytes: joined(chunks, held), release } });
    const broken = (): void => end(refuse('malformed'));
    if (incoming.readableEnded) return whole();
    if (incoming.destroyed) return broken();
    incoming.on('data', take).on('end', whole).on('close', broken).on('error', broken);
  });
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
