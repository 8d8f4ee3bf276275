import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { fromBase64url, toBase64url, u32, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import type { Result } from '@leeward/sealed-log/crypto/result.ts';
import { err, ok } from '@leeward/sealed-log/crypto/result.ts';
import type { Codec } from '@leeward/sealed-log/wire/codec.ts';
import { decode, encode } from '@leeward/sealed-log/wire/codec.ts';
import { signedBytes } from '@leeward/sealed-log/wire/hashes.ts';
import { challengeBytes, requestProof } from '@leeward/sealed-log/wire/relay.ts';
import { readBounded, STANDSTILL } from './bounded.ts';
import { ownProblem, type RelayProblem, readProblem } from './problem.ts';

/** Who signs requests: a device, or a mailbox (docs/protocol-http.md, proof of possession). */
export type Signer = {
  readonly key: Bytes;
  readonly sign: (message: Bytes) => Promise<Bytes>;
};

export type ConnectionOptions = {
  /** What the address bar says, such as `http://desk.localhost:8700`: signatures are bound to it. */
  readonly origin: string;
  /** Where the interface lies: a path on the origin, or a whole address where the origin cannot be reached by name. */
  readonly base?: string;
  /** For tests, and for processes that reach the relay in another way. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
};

export type Call = {
  readonly method: 'GET' | 'PUT' | 'POST';
  /** Below the base, with its query. */
  readonly path: string;
  readonly body?: Bytes | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signer?: Signer | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The most bytes that a right answer has. */
  readonly limit: number;
};

export type Answer = { readonly status: number; readonly body: Bytes };
export type Outcome<T> = Promise<Result<T, RelayProblem>>;

/** One way to one relay, with its challenge. */
export type Connection = {
  /** Sends a request and reads the answer. Repeats by itself only where the challenge had expired. */
  readonly call: (call: Call) => Outcome<Answer>;
  /** As `call`, but gives the answer with its body unread. `end` lets go of it. */
  readonly open: (call: Call) => Outcome<{ readonly response: Response; readonly end: () => void }>;
};

type Challenge = { readonly bytes: Bytes; readonly until: number; counter: number };

/** Problems are small; who sends more is not answering. */
const PROBLEM_LIMIT = 64 * 1024;
/** The slowest upload that is still one, in bytes per millisecond: 2G at the edge of its reach. */
const SLOWEST = 2;

/** Opens a way to the relay at `origin`. Nothing is sent before the first call. */
export function createConnection(options: ConnectionOptions): Connection {
  const base = new URL(options.base ?? '/v1', options.origin).href.replace(/\/$/, '');
  const send = options.fetch ?? ((url, init) => fetch(url, init));
  let challenge: Promise<Result<Challenge, RelayProblem>> | null = null;

  const newChallenge = async (signal: AbortSignal | undefined): Promise<Result<Challenge, RelayProblem>> => {
    const started = performance.now();
    const answer = await exchange({ method: 'GET', path: '/challenge', limit: 4096, signal }, {});
    if (!answer.ok) return answer;
    const json = readJson(answer.value);
    if (!json.ok) return json;
    const { challenge: text, expiresIn } = json.value as { challenge?: unknown; expiresIn?: unknown };
    const bytes = fromBase64url(typeof text === 'string' ? text : '');
    if (!bytes.ok || bytes.value.length !== challengeBytes || typeof expiresIn !== 'number')
      return err(ownProblem('unreadable-response', answer.value.status));
    // By the clock that only runs forward, and a little before its end.
    return ok({ bytes: bytes.value, until: started + Math.min(expiresIn, 600) * 900, counter: 0 });
  };

  /** One challenge for all calls at once, renewed when it is about to end. */
  const currentChallenge = async (
    signal: AbortSignal | undefined,
  ): Promise<Result<Challenge, RelayProblem>> => {
    const known = challenge === null ? null : await challenge;
    if (known?.ok === true && performance.now() < known.value.until) return known;
    const asked = newChallenge(signal);
    challenge = asked;
    const fresh = await asked;
    if (!fresh.ok && challenge === asked) challenge = null;
    return fresh;
  };

  const proofFor = async (call: Call, signer: Signer, body: Bytes): Outcome<string> => {
    const current = await currentChallenge(call.signal);
    if (!current.ok) return current;
    const counter = current.value.counter + 1;
    current.value.counter = counter;
    const url = new URL(base + call.path);
    const message = signedBytes.request(
      utf8(options.origin),
      utf8(call.method),
      utf8(url.pathname + url.search),
      current.value.bytes,
      u32(counter),
      await sha256(body),
    );
    const signature = await signer.sign(message);
    const proof = { key: signer.key, challenge: current.value.bytes, counter, signature };
    return ok(toBase64url(encode(requestProof, proof)));
  };

  const exchange = async (call: Call, headers: Readonly<Record<string, string>>): Outcome<Answer> => {
    const opened = await begin(call, headers);
    if (!opened.ok) return opened;
    const { response, end } = opened.value;
    const body = await readBounded(response, call.limit);
    end();
    if (!body.ok) return err(ownProblem(isAborted(call) ? 'aborted' : body.error, response.status));
    return ok({ status: response.status, body: body.value });
  };

  const begin: (
    call: Call,
    headers: Readonly<Record<string, string>>,
  ) => Outcome<{ readonly response: Response; readonly end: () => void }> = async (call, headers) => {
    if (isAborted(call)) return err(ownProblem('aborted'));
    // By hand: AbortSignal.any and .timeout are missing in the phones that we want to reach.
    const controller = new AbortController();
    const abort = (): void => controller.abort();
    call.signal?.addEventListener('abort', abort, { once: true });
    const timer = setTimeout(abort, STANDSTILL + (call.body?.length ?? 0) / SLOWEST);
    const end = (): void => {
      call.signal?.removeEventListener('abort', abort);
      controller.abort();
    };
    try {
      const response = await send(base + call.path, {
        method: call.method,
        headers: {
          ...(typeof call.body === 'string' ? { 'Content-Type': 'application/json' } : {}),
          ...(call.body instanceof Uint8Array ? { 'Content-Type': 'application/octet-stream' } : {}),
          ...call.headers,
          ...headers,
        },
        ...(call.body === undefined ? {} : { body: call.body }),
        signal: controller.signal,
        // No cookies, no traces in caches, nothing followed to another place (section 6).
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      });
      if (response.ok) return ok({ response, end });
      const body = await readBounded(response, PROBLEM_LIMIT);
      end();
      const text = body.ok ? new TextDecoder().decode(body.value) : null;
      return err(readProblem(response.status, response.headers.get('retry-after'), text));
    } catch {
      end();
      return err(ownProblem(isAborted(call) ? 'aborted' : 'unreachable'));
    } finally {
      clearTimeout(timer);
    }
  };

  const withProof = async <T>(
    call: Call,
    run: (headers: Readonly<Record<string, string>>) => Outcome<T>,
  ): Outcome<T> => {
    const { signer } = call;
    if (signer === undefined) return run({});
    const body = typeof call.body === 'string' ? utf8(call.body) : (call.body ?? new Uint8Array(0));
    for (let attempt = 1; ; attempt += 1) {
      const proof = await proofFor(call, signer, body);
      if (!proof.ok) return proof;
      const outcome = await run({ 'Leeward-Proof': proof.value });
      if (outcome.ok || outcome.error.code !== 'challenge-expired' || attempt === 2) return outcome;
      challenge = null;
    }
  };

  return {
    call: (call) => withProof(call, (headers) => exchange(call, headers)),
    open: (call) => withProof(call, (headers) => begin(call, headers)),
  };
}

const isAborted = (call: Call): boolean => call.signal?.aborted === true;

/** The value of an answer that must be one structure of the format. */
export function readAs<T>(codec: Codec<T>, answer: Result<Answer, RelayProblem>): Result<T, RelayProblem> {
  if (!answer.ok) return answer;
  const decoded = decode(codec, answer.value.body);
  return decoded.ok ? decoded : err(ownProblem('unreadable-response', answer.value.status));
}

/** The value of an answer that must be a JSON object. */
export function readJson(answer: Answer): Result<Readonly<Record<string, unknown>>, RelayProblem> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(answer.body));
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return ok(value as Readonly<Record<string, unknown>>);
  } catch {
    // Said below.
  }
  return err(ownProblem('unreadable-response', answer.status));
}
