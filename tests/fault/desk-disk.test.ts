import { sealEntry } from '@leeward/sealed-log/log/seal.ts';
import { contentBody, toHex } from '@leeward/sealed-log/wire';
import { openRecord } from '@leeward/workspace/desk/records.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { minute } from '../support/engine-desk.ts';
import { altered } from '../support/hostile-relay.ts';
import { copyWorld, makeWorld, note, notesOf, sameEverywhere, settle, type World } from '../support/world.ts';

let made: World;
beforeAll(async () => {
  made = await makeWorld();
});

const later = 6 * minute;

describe('a device whose disk was changed', () => {
  it('[fault 28][rule 5] shows no forged note: the signature fails, the rest stays open, and the true one comes back', async () => {
    const world = copyWorld(made);
    const { one, three } = world;
    // She holds the key of the record, and so could write in anybody's name but for the signature.
    const view = await openRecord(three.engine, world.case);
    const last = view.chain.links.at(-1);
    const epoch = view.judgement.epoch;
    const key = epoch === null ? undefined : view.chain.keys.get(toHex(epoch.hash));
    if (last === undefined || epoch === null || key === undefined) throw new Error('no note');
    const { header } = last;
    const forger = { ...three.engine.keys.device, signingKey: one.engine.keys.device.signingKey };
    const place = {
      org: header.org,
      record: header.record,
      position: header.position,
      prev: header.prev,
      orgPosition: header.orgPosition,
      orgHead: header.orgHead,
    };
    const forged = await sealEntry(
      forger,
      place,
      { hash: epoch.hash, key },
      {
        form: 1,
        clear: new Uint8Array(0),
        codec: contentBody,
        body: {
          action: new Uint8Array(16),
          claimedTime: 0,
          events: JSON.stringify([{ type: 'NoteWritten', v: 1, text: 'Forged in the name of another.' }]),
          quoted: [],
        },
      },
    );
    three.store.tamper(`r:${world.case}`, header.position, () => forged.bytes);
    const again = await three.reopened();
    const texts = await notesOf(again, world.case);
    expect(texts).not.toContain('Forged in the name of another.');
    expect(texts).toHaveLength(2);
    expect(again.alerts('notInChain')).toMatchObject([
      { record: world.case, details: { why: 'bad-signature', position: header.position } },
    ]);
    await again.sync();
    expect(again.alerts('notInChain')).toEqual([]);
    expect(await sameEverywhere([one, again], world.case)).toBe(true);
    const night = await again.reopened();
    expect(night.alerts()).toEqual([]);
    expect(await notesOf(night, world.case)).toHaveLength(3);
  });

  it('[fault 28] anywhere: every row, one after the other, is found out and comes back from the relay', async () => {
    for (const log of ['o', `r:${made.case}`]) {
      const rows = await made.three.store.rowsOf(log);
      for (const position of rows.keys()) {
        const world = copyWorld(made);
        const { one, three, clock } = world;
        three.store.tamper(log, position, (bytes) => altered(bytes, Math.floor(bytes.length / 2)));
        const again = await three.reopened();
        // Lists may come from a cache; what a person opens is verified before it is shown.
        await again.chain(world.case);
        await again.sync();
        clock.now += later;
        await again.sync();
        expect(await sameEverywhere([one, again], world.case)).toBe(true);
        expect(again.engine.organisation.links).toHaveLength(one.engine.organisation.links.length);
        await again.act(note(world.case, 'Still at work.'));
        expect((await again.case(world.case)).pending).toEqual([]);
        const repaired = await again.store.rowsOf(log);
        expect(repaired.slice(0, rows.length)).toEqual(rows);
      }
    }
  });

  it('[fault 28] in what it keeps for itself: it is made anew, and work goes on', async () => {
    for (const { name } of await made.three.store.values('')) {
      if (name === 'vault') continue;
      const fresh = copyWorld(made);
      await fresh.three.store.put(name, crypto.getRandomValues(new Uint8Array(40)));
      const again = await fresh.three.reopened();
      await again.sync();
      await again.act(note(made.case, `After ${name} was broken.`));
      expect((await again.case(made.case)).pending).toEqual([]);
      await settle([fresh.one, again]);
      expect(await notesOf(fresh.one, made.case)).toContain(`After ${name} was broken.`);
    }
  });
});
