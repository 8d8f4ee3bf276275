import type { Bytes, Skeleton } from '@leeward/sealed-log/wire';
import { growSkeleton, readGenesis } from '@leeward/sealed-log/wire';
import { base64urlOf } from '../bytes.ts';
import { readLog } from '../log/organisations.ts';
import type { Store } from '../storage/store.ts';
import { verifyBlobs } from './verify-blobs.ts';
import { verifyLines } from './verify-lines.ts';

/**
 * Walks everything that a store holds: every chain with its hashes, signatures and authority, every sequence number,
 * every attachment on disk. Returns what is missing or wrong, by name; nothing when all is well.
 * @param data the folder with the attachments.
 */
export async function verifyStore(store: Store, data: string): Promise<readonly string[]> {
  const findings: string[] = [];
  const organisations = await store.db.selectFrom('organisations').selectAll().execute();
  for (const { org, sequence, head_position } of organisations) {
    const name = `organisation ${base64urlOf(org)}`;
    const tell = (finding: string): void => {
      findings.push(`${name}: ${finding}`);
    };
    const skeleton = await verifyOrganisationLog(store, org, tell);
    if (skeleton === null) continue;
    if (skeleton.hashes.length - 1 !== head_position)
      tell(`its log ends at ${skeleton.hashes.length - 1}, and should end at ${head_position}`);
    await verifySequences(store, org, sequence, tell);
    await verifyLines(store, skeleton, tell);
    await verifyBlobs(store, org, data, tell);
  }
  return findings;
}

export type Tell = (finding: string) => void;

async function verifyOrganisationLog(store: Store, org: Bytes, tell: Tell): Promise<Skeleton | null> {
  const [first, ...rest] = await readLog(store, org, 0);
  if (first === undefined) {
    tell('its first entry is missing');
    return null;
  }
  const genesis = await readGenesis(first, org);
  if (!genesis.ok) {
    tell(`its first entry does not verify (${genesis.error})`);
    return null;
  }
  const { skeleton } = genesis.value;
  for (const bytes of rest) {
    const position = skeleton.hashes.length;
    const grown = await growSkeleton(skeleton, bytes);
    if (!grown.ok) {
      tell(`entry ${position} of its own log does not verify (${grown.error})`);
      break;
    }
    if (grown.value.verdict !== 'in force')
      tell(`entry ${position} of its own log has no effect (${grown.value.verdict})`);
  }
  return skeleton;
}

/** Numbers run from 1 to the last one without a hole: a hole would be a row that went missing. */
async function verifySequences(store: Store, org: Bytes, last: number, tell: Tell): Promise<void> {
  const found = await store.db
    .selectFrom('rows')
    .select((row) => [
      row.fn.countAll<number>().as('count'),
      row.fn.max<number | null>('sequence').as('last'),
    ])
    .where('org', '=', org)
    .where('sequence', 'is not', null)
    .executeTakeFirstOrThrow();
  if (Number(found.count) !== last || Number(found.last ?? 0) !== last)
    tell(`${last} rows were numbered, and ${Number(found.count)} are there`);
}
