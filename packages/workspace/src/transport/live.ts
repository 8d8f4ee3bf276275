import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { toBase64url } from '@leeward/sealed-log/crypto/bytes.ts';
import { piecesOf } from './bounded.ts';
import type { Connection, Signer } from './connection.ts';
import { pause } from './pause.ts';
import type { RelayProblem } from './problem.ts';

export type LiveOptions = {
  readonly org: Bytes;
  /** The last sequence that is already here. */
  readonly after: number;
  readonly signer: Signer;
  /** Ends the listening. */
  readonly signal: AbortSignal;
  /** Rows up to this sequence exist. Called at most once for each number, in rising order. */
  readonly onRows: (upTo: number) => void;
  /** `open` when the relay listens to us; else why not, and in how many milliseconds it is tried again. */
  readonly onState?: (state: LiveState) => void;
};
export type LiveState =
  | { readonly state: 'open' }
  | { readonly state: 'waiting'; readonly problem: RelayProblem | null; readonly milliseconds: number };

/** Three missed heartbeats of 20 seconds: the stream is dead even if the socket does not say so. */
const SILENCE = 65_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;
/** A line of the stream is short; a longer one is not from a relay of ours (fault 14). */
const LONGEST_LINE = 1024;

/**
 * Listens for new rows until the signal ends it; reconnects by itself, after the last number seen, at growing
 * intervals. Resolves when the signal is aborted. It carries numbers only: the rows themselves are pulled.
 */
export async function listen(connection: Connection, options: LiveOptions): Promise<void> {
  const { signal, signer, onRows, onState } = options;
  let after = options.after;
  let wait = FIRST_WAIT;
  while (!signal.aborted) {
    const opened = await connection.open({
      method: 'GET',
      path: `/o/${toBase64url(options.org)}/live?after=${after}`,
      headers: { Accept: 'text/event-stream' },
      limit: 0,
      signer,
      signal,
    });
    if (opened.ok) {
      onState?.({ state: 'open' });
      for await (const upTo of numbersIn(opened.value.response)) {
        wait = FIRST_WAIT;
        if (upTo <= after) continue;
        after = upTo;
        onRows(upTo);
      }
      opened.value.end();
    }
    if (signal.aborted) return;
    const asked = opened.ok ? 0 : (opened.error.retryAfter ?? 0) * 1000;
    const milliseconds = Math.max(asked, wait * (0.75 + Math.random() / 2));
    onState?.({ state: 'waiting', problem: opened.ok ? null : opened.error, milliseconds });
    await pauseUntilBack(milliseconds, signal);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
}

/** Told by whoever hears first that the line is back: a worker is not told by every browser, its page is. */
const line = new EventTarget();
export const lineIsBack = (): void => void line.dispatchEvent(new Event('back'));

/** Waits, but no longer than until the line is back: nobody should look at old work for a minute. */
async function pauseUntilBack(milliseconds: number, signal: AbortSignal): Promise<void> {
  const back = new AbortController();
  const hurry = (): void => back.abort();
  const listener = { signal: back.signal, once: true };
  line.addEventListener('back', hurry, listener);
  signal.addEventListener('abort', hurry, listener);
  await pause(milliseconds, back.signal);
  back.abort();
}

/** The numbers of `rows` events. Ends where the stream does, or stands still, or is not one of ours. */
async function* numbersIn(response: Response): AsyncGenerator<number> {
  const decoder = new TextDecoder();
  let rest = '';
  let event = '';
  let data = '';
  for await (const piece of piecesOf(response, SILENCE)) {
    if (piece === 'lost') return;
    const lines = (rest + decoder.decode(piece, { stream: true })).split(/\r\n|\n|\r/);
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) return;
    for (const line of lines) {
      if (line.startsWith('event:')) event = line.slice(6).trim();
      else if (line.startsWith('data:')) data = line.slice(5).trim();
      else if (line === '') {
        if (event === 'rows' && /^\d{1,15}$/.test(data)) yield Number(data);
        event = '';
        data = '';
      }
    }
  }
}
