import { endSheet } from '@leeward/domain/sheet/rules.ts';
import { readSheetLink } from '@leeward/sealed-log/door/sheet-link.ts';
import { decode, encode, mailboxPage, page as pageCodec, toBase64url } from '@leeward/sealed-log/wire';
import { mailboxOf } from '@leeward/workspace/door/mailbox.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { type Deed, type HostileRelay, hostileRelay, isItem, isPull } from '../support/hostile-relay.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';
import { relayFetch } from '../support/relay-fetch.ts';
import { answerLink, asked, caseAt, day, readLink, sendSheet } from '../support/sheet-story.ts';

/* Question sheets over a relay that lies: caught, or without harm. */

const open: (TestDesk | TestRelay)[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await ('end' in one ? one.end() : one.stop());
});

const id = (number: number): string => number.toString(16).padStart(32, '0');
const bytesIn = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());

async function begun(now: () => number = Date.now) {
  const relay = await startTestRelay();
  const hostile = hostileRelay(relayFetch(relay.address));
  const desk = await openDesk(relay, { now, fetch: hostile.of('desk') });
  open.push(relay, desk);
  const { record } = await caseAt(desk, relay);
  return { relay, hostile, desk, record };
}

const reader = (relay: TestRelay, hostile: HostileRelay, link: string) =>
  readLink(relay, link, { fetch: hostile.of('page') });
const answersOf = async (desk: TestDesk, record: string, sheet = id(1)) =>
  (await desk.call('case', { record })).state.parts.sheet.get(sheet)?.answers ?? [];
const isMailbox: (exchange: Parameters<Deed>[0]) => boolean = ({ path }) => path.includes('/mailboxes/');

/** Changes the pages of a mailbox on their way. */
const changesMailbox =
  (change: (page: ReturnType<typeof readPage>) => ReturnType<typeof readPage>): Deed =>
  async (exchange, next) => {
    const answer = await next();
    if (!isMailbox(exchange) || !answer.ok) return answer;
    return new Response(encode(mailboxPage, change(readPage(await bytesIn(answer)))));
  };
function readPage(bytes: Uint8Array<ArrayBuffer>) {
  const read = decode(mailboxPage, bytes);
  if (!read.ok) throw new Error('no page');
  return read.value;
}

describe('a relay that changes what a sheet asks', () => {
  it('[rule 16] [rule 18] gets nothing shown: not a byte of the questions, no other sheet’s, no stranger’s word', async () => {
    const { relay, hostile, desk, record } = await begun();
    const link = await sendSheet(desk, record, id(1), asked(Date.now()));
    const other = await sendSheet(desk, record, id(2), asked(Date.now()));
    const theirs: ReturnType<typeof readPage>[] = [];
    hostile.does(
      'other',
      changesMailbox((page) => {
        theirs.push(page);
        return page;
      }),
    );
    await readLink(relay, other, { fetch: hostile.of('other') }).open();
    const lies: readonly ((page: ReturnType<typeof readPage>) => ReturnType<typeof readPage>)[] = [
      (page) => ({ ...page, replies: theirs[0]?.replies ?? [] }),
      (page) => ({
        ...page,
        replies: page.replies.map((one) => {
          const bytes = one.reply.bytes.slice();
          bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
          return { ...one, reply: { ...one.reply, bytes } };
        }),
      }),
      // Signed by the device, and said to be of somebody who may not answer today.
      (page) => ({ ...page, replies: page.replies.map((one) => ({ ...one, index: 0xffffffff, path: [] })) }),
    ];
    for (const lie of lies) {
      hostile.does('page', changesMailbox(lie));
      expect(await reader(relay, hostile, link).open()).toMatchObject({ error: { code: 'untrusted' } });
    }
    hostile.does(
      'page',
      changesMailbox((page) => ({ ...page, replies: [] })),
    );
    expect(await reader(relay, hostile, link).open()).toMatchObject({ error: { code: 'empty' } });
    hostile.behaves();
    expect((await reader(relay, hostile, link).open()).ok).toBe(true);
  });

  it('cannot learn from the answer which sheet it read: an answer names the very questions that it answers', async () => {
    const { relay, hostile, desk, record } = await begun();
    const link = await sendSheet(desk, record, id(1), asked(Date.now()));
    const found = await reader(relay, hostile, link).open();
    if (!found.ok) throw new Error(found.error.code);
    // As if another page had been read under this link.
    const forged = { ...found.value, hash: new Uint8Array(32) };
    const page = reader(relay, hostile, link);
    expect((await page.answer(forged).send(page.sending)).ok).toBe(true);
    await desk.until('cases', {}, ([one]) => one?.sheets?.unread === 1);
    expect((await answersOf(desk, record))[0]).toMatchObject({ standing: 'other' });
  });
});

describe('a relay that plays with answers', () => {
  it('[rule 21] that swallows one, or forges its receipt, is never said to have it', async () => {
    const { relay, hostile, desk, record } = await begun();
    const link = await sendSheet(desk, record, id(1), asked(Date.now()));
    const page = reader(relay, hostile, link);
    const found = await page.open();
    if (!found.ok) throw new Error(found.error.code);
    const answer = page.answer(found.value);
    const lies: readonly Deed[] = [
      async (exchange, next) => (isItem(exchange) ? new Response(null, { status: 201 }) : next()),
      async (exchange, next) =>
        isItem(exchange) ? new Response(new Uint8Array(200), { status: 201 }) : next(),
      async (exchange, next) => {
        if (!isItem(exchange)) return next();
        const body = {
          type: 'urn:leeward:problem:head-moved',
          code: 'head-moved',
          status: 409,
          title: '',
          head: null,
        };
        return Response.json(body, { status: 409, headers: { 'Content-Type': 'application/problem+json' } });
      },
    ];
    for (const lie of lies) {
      hostile.does('page', lie);
      const sent = await answer.send({ ...page.sending, signal: AbortSignal.timeout(300) });
      expect(sent.ok).toBe(false);
    }
    hostile.behaves();
    // The very same bytes, once the relay takes them: they arrive once.
    expect((await answer.send(page.sending)).ok).toBe(true);
    await desk.until('cases', {}, ([one]) => one?.sheets?.unread === 1);
    expect(await answersOf(desk, record)).toHaveLength(1);
  });

  it('[fault 39] that loses the acknowledgement gets one answer, not two', async () => {
    const { relay, hostile, desk, record } = await begun();
    const link = await sendSheet(desk, record, id(1), asked(Date.now()));
    let lost = 2;
    hostile.does('page', async (exchange, next) => {
      const answer = await next();
      if (!isItem(exchange) || lost === 0) return answer;
      lost -= 1;
      throw new TypeError('fetch failed');
    });
    await answerLink(relay, link, {}, { fetch: hostile.of('page') });
    await desk.until('cases', {}, ([one]) => one?.sheets?.unread === 1);
    expect(await answersOf(desk, record)).toHaveLength(1);
  });

  it('[rule 16] that puts one answer in the place of another gives each sheet its own, and only once', async () => {
    const { relay, hostile, desk, record } = await begun();
    const first = await sendSheet(desk, record, id(1), asked(Date.now()));
    const second = await sendSheet(desk, record, id(2), asked(Date.now()));
    let replayed: Uint8Array<ArrayBuffer> = new Uint8Array(0);
    hostile.does('desk', async (exchange, next) => {
      const answer = await next();
      if (!isPull(exchange) || !answer.ok) return answer;
      const bytes = await bytesIn(answer);
      const read = decode(pageCodec, bytes);
      const item = read.ok ? read.value.rows.find(({ kind }) => kind === 2) : undefined;
      if (item !== undefined) replayed = item.bytes;
      return new Response(bytes);
    });
    await answerLink(relay, first);
    await desk.until('cases', {}, ([one]) => one?.sheets?.unread === 1);
    hostile.does('desk', async (exchange, next) => {
      const answer = await next();
      if (!isPull(exchange) || !answer.ok) return answer;
      const read = decode(pageCodec, await bytesIn(answer));
      if (!read.ok) throw new Error('no page');
      // The first answer, as the desk has it already, in the place of whatever is new.
      const rows = read.value.rows.map((row) =>
        row.kind === 2 && replayed.length > 0 ? { ...row, bytes: replayed } : row,
      );
      return new Response(encode(pageCodec, { ...read.value, rows }));
    });
    await answerLink(relay, second, { answers: Array(2).fill({ answer: 'no', words: '' }) });
    await new Promise((resume) => setTimeout(resume, 500));
    expect((await answersOf(desk, record, id(1))).length).toBe(1);
    hostile.behaves();
    await desk.call('addNote', { record, text: 'Honest again.' });
    await desk.until('cases', {}, ([one]) => one?.sheets?.unread === 2);
    expect((await answersOf(desk, record, id(1)))[0]?.message?.answers[0]?.answer).toBe('yes');
    expect((await answersOf(desk, record, id(2)))[0]?.message?.answers[0]?.answer).toBe('no');
  });

  it('that keeps one back keeps it back, and nothing else: it arrives with the first honest round', async () => {
    const { relay, hostile, desk, record } = await begun();
    const link = await sendSheet(desk, record, id(1), asked(Date.now()));
    hostile.does('desk', async (exchange, next) => {
      const answer = await next();
      if (!isPull(exchange) || !answer.ok) return answer;
      const read = decode(pageCodec, await bytesIn(answer));
      if (!read.ok) throw new Error('no page');
      const at = read.value.rows.findIndex(({ kind }) => kind === 2);
      const rows = at < 0 ? read.value.rows : read.value.rows.slice(0, at);
      return new Response(
        encode(pageCodec, { ...read.value, rows, next: rows.at(-1)?.sequence ?? 0, more: 0 }),
      );
    });
    await answerLink(relay, link);
    await new Promise((resume) => setTimeout(resume, 300));
    expect(await answersOf(desk, record)).toEqual([]);
    hostile.behaves();
    await desk.call('addNote', { record, text: 'Still waiting.' });
    await desk.until('cases', {}, ([one]) => one?.sheets?.unread === 1);
  });
});

describe('a relay that goes on after the end', () => {
  const servesAll =
    (kept: Map<string, Uint8Array<ArrayBuffer>>): Deed =>
    async (exchange, next) => {
      if (!isMailbox(exchange)) return next();
      const answer = await next();
      if (!answer.ok) return new Response(kept.get('page') ?? null, { status: 200 });
      const bytes = await bytesIn(answer);
      kept.set('page', bytes);
      return new Response(bytes);
    };

  it('shows the questions to whoever holds the link, and the desk lets no answer count that comes after it', async () => {
    const { relay, hostile, desk, record } = await begun();
    const link = await sendSheet(desk, record, id(1), asked(Date.now()));
    hostile.does('page', servesAll(new Map()));
    const page = reader(relay, hostile, link);
    expect((await page.open()).ok).toBe(true);
    // The relay does not keep the end: it is never told.
    hostile.does('desk', async (exchange, next) =>
      exchange.path.endsWith('/end') ? new Response(null, { status: 204 }) : next(),
    );
    await desk.call('actOnCase', { record, events: [endSheet(id(1), '')], form: null });
    await desk.until('case', { record }, (view) => view.pending.length === 0);
    const again = await page.open();
    if (!again.ok) throw new Error('the hostile relay serves it');
    expect((await page.answer(again.value).send(page.sending)).ok).toBe(true);
    await desk.until('cases', {}, ([one]) => one?.sheets?.unread === 1);
    expect((await answersOf(desk, record))[0]).toMatchObject({ standing: 'ended', counted: null });
  });

  it('is not believed by the page, which reads the last day from inside the seal', async () => {
    const { relay, hostile, desk, record } = await begun();
    const link = await sendSheet(desk, record, id(1), asked(Date.now(), { until: Date.now() + 2 * day }));
    const late = readLink(relay, link, { fetch: hostile.of('page'), now: () => Date.now() + 3 * day });
    expect(await late.open()).toMatchObject({ ok: false, error: { code: 'ended' } });
  });

  it('says “ended” of a sheet that is not: the page says so, and no answer is lost that was sent', async () => {
    const { relay, hostile, desk, record } = await begun();
    const link = await sendSheet(desk, record, id(1), asked(Date.now()));
    hostile.does('page', async (exchange, next) => {
      if (!isMailbox(exchange)) return next();
      const body = { type: 'urn:leeward:problem:ended', code: 'ended', status: 410, title: '' };
      return Response.json(body, { status: 410, headers: { 'Content-Type': 'application/problem+json' } });
    });
    expect(await reader(relay, hostile, link).open()).toMatchObject({ error: { code: 'ended' } });
    hostile.behaves();
    expect((await reader(relay, hostile, link).open()).ok).toBe(true);
  });
});

describe('what the relay sees of a sheet', () => {
  it('is a mailbox with an hour, and nothing of what is asked, by whom, of whom or in which case [invariant 4]', async () => {
    const { relay, hostile, desk, record } = await begun();
    const link = await sendSheet(desk, record, id(1), asked(Date.now(), { word: 'blue heron' }));
    await answerLink(relay, link, { word: 'blue heron' }, { fetch: hostile.of('page') });
    const secret = readSheetLink(link.slice(link.indexOf('#')))?.secret ?? new Uint8Array(16);
    const told = hostile.asked.map(({ path, query, headers, body }) =>
      [path, String(query), ...[...headers].flat(), Buffer.from(body).toString('latin1')].join(' '),
    );
    const canaries = [
      'Synthetic Name',
      'blue heron',
      'village',
      'know_work',
      'notes.html',
      toBase64url(secret),
      id(1),
    ];
    for (const canary of canaries)
      expect(
        told.filter((one) => one.includes(canary)),
        canary,
      ).toEqual([]);
    const { id: mailbox } = await mailboxOf(
      secret,
      readSheetLink(link.slice(link.indexOf('#')))?.door.org ?? secret,
    );
    const posts = hostile.asked.filter(({ headers }) => headers.has('leeward-until'));
    expect(posts).toHaveLength(1);
    expect(Number(posts[0]?.headers.get('leeward-until'))).toBeGreaterThan(Date.now() / 3_600_000);
    expect(hostile.asked.some(({ path }) => path.includes(toBase64url(mailbox)))).toBe(true);
  });
});
