import { type BlobCalls, blobCalls } from './blob-calls.ts';
import { type ConnectionOptions, createConnection } from './connection.ts';
import { type DoorCalls, doorCalls } from './door-calls.ts';

export type DoorClient = DoorCalls & BlobCalls;

/** What the door asks of the relay, and nothing that only a desk asks: every byte of the first payload counts. */
export function createDoorClient(options: ConnectionOptions): DoorClient {
  const connection = createConnection(options);
  return { ...doorCalls(connection), ...blobCalls(connection) };
}
