import { documentsOf, documentsWithCopies } from '@leeward/domain/document/state.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { blackPoint } from '../support/black-point.ts';
import { doorTexts, foundAt, openDesk, passphrase, type TestDesk, teamOf } from '../support/desk.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';
import { visit } from '../support/visitor.ts';

const open: (TestDesk | TestRelay)[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await ('end' in one ? one.end() : one.stop());
});

const values = {
  title: 'Summons of 3 November',
  kind: 'ev_official_document',
  about: null,
  source: 'Came through the door.',
  made: null,
  received: '2026-11-05',
  expires: null,
  graphic: true,
  shows: 'A paper with a stamp and a photograph.',
} as const;

describe('a document of a case', () => {
  it('is sealed for whoever reads the case: a colleague opens it byte for byte, and one outside of the team does not [invariant 4]', async () => {
    const relay = await startTestRelay();
    const desk = await openDesk(relay);
    open.push(relay, desk);
    const view = await foundAt(desk, relay);
    const join = async (name: string, teams: readonly string[]): Promise<TestDesk> => {
      const invitation = await desk.call('invite', { role: 'officer', teams });
      const other = await openDesk(relay);
      open.push(other);
      await other.call('join', { link: invitation.link, name, passphrase });
      await desk.until('invitations', {}, (all) => all.some((one) => one.opened !== null));
      await desk.call('confirmInvitation', { join: invitation.join });
      await other.until('session', {}, (one) => one.type === 'open' && one.connection === 'online');
      return other;
    };
    const reader = await join('Officer Two', [teamOf(view, 'protection')]);
    const outside = await join('Officer Three', []);
    const { link } = await desk.call('publishDoor', { texts: doorTexts });
    const visitor = await visit(relay, link ?? '');
    await visitor.ask('Two lines.', 'no');
    const [line] = await desk.until('queue', {}, (lines) => lines.length === 1);
    const { case: record } = await desk.call('openCase', {
      record: line?.record ?? '',
      pseudonym: 'Alder',
      teams: [teamOf(view, 'protection')],
      urgent: false,
    });
    await desk.until('cases', {}, (cases) =>
      cases.some((one) => one.record === record && one.pseudonym !== ''),
    );

    const bytes = crypto.getRandomValues(new Uint8Array(60_000));
    const file = new File([bytes], 'scan.pdf', { type: 'application/pdf' });
    const id = '0d'.repeat(16);
    await desk.call('keepDocument', { record, id, values, file, form: 'case:Document:new' });
    const there = await reader.until(
      'case',
      { record },
      (seen) => documentsOf(seen.state.parts.documents).length === 1,
    );
    const [document] = documentsOf(there.state.parts.documents);
    const named = document === undefined ? undefined : valueIn(document, 'file');
    if (named === undefined) throw new Error('no file');
    expect(named).toMatchObject({ name: 'scan.pdf', size: bytes.length });
    const opened = await reader.call('openFile', { record, file: named });
    expect(new Uint8Array(opened.bytes)).toEqual(bytes);

    // A copy with something blacked out is a document of its own under it, and as hard to look at.
    const copy = { record, of: named, name: 'for the embassy.png', bytes: blackPoint() };
    await desk.call('keepCopy', copy);
    const both = await reader.until(
      'case',
      { record },
      (seen) => documentsOf(seen.state.parts.documents).length === 2,
    );
    const [tree, ...others] = documentsWithCopies(both.state.parts.documents);
    const [made] = tree?.copies ?? [];
    if (made === undefined) throw new Error('no copy');
    expect([tree?.of.item.id, others.length]).toEqual([id, 0]);
    expect(
      (['title', 'kind', 'graphic', 'madeFrom'] as const).map((name) => valueIn(made.of.item, name)),
    ).toEqual(['for the embassy', 'ev_official_document', true, { blob: named.blob, hash: named.hash }]);
    const copied = valueIn(made.of.item, 'file');
    if (copied === undefined) throw new Error('no file');
    expect(new Uint8Array((await reader.call('openFile', { record, file: copied })).bytes)).toEqual(
      new Uint8Array(blackPoint()),
    );
    // What is no plain picture is no copy, nor what was made of nothing that is here.
    const more = { ...copy, bytes: new Uint8Array([1, 2, 3]).buffer };
    expect((await desk.attempt('keepCopy', more)).ok).toBe(false);
    const elsewhere = { ...copy, of: { ...named, blob: 'ab'.repeat(32) } };
    expect((await desk.attempt('keepCopy', elsewhere)).ok).toBe(false);

    expect((await outside.attempt('case', { record })).ok).toBe(false);
    expect((await outside.attempt('openFile', { record, file: named })).ok).toBe(false);
  });
});
