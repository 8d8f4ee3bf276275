/** The way to the relay, as the door uses it. */
export { type Bytes, equal } from '@leeward/sealed-log/crypto/bytes.ts';
export type { Signer } from '../transport/connection.ts';
export { createDoorClient, type DoorClient } from '../transport/door-client.ts';
export { createPatience, type Patience, type Waiting } from '../transport/patience.ts';
export type { RelayProblem } from '../transport/problem.ts';
