import type { ProblemCode } from '../http/problem.ts';

/** Who may call an operation: nobody in particular, a live device (S), the mailbox's owner (M), or either. */
export type Caller = 'anybody' | 'device' | 'mailbox' | 'either';

export type MediaType = 'application/octet-stream' | 'application/json' | 'text/event-stream';

/** One operation of the interface. The document at /v1/openapi.json is made of these, and tests hold the server to them. */
export type Operation = {
  readonly id: string;
  readonly method: 'get' | 'put' | 'post';
  /** In OpenAPI's spelling: `/v1/o/{org}/rows`. */
  readonly path: string;
  readonly summary: string;
  readonly caller: Caller;
  readonly query?: readonly Parameter[];
  readonly headers?: readonly Parameter[];
  readonly body?: { readonly type: MediaType; readonly content: string; readonly limit: number };
  /** Success by status: what the body is, or null where there is none. */
  readonly answers: Readonly<Record<number, { readonly type: MediaType; readonly content: string } | null>>;
  /** Refusals of its own, besides those that every operation, and every signed one, has. */
  readonly problems: readonly ProblemCode[];
};

export type Parameter = {
  readonly name: string;
  readonly about: string;
  readonly form: 'number' | 'bytes32' | 'text';
  readonly required?: boolean;
};

export const octets = (content: string) => ({ type: 'application/octet-stream', content }) as const;
export const json = (content: string) => ({ type: 'application/json', content }) as const;

/** What every operation that writes can meet. */
export const writing = ['unavailable', 'no-space'] as const;
const always: readonly ProblemCode[] = ['malformed', 'wrong-host', 'broke'];
const whenSigned: readonly ProblemCode[] = [
  'proof-missing',
  'proof-malformed',
  'challenge-expired',
  'proof-replayed',
  'bad-proof',
  'quota',
];
const byCaller: Readonly<Record<Caller, readonly ProblemCode[]>> = {
  anybody: [],
  device: [...whenSigned, 'not-a-device'],
  mailbox: [...whenSigned, 'not-the-mailbox'],
  either: [...whenSigned, 'not-a-device', 'not-the-mailbox'],
};

/** Every refusal that an operation can give. */
export function problemsOf(operation: Operation): ReadonlySet<ProblemCode> {
  const withBody: readonly ProblemCode[] = ['too-large', 'busy'];
  return new Set([...always, ...byCaller[operation.caller], ...withBody, ...operation.problems]);
}
