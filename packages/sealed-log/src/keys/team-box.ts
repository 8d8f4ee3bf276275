import type { Bytes } from '../crypto/bytes.ts';
import { equal, lengthPrefixed, randomBytes, u32 as u32Bytes } from '../crypto/bytes.ts';
import { open, seal } from '../crypto/cobblestone.ts';
import { openWith, sealTo } from '../crypto/hpke.ts';
import { padEntry, unpadEntry } from '../crypto/padding.ts';
import type { Result } from '../crypto/result.ts';
import { err, ok } from '../crypto/result.ts';
import type { Codec } from '../wire/codec.ts';
import { decode, encode, id16, list, struct, u32, variable } from '../wire/codec.ts';
import type { Skeleton } from '../wire/skeleton.ts';
import { currentGeneration, isStaleAt } from '../wire/skeleton.ts';
import type { TeamContext, TeamSecret } from './team.ts';
import { teamSealingSeed } from './team.ts';

/*
 * A box inside a record that only some of its readers can open: its content under a key of its own, and that key sealed
 * to each of the teams that may. Anybody can fill one; whoever is in none of the teams cannot open it again, its author
 * included. It is padded, so that a short answer looks like another short answer.
 */

/** Where a box stands. It opens nowhere else, and for nobody else's words. */
export type BoxPlace = {
  readonly org: Bytes;
  readonly record: Bytes;
  /** What in the record it is about. */
  readonly subject: Bytes;
  /** The member who filled it. */
  readonly author: Bytes;
};

type BoxKey = { readonly team: Bytes; readonly generation: number; readonly sealed: Bytes };
type Box = { readonly keys: readonly BoxKey[]; readonly content: Bytes };

/** How many teams one box is for at most. */
export const mostTeamsOfBox = 8;

const boxCodec: Codec<Box> = struct<Box>({
  keys: list(struct<BoxKey>({ team: id16, generation: u32, sealed: variable(4096) }), mostTeamsOfBox),
  content: variable(128 * 1024),
});

const partsOf = ({ org, record, subject, author }: BoxPlace): readonly Bytes[] => [
  org,
  record,
  subject,
  author,
];

const contentContext = (place: BoxPlace): Bytes =>
  lengthPrefixed('leeward/v1/team box content', ...partsOf(place));

const keyInfo = (place: BoxPlace, team: Bytes, generation: number): Bytes =>
  lengthPrefixed('leeward/v1/team box key', ...partsOf(place), team, u32Bytes(generation));

/**
 * Why nothing was sealed: a team is not there; somebody has left it and its next key does not stand yet (rule 9); or it
 * is too long for an entry.
 */
export type BoxProblem = 'no-team' | 'stale-team' | 'too-long';

/** Seals something for teams, each by the key of its newest generation. */
export async function sealTeamBox(
  skeleton: Skeleton,
  place: BoxPlace,
  teams: readonly string[],
  plaintext: Bytes,
): Promise<Result<Bytes, BoxProblem>> {
  const padded = padEntry(plaintext);
  if (!padded.ok) return padded;
  const key = randomBytes(32);
  const keys: BoxKey[] = [];
  for (const id of teams) {
    const facts = skeleton.teams.get(id);
    const current = facts === undefined ? null : currentGeneration(facts);
    if (facts === undefined || current === null) return err('no-team');
    const { generation } = current;
    if (isStaleAt(facts, generation, skeleton.hashes.length - 1)) return err('stale-team');
    const sealed = await sealTo(current.sealing, keyInfo(place, facts.id, generation), key);
    keys.push({ team: facts.id, generation, sealed });
  }
  if (keys.length === 0) return err('no-team');
  const content = await seal(key, contentContext(place), padded.value);
  return ok(encode(boxCodec, { keys, content }));
}

/** Opens a box with whatever keys of its teams are held; null where there is none, or it does not belong here. */
export async function openTeamBox(
  secretOf: (context: TeamContext) => TeamSecret | null,
  place: BoxPlace,
  box: Bytes,
): Promise<Bytes | null> {
  const read = decode(boxCodec, box);
  if (!read.ok) return null;
  for (const { team, generation, sealed } of read.value.keys) {
    const context = { org: place.org, team, generation };
    const secret = secretOf(context);
    if (secret === null) continue;
    const key = await openWith(
      await teamSealingSeed(secret, context),
      keyInfo(place, team, generation),
      sealed,
    );
    if (!key.ok || key.value.length !== 32) continue;
    const content = await open(key.value, contentContext(place), read.value.content);
    const plain = content.ok ? unpadEntry(content.value) : null;
    if (plain?.ok === true) return plain.value;
  }
  return null;
}

/** The teams that a box says it is for; null where it is no box. */
export function teamsOfBox(box: Bytes): readonly Bytes[] | null {
  const read = decode(boxCodec, box);
  if (!read.ok) return null;
  const { keys } = read.value;
  const isOnce = keys.every(({ team }, at) => keys.findIndex((other) => equal(other.team, team)) === at);
  return isOnce && keys.length > 0 ? keys.map(({ team }) => team) : null;
}
