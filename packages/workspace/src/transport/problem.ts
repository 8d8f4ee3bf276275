/**
 * What can go wrong between here and the relay, as a value. Codes of the relay (docs/protocol-http.md) come through as
 * they are; the codes below are ours, for answers that never came or cannot be trusted to be one.
 */
export type RelayProblem = {
  /** A code of the relay, or one of `OwnCode`. */
  readonly code: string;
  /** HTTP status; 0 where there was no whole answer. */
  readonly status: number;
  /** Seconds after which it may be tried again, where the relay said so: never more than `LONGEST_WAIT`. */
  readonly retryAfter?: number;
  /** What the code needs, as the relay gave it: `head`, `reason`, `blob`, `missing`, `limit`. Not checked. */
  readonly details: Readonly<Record<string, unknown>>;
};

export type OwnCode =
  /** No answer: no connection, a blocked address, a server that is down, or one that stopped in the middle. */
  | 'unreachable'
  /** The caller's signal ended it. */
  | 'aborted'
  /** More bytes than this answer can have: cut off (fault 14). */
  | 'too-large-response'
  /** An answer that is not in the form of the protocol. */
  | 'unreadable-response';

/** A server must not be able to put us to sleep for ever, in seconds. */
export const LONGEST_WAIT = 24 * 3600;

/** A problem of our own making. */
export function ownProblem(code: OwnCode, status = 0): RelayProblem {
  return { code, status, details: {} };
}

/** Reads an answer that is no success. Whatever the body is, there is a problem with a code in the end. */
export function readProblem(status: number, retryAfter: string | null, body: string | null): RelayProblem {
  const { code, type, title, status: _status, retryAfter: inBody, ...details } = objectIn(body ?? '');
  const wait = [inBody, retryAfter === null ? null : Number(retryAfter)].find(
    (seconds): seconds is number => typeof seconds === 'number' && Number.isFinite(seconds) && seconds >= 0,
  );
  return {
    code: typeof code === 'string' && /^[a-z][a-z-]{0,40}$/.test(code) ? code : `status-${status}`,
    status,
    ...(wait === undefined ? {} : { retryAfter: Math.min(wait, LONGEST_WAIT) }),
    details,
  };
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : {};
  } catch {
    return {};
  }
}
