import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { concat } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Result } from '@leeward/sealed-log/crypto/result.ts';
import { err, ok } from '@leeward/sealed-log/crypto/result.ts';

/** How long a stream may stand still before it counts as lost, in milliseconds. */
export const STANDSTILL = 60_000;

export type ReadFailure = 'too-large-response' | 'unreachable';

/**
 * Reads a body of at most `limit` bytes and lets go of the connection at the first byte too many, so that an endless
 * answer costs no more memory than an honest one (fault 14).
 */
export async function readBounded(response: Response, limit: number): Promise<Result<Bytes, ReadFailure>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of piecesOf(response, STANDSTILL)) {
    if (typeof piece === 'string') return err('unreachable');
    length += piece.length;
    if (length > limit) return err('too-large-response');
    pieces.push(piece);
  }
  return ok(concat(...pieces));
}

/**
 * The pieces of a body as they come; `'lost'` once, at the end, where the body broke off or stood still. Leaving the
 * loop lets go of the connection.
 */
export async function* piecesOf(response: Response, standstill: number): AsyncGenerator<Uint8Array | 'lost'> {
  if (response.body === null) return;
  const reader = response.body.getReader();
  try {
    for (;;) {
      const step = await withLimit(reader.read(), standstill);
      if (step === 'lost') yield 'lost';
      if (step === 'lost' || step.done) return;
      yield step.value;
    }
  } finally {
    // Not awaited: a connection that hangs would hang here too.
    reader.cancel().catch(() => {});
  }
}

async function withLimit<T>(step: Promise<T>, milliseconds: number): Promise<T | 'lost'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<'lost'>((resolve) => {
    timer = setTimeout(() => resolve('lost'), milliseconds);
  });
  try {
    return await Promise.race([step.catch((): 'lost' => 'lost'), limit]);
  } finally {
    clearTimeout(timer);
  }
}
