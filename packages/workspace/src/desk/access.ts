import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Engine } from './engine.ts';
import type { RecordView } from './record-view.ts';

/*
 * Who can read a record since when, out of the verified log. Whoever is named in an epoch opens it and everything before
 * it; whoever is not named in the next one opens nothing from there on, and keeps what was read (rules 9 and 10).
 */

/** Somebody in a team that reads, by the clocks of whoever let her in and whoever removed her. */
export type TeamReader = {
  readonly member: string;
  readonly since: number;
  /** Null while she is in the team. */
  readonly until: number | null;
};

/** One reader of a record: a team, or a member by herself. */
export type Access = {
  readonly type: 'team' | 'member';
  readonly id: string;
  /** The entry that named the reader first: since then it can read that and all that was before. */
  readonly from: number;
  readonly since: number;
  /** The entry from which on it was not named any more; null while it reads. */
  readonly until: number | null;
  readonly ended: number | null;
  /** For a team: who is and was in it. */
  readonly members: readonly TeamReader[];
};

/** Everybody who can or could read a record, in the order in which they came to it. */
export function accessTo(engine: Engine, view: RecordView): readonly Access[] {
  const found = new Map<string, Access>();
  for (const { link, verdict } of view.judgement.judged) {
    if (verdict.type !== 'in-force' || link.opened.type !== 'epoch' || link.opened.body === null) continue;
    const { position } = link.header;
    const time = timeAt(view, position);
    const named = new Map<string, { readonly type: 'team' | 'member'; readonly id: string }>(
      link.opened.body.recipients.map(({ recipient }) => {
        const id = recipient.type === 'team' ? toHex(recipient.team) : toHex(recipient.member);
        return [`${recipient.type} ${id}`, { type: recipient.type, id }] as const;
      }),
    );
    for (const [key, reader] of found)
      if (!named.has(key) && reader.until === null)
        found.set(key, { ...reader, until: position, ended: time });
    for (const [key, { type, id }] of named) {
      const before = found.get(key);
      const members = type === 'team' ? membersOf(engine, id) : [];
      // Named again after a pause: the new epoch opens what was written in it.
      if (before === undefined)
        found.set(key, { type, id, from: position, since: time, until: null, ended: null, members });
      else if (before.until !== null) found.set(key, { ...before, until: null, ended: null });
    }
  }
  return [...found.values()];
}

/** About when an entry was written that says no time itself: by the clock of what was written next, or last before. */
function timeAt(view: RecordView, position: number): number {
  const timed = view.chain.links.flatMap(({ header, opened }) =>
    opened.type === 'content' ? [{ position: header.position, time: opened.body.claimedTime }] : [],
  );
  const next = timed.find((one) => one.position >= position) ?? timed.at(-1);
  return next?.time ?? 0;
}

/** Who is and was in a team. */
function membersOf({ organisation }: Engine, team: string): readonly TeamReader[] {
  const { generations } = organisation.skeleton.teams.get(team) ?? { generations: [] };
  const found = new Map<string, { since: number; until: number | null }>();
  for (const [index, { members }] of generations.entries()) {
    const here = new Set(members.map(({ member }) => member));
    for (const [member, span] of found)
      if (!here.has(member) && span.until === null) span.until = generations[index]?.position ?? null;
    for (const { member, from, until } of members) {
      const span = found.get(member);
      if (span === undefined) found.set(member, { since: from, until });
      else span.until = until;
    }
  }
  return [...found].map(([member, { since, until }]) => ({
    member,
    since: organisationTime(organisation.links, since),
    until: until === null ? null : organisationTime(organisation.links, until),
  }));
}

/** By whose clock an entry of the organisation was written; of one without a sealed part, the last before it. */
function organisationTime(links: Engine['organisation']['links'], position: number): number {
  return (
    links.findLast((link) => link.body !== null && link.read.header.position <= position)?.body
      ?.claimedTime ?? 0
  );
}
