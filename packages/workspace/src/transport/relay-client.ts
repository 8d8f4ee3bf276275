/**
 * The relay as functions: one for each endpoint of docs/protocol-http.md. Works in windows, workers and Node 24.
 *
 * Nothing throws for what a network or a server does: every call gives a `Result` whose error is a `RelayProblem`.
 * Nothing is repeated behind the caller's back, except once where a challenge had expired. Every answer is read with
 * a limit in bytes, every call takes an `AbortSignal`.
 */
import { blobCalls } from './blob-calls.ts';
import { callCalls } from './call-calls.ts';
import { type ConnectionOptions, createConnection } from './connection.ts';
import { deskCalls } from './desk-calls.ts';
import { doorCalls } from './door-calls.ts';
import { type LiveOptions, listen } from './live.ts';

export type { BlobAccess, BlobCalls, BlobState } from './blob-calls.ts';
export type { Answer, Connection, ConnectionOptions, Outcome, Signer } from './connection.ts';
export type { DeskCalls, Health } from './desk-calls.ts';
export type { DoorCalls, Stored } from './door-calls.ts';
export type { LiveOptions, LiveState } from './live.ts';
export { LONGEST_WAIT, type OwnCode, ownProblem, type RelayProblem } from './problem.ts';

/** Everything, for the desk and for programs. The door takes `createDoorClient` of door-client.ts, which is smaller. */
export function createRelayClient(options: ConnectionOptions) {
  const connection = createConnection(options);
  return {
    ...doorCalls(connection),
    ...blobCalls(connection),
    ...deskCalls(connection),
    ...callCalls(connection),
    /** Tells of new rows until the signal ends it, across lost connections. */
    live: (live: LiveOptions): Promise<void> => listen(connection, live),
  };
}

export type RelayClient = ReturnType<typeof createRelayClient>;
