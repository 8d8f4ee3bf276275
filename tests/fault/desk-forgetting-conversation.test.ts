import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeBackup } from '@leeward/relay/backup/backup.ts';
import { restoreBackup } from '@leeward/relay/backup/restore.ts';
import { verifyStore } from '@leeward/relay/backup/verify.ts';
import { openStore } from '@leeward/relay/storage/open.ts';
import { decode, encode, fromHex, page, tombstone } from '@leeward/sealed-log/wire';
import { forgetConversation } from '@leeward/workspace/desk/forget-conversation.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { holds } from '../support/forgetting.ts';
import { type House, openHouse, reply } from '../support/house.ts';
import { settle } from '../support/world.ts';

const houses: House[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.end();
});

/** A conversation with two items of hers, an attachment, and an answer that she has read. */
async function talked() {
  const house = await openHouse();
  houses.push(house);
  const { one, two, visitor, ask } = house;
  const record = await ask();
  const photo = new File([new Uint8Array(3000).fill(7)], 'photo.png', { type: 'image/png' });
  await visitor.sendFile(photo, 'A photo.');
  await settle([one, two]);
  await two.act({ record, command: 'claim', args: {} });
  await two.act(reply(record, 'We have read it.'));
  await settle([one, two]);
  await visitor.readUntil(({ replies }) => replies.some((each) => each.message?.type === 'reply'));
  const [[mailbox = '', items = []] = []] = [...one.engine.inbox];
  const sealed = items.map((item) => item.verified.item.sealed);
  const rows = await rowsOf(one);
  const ours = rows.filter((row) => row.kind === 3).map((row) => row.bytes.slice(-200, -64));
  return { ...house, record, mailbox, sealed, ours };
}

/** What the relay shows a desk, from the first row on. */
async function rowsOf({ engine }: House['one']) {
  const answer = await engine.client.rows(engine.organisation.skeleton.org, 0, 4096, engine.signer);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.rows;
}

async function onDisk(folder: string, parts: readonly Uint8Array[]): Promise<boolean> {
  const store = await openStore({ data: folder, database: 'sqlite', databaseMaxBytes: null });
  try {
    const rows = await store.db.selectFrom('rows').select(['signed', 'body']).execute();
    return rows.some((row) =>
      parts.some((part) =>
        [row.signed, row.body].some(
          (bytes) => bytes !== null && Buffer.from(bytes).includes(Buffer.from(part)),
        ),
      ),
    );
  } finally {
    await store.close();
  }
}

describe('a conversation that the team has forgotten', () => {
  it('[rule 23] leaves nothing of her items and our replies on the server, and no hole in its rows [invariant 14]', async () => {
    const { one, two, relay, record, mailbox, sealed, ours, backUp } = await talked();
    expect([sealed.length, ours.length > 0]).toEqual([2, true]);
    const before = await rowsOf(one);
    expect(await forgetConversation(two.engine, record)).toMatchObject({ error: { code: 'refused' } });
    expect(await forgetConversation(one.engine, record)).toEqual({ ok: true, value: null });
    await settle([one, two]);
    const rows = await rowsOf(one);
    expect(rows.map((row) => row.sequence)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.filter((row) => row.kind === 4)).toHaveLength(before.filter((row) => row.kind > 1).length);
    expect(rows.some((row) => row.kind === 2 || row.kind === 3)).toBe(false);
    for (const desk of [one, two]) {
      expect(desk.engine.forgottenMailboxes.has(mailbox)).toBe(true);
      for (const part of [...sealed, ...ours]) expect(holds(desk, part)).toBe(false);
      expect(desk.alerts().filter(({ kind }) => kind !== 'recoveryNone')).toEqual([]);
    }
    // A desk that begins anew finds nothing missing either.
    const again = await two.reopened();
    again.engine.cursor = 0;
    again.engine.mark = '';
    await again.sync();
    expect(again.alerts().filter(({ kind }) => kind !== 'recoveryNone')).toEqual([]);
    const data = join(relay.folder, 'data');
    await (await backUp())();
    expect(await onDisk(data, [...sealed, ...ours])).toBe(false);
    const store = await openStore({ data, database: 'sqlite', databaseMaxBytes: null });
    expect(await verifyStore(store, data)).toEqual([]);
    expect(await store.db.selectFrom('blobs').selectAll().execute()).toEqual([]);
    await store.close();
    again.stop();
  });

  it('[rule 20] is said at the door for what it is: deleted by the team, when, and that nothing more can be sent there', async () => {
    const { one, two, record, visitor, hostile } = await talked();
    const before = await visitor.read();
    expect(before.forgotten).toBeNull();
    expect(await forgetConversation(one.engine, record)).toEqual({ ok: true, value: null });
    await settle([one, two]);
    const after = await visitor.read();
    expect(after).toMatchObject({ own: [], replies: [], gaps: [], ownMissing: 0, forked: false });
    expect(after.forgotten?.byTeam).toBe(true);
    expect(Math.abs((after.forgotten?.at ?? 0) - Date.now())).toBeLessThan(2 * 3600_000);
    await expect(visitor.write('Are you there?')).rejects.toThrow('forgotten');
    // A server that only says so is not believed more than it deserves.
    const lies: readonly ((bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> | null)[] = [
      () => null,
      (bytes) => bytes.slice(0, -1),
      ...[20, 150, 260, 290, 350].map((at) => (bytes: Uint8Array<ArrayBuffer>) => {
        const other = bytes.slice();
        other[at] = (other[at] ?? 0) ^ 1;
        return other;
      }),
    ];
    for (const lie of lies) {
      hostile.does('visitor', async (exchange, next) => {
        const answer = await next();
        if (!exchange.path.endsWith('/forgotten')) return answer;
        const bytes = lie(new Uint8Array(await answer.arrayBuffer()));
        return bytes === null ? new Response(null, { status: 404 }) : new Response(bytes, { status: 200 });
      });
      expect((await visitor.read()).forgotten).toEqual({ byTeam: false, at: null });
    }
  });

  it('[rule 2][fault 16] does not come back with an older backup: it is forgotten again before anything is served', async () => {
    const { one, two, relay, record, mailbox, sealed, ours } = await talked();
    const at = (name: string): string => join(relay.folder, name);
    const running = await openStore({ data: at('data'), database: 'sqlite', databaseMaxBytes: null });
    await makeBackup(at('data'), at('backup'), running.copyTo);
    await running.close();
    expect(await forgetConversation(one.engine, record)).toEqual({ ok: true, value: null });
    await settle([one, two]);
    await relay.stop();
    const restored = await restoreBackup(at('backup'), at('restored'), join(at('data'), 'forgets.journal'));
    expect(restored.ok && restored.value.findings).toEqual([]);
    expect(await onDisk(at('restored'), [...sealed, ...ours])).toBe(false);
    rmSync(at('data'), { recursive: true });
    cpSync(at('restored'), at('data'), { recursive: true });
    const again = await relay.again({ port: relay.address.port });
    await settle([one, two]);
    const rows = await rowsOf(two);
    expect(rows.some((row) => row.kind === 2 || row.kind === 3)).toBe(false);
    expect(two.engine.forgottenMailboxes.has(mailbox)).toBe(true);
    await again.stop();
  });

  it('[fault 1] and nothing else is believed gone: what the server alone calls forgotten is said to be missing', async () => {
    const { two, hostile, mailbox } = await talked();
    const [first] = two.engine.inbox.get(mailbox) ?? [];
    const id = fromHex(mailbox);
    if (first === undefined || !id.ok) throw new Error('an item');
    const left = { log: 3 as const, mailbox: id.value, position: 0, hash: first.verified.hash };
    hostile.does('two', async (exchange, next) => {
      const answer = await next();
      if (!exchange.path.endsWith('/rows')) return answer;
      const read = decode(page, new Uint8Array(await answer.arrayBuffer()));
      if (!read.ok) return answer;
      const rows = read.value.rows.map((row) =>
        row.kind === 2 ? { ...row, kind: 4 as const, bytes: encode(tombstone, left) } : row,
      );
      return new Response(encode(page, { ...read.value, rows }), { status: 200 });
    });
    // A device that never had them.
    two.engine.inbox.clear();
    await two.store.dropRows(`i:${mailbox}`, 0);
    two.engine.cursor = 0;
    two.engine.mark = '';
    await two.sync();
    expect(two.alerts('missingFromHer')).toMatchObject([{ record: mailbox, details: { count: 1 } }]);
    const again = await two.reopened();
    await again.sync();
    expect(again.alerts('missingFromHer')).toHaveLength(1);
    again.stop();
  });
});
