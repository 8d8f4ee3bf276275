import { afterEach, describe, expect, it } from 'vitest';
import { doorTexts, foundAt, openDesk, type TestDesk, teamOf } from '../support/desk.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';
import { visit } from '../support/visitor.ts';

const open: (TestDesk | TestRelay)[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await ('end' in one ? one.end() : one.stop());
});

describe('a request', () => {
  it('travels from the door to the desk and back, and each side sees what the other did', async () => {
    const relay = await startTestRelay();
    const desk = await openDesk(relay);
    open.push(relay, desk);
    const view = await foundAt(desk, relay);
    const door = await desk.call('publishDoor', { texts: doorTexts });
    const visitor = await visit(relay, door.link ?? '');

    await visitor.ask('They came to my office. I need a place for two.', 'yes');
    expect((await visitor.read()).own).toMatchObject([{ state: 'stored' }]);

    const [line] = await desk.until('queue', {}, (lines) => lines.length === 1);
    expect(line).toMatchObject({
      excerpt: 'They came to my office. I need a place for two.',
      phase: 'new',
      urgency: 'urg_unset',
      suggested: 'urg_immediate',
    });
    const record = line?.record ?? '';
    await desk.call('noteOpened', { record });
    await visitor.readUntil((conversation) => conversation.own[0]?.state === 'opened');

    await desk.call('claim', { record });
    await desk.until('request', { record }, (request) => request.state.claimedBy === view.me.member);
    await desk.call('reply', { record, text: 'We have read it. Can you go to a friend tonight?', files: [] });
    const answered = await visitor.readUntil((conversation) =>
      conversation.replies.some((reply) => reply.message?.type === 'reply'),
    );
    expect(answered.replies.map((reply) => [reply.message?.type, reply.confirmed])).toEqual([
      ['opened', true],
      ['reply', true],
    ]);

    await visitor.write('Yes. From eight in the evening.');
    const request = await desk.until('request', { record }, (seen) => seen.state.items.length === 2);
    expect(request.pending).toEqual([]);
    expect(request.said.what).toContain('a place for two');

    const { case: opened } = await desk.call('openCase', {
      record,
      pseudonym: 'Alder',
      teams: [teamOf(view, 'protection')],
      urgent: true,
    });
    await desk.until('cases', {}, (cases) =>
      cases.some((one) => one.record === opened && one.pseudonym === 'Alder'),
    );
    await desk.call('addNote', { record: opened, text: 'She can stay with a friend until Friday.' });
    const file = await desk.until('case', { record: opened }, (seen) => seen.state.notes.length === 1);
    expect(file.readers).toEqual([{ type: 'team', id: teamOf(view, 'protection') }]);
    await desk.until('session', {}, (session) => session.type === 'open' && session.unsent === 0);
  });

  it('brings a photo, which opens at the desk byte for byte', async () => {
    const relay = await startTestRelay();
    const desk = await openDesk(relay);
    open.push(relay, desk);
    await foundAt(desk, relay);
    const door = await desk.call('publishDoor', { texts: doorTexts });
    const visitor = await visit(relay, door.link ?? '');
    await visitor.ask('I send a photo of the letter.');
    const content = crypto.getRandomValues(new Uint8Array(60_000));
    await visitor.sendFile(new File([content], 'letter.jpg', { type: 'image/jpeg' }), 'Here it is.');
    const [line] = await desk.until('queue', {}, (lines) => lines[0]?.files === 1);
    const request = await desk.call('request', { record: line?.record ?? '' });
    const file = request.state.items.flatMap((item) => item.files)[0];
    if (file === undefined) throw new Error('no file');
    const opened = await desk.call('openFile', { record: request.record, file });
    expect(opened.name).toBe('letter.jpg');
    expect(new Uint8Array(opened.bytes)).toEqual(content);
  });

  it('[fault 58] keeps a copy with something blacked out beside the photo, and no copy that is more than a picture', async () => {
    const relay = await startTestRelay();
    const desk = await openDesk(relay);
    open.push(relay, desk);
    await foundAt(desk, relay);
    const door = await desk.call('publishDoor', { texts: doorTexts });
    const visitor = await visit(relay, door.link ?? '');
    await visitor.ask('I send a photo of the letter.');
    await visitor.sendFile(new File(['the photo'], 'letter.jpg', { type: 'image/jpeg' }), 'Here it is.');
    const [line] = await desk.until('queue', {}, (lines) => lines[0]?.files === 1);
    const record = line?.record ?? '';
    const before = await desk.call('request', { record });
    const of = before.state.items.flatMap((item) => item.files)[0];
    if (of === undefined) throw new Error('no file');
    const more = Uint8Array.from([...plain, 1]).buffer;
    const refused = await desk.attempt('keepCopy', { record, of, name: 'x.png', bytes: more });
    expect(refused).toEqual({ ok: false, error: { code: 'broken-file' } });
    await desk.call('keepCopy', { record, of, name: 'for the lawyer.png', bytes: plain.slice().buffer });
    const after = await desk.until('request', { record }, ({ state }) => state.copies.length === 1);
    const [copy] = after.state.copies;
    expect(copy).toMatchObject({ of: of.blob, original: of.hash, file: { name: 'for the lawyer.png' } });
    const opened = await desk.call('openFile', { record, file: copy?.file ?? of });
    expect(new Uint8Array(opened.bytes)).toEqual(plain);
    const original = await desk.call('openFile', { record, file: of });
    expect(new TextDecoder().decode(original.bytes)).toBe('the photo');
    expect(after.state.items).toEqual(before.state.items);
  });
});

/** The smallest picture that is a PNG by its parts. */
const plain = Uint8Array.from([
  ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  ...[0, 0, 0, 0, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 0],
  ...[0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0, 0, 0, 0],
]);
