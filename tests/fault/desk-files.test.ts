import { openFile, stopUploads, uploadFiles } from '@leeward/workspace/desk/files.ts';
import { afterEach, describe, expect, it } from 'vitest';
import {
  altered,
  type Exchange,
  isPart,
  offline,
  swallowsAnswers,
  swallowsRequests,
} from '../support/hostile-relay.ts';
import { claim, type House, openHouse } from '../support/house.ts';
import { settle } from '../support/world.ts';

const houses: House[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.end();
});
const house = async (): Promise<House> => {
  const opened = await openHouse();
  houses.push(opened);
  return opened;
};

const MiB = 1024 * 1024;
/** Two parts and a bit. */
const content = crypto.getRandomValues(new Uint8Array(64 * 1024));
const long = new Uint8Array(2 * MiB + 300_000).map((_, index) => content[index % content.length] ?? 0);

/** A conversation with one attachment, as it stands at the first desk. */
async function withFile({ one, two, visitor, ask }: House) {
  const record = await ask();
  await visitor.sendFile(new File([long], 'letters.pdf', { type: 'application/pdf' }), 'The letters.');
  await settle([one, two]);
  const { state } = await one.request(record);
  const file = state.items.flatMap((item) => item.files)[0];
  if (file === undefined) throw new Error('no file');
  return { record, file };
}

const partNumber = ({ path }: Exchange): number => Number(path.split('/').at(-1));

describe('an attachment that the relay has tampered with', () => {
  it('[fault 53][rule 23] is not offered: altered, cut, swapped, doubled or longer than it was', async () => {
    const opened = await house();
    const { one, hostile } = opened;
    const { record, file } = await withFile(opened);
    const parts = new Map<number, Uint8Array<ArrayBuffer>>();
    hostile.does('one', async (exchange, next) => {
      const answer = await next();
      if (!isPart(exchange) || exchange.method !== 'GET') return answer;
      const bytes = new Uint8Array(await answer.arrayBuffer());
      parts.set(partNumber(exchange), bytes);
      return new Response(bytes, { status: answer.status });
    });
    const honest = await openFile(one.engine, record, file);
    expect(honest.ok && new Uint8Array(honest.value.bytes)).toEqual(long);
    const last = Math.max(...parts.keys());
    const part = (number: number): Uint8Array<ArrayBuffer> => parts.get(number) ?? new Uint8Array(0);
    const lies: readonly ((number: number) => Uint8Array<ArrayBuffer> | null)[] = [
      (number) => (number === 1 ? altered(part(1), 5000) : part(number)),
      (number) => (number === last ? null : part(number)),
      (number) => (number === last ? part(last).slice(0, -1) : part(number)),
      (number) => part(number === 0 ? 1 : number === 1 ? 0 : number),
      (number) => part(number === 1 ? 0 : number),
      (number) => (number === last ? new Uint8Array([...part(last), 0]) : part(number)),
      () => new Uint8Array(0),
    ];
    for (const lie of lies) {
      hostile.does('one', async (exchange, next) => {
        if (!isPart(exchange) || exchange.method !== 'GET') return next();
        const bytes = lie(partNumber(exchange));
        return bytes === null ? new Response(null, { status: 404 }) : new Response(bytes, { status: 200 });
      });
      expect((await openFile(one.engine, record, file)).ok).toBe(false);
    }
    hostile.behaves();
    expect((await openFile(one.engine, record, file)).ok).toBe(true);
  });

  it('[fault 52] is sent on from the part that was lost, over a line that breaks again and again', async () => {
    const { one, visitor, hostile, ask } = await house();
    const record = await ask();
    hostile.does('visitor', swallowsRequests(3, isPart), swallowsAnswers(2, isPart));
    await visitor.sendFile(new File([long], 'letters.pdf', { type: 'application/pdf' }), 'The letters.');
    hostile.behaves();
    const sent = hostile.asked.filter((exchange) => isPart(exchange) && exchange.method === 'PUT');
    // Each part once, and once more for each time that the line broke: never from the beginning.
    expect(sent).toHaveLength(3 + 5);
    await one.sync();
    const { state } = await one.request(record);
    const file = state.items.flatMap((item) => item.files)[0];
    if (file === undefined) throw new Error('no file');
    const opened = await openFile(one.engine, record, file);
    expect(opened.ok && new Uint8Array(opened.value.bytes)).toEqual(long);
  });

  it('[fault 54] cannot be recognised when it is sent twice: nothing that the relay keeps of the two is the same', async () => {
    const { one, two, visitor, visitAgain, hostile, ask } = await house();
    await ask();
    const again = await visitAgain();
    await again.ask('Somebody else, with the same papers.');
    for (const one of [visitor, again])
      await one.sendFile(new File([long], 'letters.pdf', { type: 'application/pdf' }));
    await settle([one, two]);
    const sent = hostile.asked.filter((exchange) => isPart(exchange) && exchange.method === 'PUT');
    const blobs = new Map<string, Exchange[]>();
    for (const exchange of sent) {
      const blob = exchange.path.split('/parts/')[0] ?? '';
      blobs.set(blob, [...(blobs.get(blob) ?? []), exchange]);
    }
    expect(blobs.size).toBe(2);
    const [first, second] = [...blobs.values()].map((parts) => parts.map(({ body }) => Buffer.from(body)));
    expect(first?.map((part) => part.length)).toEqual(second?.map((part) => part.length));
    for (const part of first ?? []) {
      // Not one block of sixteen bytes stands in both.
      const pieces = new Set<string>();
      for (let at = 0; at + 16 <= part.length; at += 16) pieces.add(part.toString('latin1', at, at + 16));
      for (const other of second ?? [])
        for (let at = 0; at + 16 <= other.length; at += 16)
          expect(pieces.has(other.toString('latin1', at, at + 16))).toBe(false);
    }
  });

  it('[fault 14] of a reply keeps a desk’s words where the relay refuses the file', async () => {
    const { one, two, hostile, ask } = await house();
    const record = await ask();
    await one.act(claim(record));
    const guest = (await one.request(record)).state.guests[0];
    hostile.does('one', async (exchange, next) =>
      isPart(exchange) && exchange.method === 'PUT'
        ? new Response('{"code":"quota"}', { status: 413 })
        : next(),
    );
    const refused = await uploadFiles(one.engine, guest?.mailbox ?? '', [new File([content], 'answer.txt')]);
    expect(refused.ok).toBe(false);
    hostile.behaves();
    const sent = await uploadFiles(one.engine, guest?.mailbox ?? '', [new File([content], 'answer.txt')]);
    if (!sent.ok) throw new Error('not sent');
    await one.act({ record, command: 'reply', args: { text: 'With a file.', ...sent.value } });
    await settle([one, two]);
    expect((await one.request(record)).pending).toEqual([]);
    expect((await two.request(record)).state.sent.at(-1)?.files).toHaveLength(1);
  });
});

describe('a file that waits for a line', () => {
  it('can be let go by whoever sends it, and nothing of it is sent', async () => {
    const opened = await house();
    const { one, hostile } = opened;
    const asked = new Promise<void>((resolve) => {
      hostile.does('one', (exchange, next) => {
        resolve();
        return offline(exchange, next);
      });
    });
    const sending = uploadFiles(one.engine, null, [new File(['letters'], 'letters.txt')]);
    await asked;
    stopUploads(one.engine);
    expect(await sending).toEqual({ ok: false, error: { code: 'stopped' } });
    hostile.behaves('one');
    // What comes after is not ended with it.
    expect(await uploadFiles(one.engine, null, [new File(['letters'], 'letters.txt')])).toMatchObject({
      ok: true,
    });
  });
});
