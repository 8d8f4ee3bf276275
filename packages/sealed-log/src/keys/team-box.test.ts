import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { type Bytes, fromUtf8, randomBytes, toHex, utf8 } from '../crypto/bytes.ts';
import { teamSecret } from '../log/keyring.ts';
import {
  admit,
  type Desk,
  found,
  foundTeam,
  letIn,
  orgOf,
  pull,
  remove,
  rotateTeam,
  skeletonOf,
} from '../testing/index.ts';
import { type BoxPlace, openTeamBox, sealTeamBox, teamsOfBox } from './team-box.ts';

/** Ada and Ben are in a team; Cleo works beside them and is not. */
let ada: Desk;
let ben: Desk;
let cleo: Desk;
let team: Bytes;

beforeAll(async () => {
  ada = await found('Ada');
  ben = await admit(ada, 'Ben');
  cleo = await admit(ada, 'Cleo');
  team = await foundTeam(ada, [ada, ben]);
  await pull(ada, ben, cleo);
});

const place = (desk: Desk): BoxPlace => ({
  org: orgOf(desk),
  record: new Uint8Array(32).fill(1),
  subject: new Uint8Array(16).fill(2),
  author: cleo.member.id,
});
const sealed = async (by: Desk, words: string, teams = [team]): Promise<Bytes> => {
  const box = await sealTeamBox(skeletonOf(by), place(by), teams.map(toHex), utf8(words));
  if (!box.ok) throw new Error(box.error);
  return box.value;
};
const opened = async (by: Desk, box: Bytes, where = place(by)): Promise<string | null> => {
  const { keyring } = by.log;
  const found = await openTeamBox(
    (context) => teamSecret(keyring, context.team, context.generation),
    where,
    box,
  );
  const text = found === null ? null : fromUtf8(found);
  return text === null ? null : text.ok ? text.value : null;
};

describe('a box for some of those who read a record', () => {
  it('is filled by anybody, and opened by members of the team alone: not by who filled it [rule 8]', async () => {
    const box = await sealed(cleo, 'She was ill.');
    expect(await opened(ada, box)).toBe('She was ill.');
    expect(await opened(ben, box)).toBe('She was ill.');
    expect(await opened(cleo, box)).toBeNull();
    expect(teamsOfBox(box)?.map(toHex)).toEqual([toHex(team)]);
  });

  it('is for several teams, each by its own key', async () => {
    const other = await foundTeam(ada, [cleo]);
    await pull(ada, ben, cleo);
    const box = await sealed(ada, 'For both.', [team, other]);
    for (const desk of [ben, cleo]) expect(await opened(desk, box)).toBe('For both.');
  });

  it('opens in no other record, for no other thing, and in nobody else’s words', async () => {
    const box = await sealed(ada, 'yes');
    for (const part of ['record', 'subject', 'author'] as const) {
      const where = place(ada);
      expect(await opened(ada, box, { ...where, [part]: randomBytes(where[part].length) })).toBeNull();
    }
  });

  it('does not tell yes from no by its length', async () => {
    const lengths = await Promise.all(
      ['yes', 'no', 'unsure', 'x'.repeat(900)].map((one) => sealed(ada, one)),
    );
    expect(new Set(lengths.map(({ length }) => length)).size).toBe(1);
  });

  it('never throws over bytes that somebody made up, nor opens one of which a byte was changed', async () => {
    const box = await sealed(ada, 'yes');
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: box.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = box.slice();
        changed[at] = (changed[at] ?? 0) ^ by;
        expect(await opened(ben, changed)).toBeNull();
      }),
      { numRuns: runs(25) },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
        expect(await opened(ben, bytes.slice())).toBeNull();
      }),
      { numRuns: runs(50) },
    );
  });

  it('is not filled while somebody who left still holds the key, and then under the next one [rule 9]', async () => {
    const before = await sealed(ada, 'before');
    await remove(ada, [ben]);
    await pull(cleo);
    expect(await sealTeamBox(skeletonOf(cleo), place(cleo), [toHex(team)], utf8('x'))).toEqual({
      ok: false,
      error: 'stale-team',
    });
    await rotateTeam(ada, team);
    await pull(ada, cleo);
    const after = await sealed(cleo, 'after');
    expect(await opened(ada, after)).toBe('after');
    expect(await opened(ben, after)).toBeNull();
    // Who is let in later reads what was sealed before.
    await letIn(ada, team, cleo);
    await pull(cleo);
    expect(await opened(cleo, before)).toBe('before');
  });

  it('is not filled for a team that is not there, nor for nobody', async () => {
    const none = await sealTeamBox(skeletonOf(ada), place(ada), ['00'.repeat(16)], utf8('x'));
    expect([none, await sealTeamBox(skeletonOf(ada), place(ada), [], utf8('x'))]).toEqual([
      { ok: false, error: 'no-team' },
      { ok: false, error: 'no-team' },
    ]);
  });
});
