import type { Access } from '@leeward/workspace/desk/access.ts';

/** Somebody who could read one line of the file, and from when to when. */
export type LineReader = {
  readonly member: string | null;
  /** The team through which she reads; null for herself. For a team whose members nobody knows here, `member` is null. */
  readonly team: string | null;
  /** Since it was written, or since she was let in later. */
  readonly since: number;
  readonly later: boolean;
  /** When she was removed; she keeps what she read. Null while she reads. */
  readonly until: number | null;
};

/**
 * Who could read what stands at a position since when. Whoever was let in later reads what was before (an epoch opens all
 * that precede it); whoever was removed before it was written never could.
 */
export function readersOfLine(
  access: readonly Access[],
  at: { readonly position: number; readonly time: number },
): readonly LineReader[] {
  return access.flatMap((reader): readonly LineReader[] => {
    if (reader.until !== null && reader.until <= at.position) return [];
    const came = reader.from > at.position ? reader.since : at.time;
    const one = (member: string | null, since: number, until: number | null): LineReader => {
      const start = Math.max(came, since);
      const ends = [until, reader.ended].filter((end) => end !== null);
      return {
        member,
        team: reader.type === 'team' ? reader.id : null,
        since: start,
        later: start > at.time,
        until: ends.length === 0 ? null : Math.min(...ends),
      };
    };
    if (reader.type === 'member') return [one(reader.id, 0, null)];
    if (reader.members.length === 0) return [one(null, 0, null)];
    return reader.members
      .map(({ member, since, until }) => one(member, since, until))
      .filter(({ since, until }) => until === null || until > since);
  });
}
