import { toHex } from '../crypto/bytes.ts';
import type { Recipient } from '../wire/body.ts';
import type { Skeleton } from '../wire/skeleton.ts';
import { isStaleAt, teamMembersAt } from '../wire/skeleton.ts';
import type { Link } from './chain.ts';

const recipientsOf = (epoch: Link): readonly Recipient[] =>
  epoch.opened.type === 'epoch' ? (epoch.opened.body?.recipients ?? []).map((one) => one.recipient) : [];

/**
 * Whether an entry that cites this position of the organisation log may no longer use the epoch (rule 9): one of its
 * recipients may no longer read, or its author, who knows its key whether she named herself or not.
 */
export function isStale(epoch: Link, skeleton: Skeleton, position: number): boolean {
  const author = skeleton.members.get(skeleton.devices.get(toHex(epoch.header.device))?.member ?? '');
  if (author === undefined || (author.endedAt !== null && author.endedAt <= position)) return true;
  // A device of hers that was lost after it was sealed may have kept the key.
  if (author.exposures.some(({ from }) => from <= position && from > epoch.header.orgPosition)) return true;
  return recipientsOf(epoch).some((recipient) => {
    if (recipient.type === 'member') {
      const member = skeleton.members.get(toHex(recipient.member));
      if (member === undefined || (member.endedAt !== null && member.endedAt <= position)) return true;
      // A lost device held the key that this epoch was sealed to, unless she had a new one by then.
      const sealedAt = epoch.header.orgPosition;
      return member.exposures.some(
        ({ from, until }) => from <= position && (until === null || until > sealedAt),
      );
    }
    const team = skeleton.teams.get(toHex(recipient.team));
    return team === undefined || isStaleAt(team, recipient.generation, position);
  });
}

/**
 * Whether the author of an epoch reads the one before, at the head that she cites. Whoever seals an epoch knows its
 * key: an outsider who could post one would read from then on. True where the epoch before is unknown to this reader.
 */
export function authorReads(before: Link | null, epoch: Link, skeleton: Skeleton): boolean {
  if (before === null || before.opened.type !== 'epoch' || before.opened.body === null) return true;
  return isReader(before, epoch, skeleton);
}

function isReader(of: Link, author: Link, skeleton: Skeleton): boolean {
  const member = skeleton.devices.get(toHex(author.header.device))?.member;
  return recipientsOf(of).some((recipient) => {
    if (recipient.type === 'member') return toHex(recipient.member) === member;
    const team = skeleton.teams.get(toHex(recipient.team));
    return (
      team !== undefined &&
      member !== undefined &&
      teamMembersAt(team, author.header.orgPosition).includes(member)
    );
  });
}

/**
 * Why a reader should post a new epoch before she writes (rule 11). `stale`: somebody who reads it must no longer.
 * `author-is-no-reader`: its author knows the key and is not among its recipients. `misnamed-wrap`: a wrap that this
 * reader can check is not for whom the author says.
 */
export type EpochDoubt = 'stale' | 'author-is-no-reader' | 'misnamed-wrap';

export function doubtAbout(epoch: Link, skeleton: Skeleton, position: number): EpochDoubt | null {
  if (epoch.opened.type !== 'epoch' || epoch.opened.body === null) return null;
  if (isStale(epoch, skeleton, position)) return 'stale';
  if (epoch.opened.misnamed) return 'misnamed-wrap';
  return isReader(epoch, epoch, skeleton) ? null : 'author-is-no-reader';
}
