import { equal, toHex } from '../crypto/bytes.ts';
import type { Result } from '../crypto/result.ts';
import { err, ok } from '../crypto/result.ts';
import type { Skeleton } from '../wire/skeleton.ts';
import type { ReadEntry } from '../wire/verify.ts';
import { signatureHolds } from '../wire/verify.ts';

export type AuthorProblem =
  /** Not a refusal: it cites an organisation head that has not arrived, and waits (rule 1). */
  'organisation-behind' | 'wrong-organisation-head' | 'key-not-admitted' | 'bad-signature';

/**
 * Whether the device was admitted at or before the organisation head that it cites, and signed this. `signed` is whether
 * the signature holds, where somebody judges it elsewhere.
 */
export async function verifyAuthor(
  read: ReadEntry,
  skeleton: Skeleton,
  signed?: Promise<boolean>,
): Promise<Result<true, AuthorProblem>> {
  const { header } = read;
  const cited = skeleton.hashes[header.orgPosition];
  if (cited === undefined) return err('organisation-behind');
  if (!equal(cited, header.orgHead)) return err('wrong-organisation-head');
  const device = skeleton.devices.get(toHex(header.device));
  if (device === undefined || device.admittedAt > header.orgPosition) return err('key-not-admitted');
  return (await (signed ?? signatureHolds(read))) ? ok(true) : err('bad-signature');
}
