import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import type { Bytes } from '../crypto/bytes.ts';
import { toHex } from '../crypto/bytes.ts';
import { unwrap } from '../crypto/result.ts';
import { nextEpochOf, staleTeams } from '../keys/rotation.ts';
import { extendOrganisationLog, openOrganisationLog } from '../organisation/log.ts';
import type { Desk } from '../testing/index.ts';
import {
  act,
  admit,
  chainOf,
  entriesOf,
  epochOf,
  forgetting,
  found,
  foundTeam,
  judgementOf,
  membersOf,
  openRecord,
  orgOf,
  placeOf,
  postEntry,
  pull,
  pullOrganisation,
  pullRecord,
  remove,
  renewMemberKey,
  rotation,
  saying,
  skeletonOf,
  teamReader,
  write,
} from '../testing/index.ts';
import { capabilities } from '../wire/organisation.ts';
import type { Chain } from './chain.ts';
import { emptyChain, extendChainBy, reopenWaiting } from './chain.ts';
import type { Head } from './head-list.ts';
import type { Judgement } from './judge.ts';
import { judge } from './judge.ts';
import { sealReadmission } from './readmit.ts';

/** What one of three devices does next. Each may lose a race, lack a key or a right, or act on what has passed since. */
type Step = { readonly who: 0 | 1 | 2; readonly does: (typeof deeds)[number]; readonly whom: 0 | 1 | 2 };
const deeds = [
  'pulls',
  'pulls the organisation only',
  'pulls the record only',
  'writes',
  'writes',
  'writes the same again',
  'rotates the record',
  'rotates the team',
  'forgets',
  'accepts what is late',
  'removes',
  'loses and renews her key',
  'readmits something',
] as const;

const third = fc.constantFrom(0 as const, 1 as const, 2 as const);
const steps = fc.array(fc.record({ who: third, does: fc.constantFrom(...deeds), whom: third }), {
  minLength: 5,
  maxLength: 25,
});

type Story = { readonly desks: readonly [Desk, Desk, Desk]; readonly team: Bytes; readonly record: Bytes };

async function begin(): Promise<Story> {
  const ada = await found('Ada');
  const ben = await admit(ada, 'Ben', capabilities.administrator);
  const cleo = await admit(ada, 'Cleo', capabilities.forget);
  const team = await foundTeam(ada, [ada, ben, cleo]);
  await pull(ada, ben, cleo);
  const record = await openRecord(ada, [teamReader(ada, team)]);
  await write(ada, record, 'first');
  await pull(ben, cleo);
  return { desks: [ada, ben, cleo], team, record };
}

const again = saying('once and again', new Uint8Array(16));

/** Does a step as far as this device can. What it cannot do, it does not do: errors are a part of life here. */
async function take({ desks, team, record }: Story, { who, does, whom }: Step): Promise<void> {
  const desk = desks[who];
  const other = desks[whom];
  const { links } = chainOf(desk, record);
  const judgement = await judgementOf(desk, record);
  const holdsKey = judgement.epoch !== null && chainOf(desk, record).keys.has(toHex(judgement.epoch.hash));
  switch (does) {
    case 'pulls':
      return pull(desk);
    case 'pulls the organisation only':
      return pullOrganisation(desk);
    case 'pulls the record only':
      await pullRecord(desk, record);
      return;
    case 'writes':
      if (holdsKey) await write(desk, record, `by ${desk.name}`);
      return;
    case 'writes the same again':
      if (holdsKey) await write(desk, record, '', { body: again });
      return;
    case 'rotates the record': {
      const lists = (removal: Bytes): readonly Head[] | null => desk.cutLists.get(toHex(removal)) ?? null;
      const readers = [teamReader(desk, team)];
      const { device, log } = desk;
      const next = await nextEpochOf(device, log.skeleton, chainOf(desk, record), judgement, readers, lists);
      if (next.ok) await postEntry(desk, record, next.value);
      return;
    }
    case 'rotates the team': {
      const stale = staleTeams(skeletonOf(desk), desk.member.id);
      for (const one of stale) if (one.mine) await act(desk, [await rotation(desk, one.team)]);
      return;
    }
    case 'forgets': {
      const position = links.length - 1 - whom;
      const hash = links[position]?.hash;
      if (!holdsKey || hash === undefined) return;
      await postEntry(
        desk,
        record,
        await forgetting(desk, record, [{ type: 'entry', position, entry: hash }]),
      );
      return;
    }
    case 'accepts what is late': {
      const late = judgement.judged.find((one) => one.verdict.type === 'set-aside')?.link.hash;
      if (late !== undefined) await act(desk, [{ type: 'lateEntryAccepted', record, entry: late }]);
      return;
    }
    case 'removes':
      if (who !== whom) await remove(desk, [other]);
      return;
    case 'loses and renews her key':
      await renewMemberKey(desk);
      return;
    case 'readmits something': {
      const link = links[links.length - 1 - whom];
      if (!holdsKey || link === undefined || link.opened.type === 'readmission') return;
      const one = { hash: link.hash, displaced: link.bytes, epochs: [] };
      const epoch = await epochOf(desk, record);
      await postEntry(desk, record, await sealReadmission(desk.device, placeOf(desk, record), epoch, one));
      return;
    }
  }
}

const summary = ({ judged, effects, epoch, epochIsStale, forgotten }: Judgement) => ({
  judged: judged.map(({ link, verdict, inner }) => ({ hash: toHex(link.hash), verdict, inner })),
  effects,
  epoch: epoch === null ? null : toHex(epoch.hash),
  epochIsStale,
  forgotten,
});

/** A device of this person that gets both logs from the start, in pieces: so many of one, then so many of the other. */
async function arriving(
  desk: Desk,
  record: Bytes,
  pieces: readonly { readonly log: 'organisation' | 'record'; readonly count: number }[],
): Promise<{ readonly chain: Chain; readonly judgement: Judgement }> {
  const { organisation } = desk.shared;
  const entries = entriesOf(desk.shared, record);
  const [genesis] = organisation;
  let { log } = unwrap(await openOrganisationLog([genesis!], orgOf(desk), desk.member));
  let chain = emptyChain(orgOf(desk), record);
  const all = [
    ...pieces,
    { log: 'organisation' as const, count: 999 },
    { log: 'record' as const, count: 999 },
  ];
  for (const piece of all) {
    if (piece.log === 'organisation') {
      const from = log.links.length;
      const grown = await extendOrganisationLog(log, organisation.slice(from, from + piece.count));
      log = grown.log;
      chain = await reopenWaiting(chain, log.skeleton, log.keyring);
    } else {
      const from = chain.links.length;
      const fresh = entries.slice(from, from + piece.count);
      chain = (await extendChainBy(chain, fresh, log.skeleton, log.keyring)).chain;
    }
    // Judging in between must leave no trace.
    await judge(chain, log.skeleton);
  }
  return { chain, judgement: await judge(chain, log.skeleton) };
}

const pieces = fc.array(
  fc.record({
    log: fc.constantFrom('organisation' as const, 'record' as const),
    count: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 8 },
);

describe('whatever three devices do in whatever order', () => {
  it('is judged alike by all who hold the keys, however the two logs arrived [rule 1][fault 7]', async () => {
    await fc.assert(
      fc.asyncProperty(steps, pieces, pieces, async (taken, here, there) => {
        const story = await begin();
        for (const step of taken) await take(story, step);
        const { desks, team, record } = story;
        await pull(...desks);
        const members = membersOf(desks[0], team);
        const entries = entriesOf(desks[0].shared, record);
        const inTeam = desks.filter((desk) => members.includes(toHex(desk.member.id)));
        const views = [];
        for (const desk of inTeam) {
          const own = await judgementOf(desk, record);
          expect(own.judged).toHaveLength(entries.length);
          const fresh = await arriving(desk, record, here);
          expect(summary(fresh.judgement)).toEqual(summary(own));
          const other = await arriving(desk, record, there);
          expect(summary(other.judgement)).toEqual(summary(own));
          // Who holds the keys of every epoch that counts, sees what the others see.
          const holdsAll = own.judged.every(
            ({ link }) => link.opened.type !== 'epoch' || chainOf(desk, record).keys.has(toHex(link.hash)),
          );
          if (holdsAll) views.push(summary(own));
        }
        for (const view of views.slice(1)) expect(view).toEqual(views[0]);
      }),
      { numRuns: runs(40) },
    );
  });

  it('keeps from the removed what was sealed after their removal was seen, and each action counts once [rule 3][rule 9][fault 24]', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const story = await begin();
        for (const step of taken) await take(story, step);
        const { desks, record } = story;
        await pull(...desks);
        for (const desk of desks) {
          const { effects } = await judgementOf(desk, record);
          const actions = effects.map(({ device, body }) => `${toHex(device)} ${toHex(body.action)}`);
          expect(new Set(actions).size).toBe(actions.length);
          const ended = skeletonOf(desk).members.get(toHex(desk.member.id))?.endedAt ?? null;
          if (ended === null) continue;
          for (const { header, hash, opened } of chainOf(desk, record).links)
            if (opened.type === 'epoch' && header.orgPosition >= ended)
              expect(chainOf(desk, record).keys.has(toHex(hash))).toBe(false);
        }
      }),
      { numRuns: runs(25) },
    );
  });
});
