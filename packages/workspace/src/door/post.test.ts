import { randomBytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { unwrap } from '@leeward/sealed-log/crypto/result.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { createPatience } from '../transport/patience.ts';
import { openFile, type ReadyFile, readyFile } from './files.ts';
import { createPost, type Post } from './post.ts';
import { messageItems, requestItems } from './request.ts';
import { talkLines } from './talk.ts';
import { answer, boxOf, type DoorStory, doorStory, readByTeam, TODAY } from './testing/door-story.ts';
import { lostLine, problem } from './testing/memory-relay.ts';
import { draft, readingsOf, type Visitor, visitor } from './testing/visitor.ts';

let story: DoorStory;
let her: Visitor;
let post: Post;
beforeEach(async () => {
  story = await doorStory();
  her = await visitor(story);
  post = newPost();
});

function newPost(): Post {
  const { door, mailbox } = her;
  const { reader } = her.page();
  return createPost({ door, mailbox, client: story.client, reader, now: () => TODAY * 1000, firstWait: 1 });
}

const file = (name: string, length: number): ReadyFile => ({
  content: new Blob([randomBytes(length)], { type: 'application/pdf' }),
  name,
  hidden: 'unknown',
});
const blobsRead = async () =>
  (
    await readByTeam(
      story,
      boxOf(story).items.map(({ item }) => item),
    )
  ).flatMap(({ blobs }) => blobs);

describe('sending words and files', () => {
  it('sends the words first and then the files, all in definite states, and the team opens the same bytes', async () => {
    post.addWords(requestItems(draft));
    const photo = file('letter.pdf', 1_500_000);
    post.addFiles([photo, file('second.pdf', 10)]);
    const seen = new Set<string>();
    post.subscribe(() => {
      const { step, items, files } = post.view();
      seen.add(`${step} ${items.map(({ state }) => state)} ${files.map(({ state }) => state)}`);
    });
    await post.run();
    expect(post.view()).toMatchObject({
      step: 'done',
      items: [{ state: 'stored' }, { state: 'stored' }],
      files: [{ state: 'stored', done: 2, total: 2 }, { state: 'stored' }],
    });
    expect([...seen]).toContain('files stored sending,waiting');
    expect(await readingsOf(story)).toMatchObject([
      { type: 'request' },
      { type: 'add', files: [{ hidden: 'unknown' }, { hidden: 'unknown' }] },
    ]);
    const [reference] = await blobsRead();
    const patience = createPatience({ first: 1 });
    const opened = unwrap(await openFile(story.client, her.mailbox, reference!, patience));
    expect(new Uint8Array(await opened.arrayBuffer())).toEqual(
      new Uint8Array(await photo.content.arrayBuffer()),
    );
    expect(reference).toMatchObject({ name: 'letter.pdf', mediaType: 'application/pdf' });
  });

  it('[fault 42] stops in the middle of a file at once, says what was sent, and goes on later where it was', async () => {
    post.addWords(requestItems(draft));
    post.addFiles([file('long.pdf', 3_500_000)]);
    story.relay.between = async ({ path }, next) => {
      if (path.endsWith('/parts/2')) {
        post.stop();
        return new Promise(() => {});
      }
      return next();
    };
    await post.run();
    expect(post.view()).toMatchObject({
      step: 'stopped',
      items: [{ state: 'stored' }],
      files: [{ state: 'waiting', done: 2, total: 4 }],
    });
    story.relay.between = (_asked, next) => next();
    const before = story.relay.asked.length;
    await post.run();
    expect(post.view()).toMatchObject({ step: 'done', files: [{ state: 'stored' }] });
    const parts = story.relay.asked.slice(before).filter(({ method }) => method === 'PUT');
    expect(parts.map(({ path }) => path.slice(-1))).toEqual(['2', '3']);
    expect(boxOf(story).items).toHaveLength(2);
  });

  /** A file that stopped in the middle, and what she kept of it. */
  async function halfSent(long: ReadyFile): Promise<string> {
    post.addWords(requestItems(draft));
    post.addFiles([long]);
    expect(post.view().files[0]?.ticket).toBeNull();
    story.relay.between = async ({ path }, next) => {
      if (!path.endsWith('/parts/2')) return next();
      post.stop();
      return new Promise(() => {});
    };
    await post.run();
    story.relay.between = (_asked, next) => next();
    const [{ ticket } = { ticket: null }] = post.view().files;
    if (ticket === null) throw new Error('no ticket');
    return ticket;
  }
  /** Her next visit: the same words, another page. */
  async function nextVisit(again: ReadyFile): Promise<Post> {
    const next = newPost();
    next.seen(await her.read());
    next.addFiles([again]);
    return next;
  }
  const partsAsked = (from: number): readonly string[] =>
    story.relay.asked
      .slice(from)
      .filter(({ method }) => method === 'PUT')
      .map(({ path }) => path.slice(-1));

  it('[fault 52] goes on in another visit with a ticket that she kept, from the part to which it had come', async () => {
    const long = file('long.pdf', 3_500_000);
    const ticket = await halfSent(long);
    expect(ticket).toMatch(/^[\w-]+$/);
    const before = story.relay.asked.length;
    // As a messenger gives it back.
    const pasted = `  ${ticket.replaceAll(/.{40}/g, '$&\n')} `;
    const next = await nextVisit({ ...long, ticket: pasted });
    await next.run();
    expect(next.view()).toMatchObject({ step: 'done', files: [{ state: 'stored', ticket: null }] });
    expect(partsAsked(before)).toEqual(['2', '3']);
    const [reference] = await blobsRead();
    const opened = unwrap(
      await openFile(story.client, her.mailbox, reference!, createPatience({ first: 1 })),
    );
    expect(new Uint8Array(await opened.arrayBuffer())).toEqual(
      new Uint8Array(await long.content.arrayBuffer()),
    );
  });

  it('[fault 52] sends nothing where the ticket is of another file, or is none, and all of it at the next try', async () => {
    const ticket = await halfSent(file('long.pdf', 3_500_000));
    for (const wrong of [ticket, 'not a ticket', `${ticket.slice(0, 100)}`]) {
      const other = file('other.pdf', 10);
      const before = story.relay.asked.length;
      const next = await nextVisit({ ...other, ticket: wrong });
      await next.run();
      expect(next.view()).toMatchObject({
        step: 'failed',
        files: [{ state: 'failed', problem: { code: 'ticket-differs' } }],
      });
      expect(partsAsked(before)).toEqual([]);
      await next.run();
      expect(next.view()).toMatchObject({ step: 'done', files: [{ state: 'stored' }] });
    }
  });

  it('says nothing of her, her words or the name of the file in a ticket', async () => {
    const ticket = await halfSent(file('long.pdf', 3_500_000));
    const told = Buffer.from(ticket, 'base64url').toString();
    expect(Object.keys(JSON.parse(told) as object).sort()).toEqual(
      ['blob', 'hash', 'key', 'salt', 'size', 'v'].sort(),
    );
  });

  it('[rule 22] lets the files wait where the server has no room for them, and still sends the words', async () => {
    post.addWords(requestItems(draft));
    post.addFiles([file('a.pdf', 10), file('b.pdf', 10)]);
    let full = true;
    story.relay.between = async ({ method }, next) =>
      method === 'PUT' && full ? problem(507, 'no-space') : next();
    await post.run();
    expect(post.view()).toMatchObject({
      step: 'failed',
      problem: null,
      items: [{ state: 'stored' }],
      files: [
        { state: 'failed', problem: { code: 'relay', problem: { code: 'no-space' } } },
        { state: 'failed' },
      ],
    });
    full = false;
    await post.run();
    expect(post.view()).toMatchObject({ step: 'done', files: [{ state: 'stored' }, { state: 'stored' }] });
  });

  it('shows that it waits for the line, and that the line is back', async () => {
    post.addWords(requestItems(draft));
    let losses = 2;
    story.relay.between = async (_asked, next) => {
      losses -= 1;
      return losses >= 0 ? lostLine() : next();
    };
    const waits: (string | undefined)[] = [];
    post.subscribe(() => waits.push(post.view().waiting?.problem.code));
    await post.run();
    expect(waits).toContain('unreachable');
    expect(post.view()).toMatchObject({ step: 'done', waiting: null });
  });

  it('sends what is added while something else is under way, and says that it is done only after that', async () => {
    post.addWords(requestItems(draft));
    post.addFiles([file('a.pdf', 10)]);
    story.relay.between = async ({ method }, next) => {
      if (method === 'PUT') {
        post.addWords(messageItems('added meanwhile', []));
        void post.run();
      }
      return next();
    };
    await post.run();
    expect(post.view().step).toBe('done');
    expect(post.view().items.map(({ state }) => state)).toEqual(['stored', 'stored', 'stored']);
    expect((await readingsOf(story)).map(({ text }) => text)).toContain('added meanwhile');
  });

  it('sends more files than one item has room for', async () => {
    post.addWords(requestItems(draft));
    post.addFiles(Array.from({ length: 70 }, (_, index) => file(`${index}${'ن'.repeat(400)}.pdf`, 1)));
    await post.run();
    expect(post.view().step).toBe('done');
    expect(await blobsRead()).toHaveLength(70);
    expect(boxOf(story).items.length).toBeGreaterThan(2);
  });

  it('keeps words and files together in one item where both have room', async () => {
    const upload = { reference: { ...emptyReference, name: 'a' }, note: { hidden: 'kept' as const } };
    expect(messageItems('Here it is.', [upload])).toMatchObject([
      {
        message: { type: 'message', text: 'Here it is.', files: [{ hidden: 'kept' }] },
        blobs: [{ name: 'a' }],
      },
    ]);
    expect(messageItems('  ', [])).toEqual([]);
  });

  it('takes a file of a kind that cannot be cleaned as it is, and says that hidden data may stay', async () => {
    const ready = await readyFile(new File(['x'], 'notes.docx', { type: 'application/msword' }), false);
    expect(ready).toMatchObject({ ok: true, value: { hidden: 'unknown', name: 'notes.docx' } });
    const kept = await readyFile(new File(['x'], 'p.jpg', { type: 'image/jpeg' }), true);
    expect(kept).toMatchObject({ ok: true, value: { hidden: 'kept' } });
    const huge = { name: 'huge.mov', size: 2 ** 40, type: 'video/mp4' } as File;
    expect(await readyFile(huge, false)).toMatchObject({ error: { code: 'file-too-large' } });
  });
});

const emptyReference = {
  blob: randomBytes(32),
  key: randomBytes(32),
  size: 1,
  hash: randomBytes(32),
  name: '',
  mediaType: '',
};

describe('the lines of a conversation', () => {
  it('stand in the order in which they answer each other, with what waits at the end', async () => {
    post.addWords(requestItems(draft));
    await post.run();
    await answer(story, { type: 'opened', v: 1, sequence: 0 });
    await answer(story, { type: 'reply', v: 1, text: 'a' });
    post.seen(await her.read());
    post.addWords(messageItems('b', []));
    await post.run();
    await answer(story, { type: 'reply', v: 1, text: 'c' });
    post.addWords(messageItems('not sent', []));
    const words = talkLines(await her.read(), post.view().items).map((line) => {
      if (line.kind === 'reply') return line.reply.message?.type === 'reply' ? line.reply.message.text : '?';
      if (line.kind === 'own') return `${line.item.state}: ${line.message?.type}`;
      return line.kind;
    });
    expect(words).toEqual(['opened: request', 'a', 'stored: message', 'c', 'unsent']);
  });

  it('say that something of hers is there which cannot be read back on another phone', async () => {
    await her.ask();
    expect(talkLines(await her.read(), [])).toMatchObject([{ kind: 'own', message: null }]);
  });

  it('show a gap in its place', async () => {
    await her.ask();
    for (const text of ['a', 'b', 'c']) await answer(story, { type: 'reply', v: 1, text });
    boxOf(story).replies.splice(1, 1);
    expect(talkLines(await her.read(), []).map(({ kind }) => kind)).toEqual(['own', 'reply', 'gap', 'reply']);
  });
});
