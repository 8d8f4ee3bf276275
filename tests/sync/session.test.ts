import { randomBytes, toHex } from '@leeward/sealed-log/wire';
import { afterEach, describe, expect, it } from 'vitest';
import { foundAt, openDesk, passphrase, type TestDesk, teamOf } from '../support/desk.ts';
import { answers, type HostileRelay, hostileRelay, isPull, offline } from '../support/hostile-relay.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';
import { relayFetch } from '../support/relay-fetch.ts';

const open: (TestDesk | TestRelay)[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await ('end' in one ? one.end() : one.stop());
});

type House = {
  readonly relay: TestRelay;
  readonly hostile: HostileRelay;
  readonly desk: TestDesk;
  readonly record: string;
};

/** A whole session over a real relay, with the hostile layer between, and a case that is confirmed. */
async function house(): Promise<House> {
  const relay = await startTestRelay();
  const hostile = hostileRelay(relayFetch(relay.address));
  const desk = await openDesk(relay, { fetch: hostile.of('desk') });
  open.push(relay, desk);
  const view = await foundAt(desk, relay);
  const { case: record } = await desk.call('openCase', {
    record: toHex(randomBytes(32)),
    pseudonym: 'Alder',
    teams: [teamOf(view, 'protection')],
    urgent: true,
  });
  await desk.until('cases', {}, (cases) => cases.some((one) => one.record === record));
  await desk.until('case', { record }, (file) => file.pending.length === 0);
  return { relay, hostile, desk, record };
}

describe('a session', () => {
  it('keeps unsent work over lock and unlock, and sends it when the line is back', async () => {
    const { hostile, desk, record } = await house();
    hostile.does('desk', offline);
    await desk.call('addNote', { record, text: 'Written without a line.' });
    const pending = (await desk.call('case', { record })).pending;
    expect(pending).toMatchObject([{ text: 'Written without a line.', delivery: 'kept' }]);
    await desk.call('lock', {});
    expect(await desk.attempt('case', { record })).toMatchObject({ ok: false, error: { code: 'locked' } });
    await desk.call('unlock', { passphrase });
    const view = await desk.until('session', {}, (session) => session.type === 'open');
    expect(view.type === 'open' && view.unsent).toBeGreaterThan(0);
    expect((await desk.call('case', { record })).pending).toHaveLength(1);
    await desk.call('lock', {});
    hostile.behaves();
    await desk.call('unlock', { passphrase });
    const file = await desk.until('case', { record }, (seen) => seen.pending.length === 0);
    expect(file.state.notes.map((note) => note.text)).toEqual(['Written without a line.']);
  });

  it('[fault 14] keeps what a person writes at once, while the relay does not answer at all', async () => {
    const { hostile, desk, record } = await house();
    let hanging = 0;
    hostile.does(
      'desk',
      answers(isPull, ({ signal }) => {
        hanging += 1;
        return new Promise((_done, failed) => {
          signal?.addEventListener('abort', () => failed(new TypeError('aborted')), { once: true });
        });
      }),
    );
    await desk.call('addNote', { record, text: 'The first.' });
    await expect.poll(() => hanging).toBeGreaterThan(0);
    // A round hangs in the relay now; nothing of the person's own waits for it.
    for (const text of ['The second.', 'The third.']) await desk.call('addNote', { record, text });
    expect((await desk.call('case', { record })).pending.map((one) => one.text)).toEqual([
      'The first.',
      'The second.',
      'The third.',
    ]);
    expect(hanging).toBe(1);
    await desk.call('lock', {});
    hostile.behaves();
    await desk.call('unlock', { passphrase });
    const file = await desk.until('case', { record }, (seen) => seen.pending.length === 0);
    expect(file.state.notes.map((note) => note.text)).toEqual(['The first.', 'The second.', 'The third.']);
  });

  it('[fault 14] does not run after a relay that announces rows without end', async () => {
    const { hostile, desk, record } = await house();
    let number = 1_000_000;
    hostile.does(
      'desk',
      answers(
        ({ path }) => path.endsWith('/live'),
        () => {
          const text = new TextEncoder();
          const body = new ReadableStream<Uint8Array>({
            pull: async (controller) => {
              number += 1;
              controller.enqueue(text.encode(`event: rows\ndata: ${number}\n\n`));
              await new Promise((resume) => setTimeout(resume, 1));
            },
          });
          return new Response(body, { status: 200 });
        },
      ),
    );
    await desk.call('lock', {});
    await desk.call('unlock', { passphrase });
    await desk.until('session', {}, (session) => session.type === 'open');
    const before = number;
    await expect.poll(() => number - before, { timeout: 20_000 }).toBeGreaterThan(500);
    // Hundreds of announcements, and a handful of rounds.
    const pulls = hostile.asked.filter(isPull).length;
    await expect.poll(() => number - before, { timeout: 20_000 }).toBeGreaterThan(800);
    expect(hostile.asked.filter(isPull).length - pulls).toBeLessThan(30);
    await desk.call('addNote', { record, text: 'Work goes on.' });
    await desk.until('case', { record }, (seen) => seen.pending.length === 0);
  });
});
