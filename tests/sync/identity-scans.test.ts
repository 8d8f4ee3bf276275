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

describe('a scan of a passport in an identity', () => {
  it('[rule 14] opens for custody while the identity is open, byte for byte, and for nobody who reads the case alone', async () => {
    const relay = await startTestRelay();
    const keeper = await openDesk(relay);
    open.push(relay, keeper);
    const view = await foundAt(keeper, relay);
    const join = async (name: string, purposes: readonly string[]): Promise<TestDesk> => {
      const teams = purposes.map((purpose) => teamOf(view, purpose));
      const invitation = await keeper.call('invite', { role: 'officer', teams });
      const other = await openDesk(relay);
      open.push(other);
      await other.call('join', { link: invitation.link, name, passphrase });
      await keeper.until('invitations', {}, (all) => all.some((one) => one.opened !== null));
      await keeper.call('confirmInvitation', { join: invitation.join });
      await other.until('session', {}, (one) => one.type === 'open' && one.connection === 'online');
      return other;
    };
    const second = await join('Officer Two', ['protection', 'custody']);
    const officer = await join('Officer Three', ['protection']);
    const { link } = await keeper.call('publishDoor', { texts: doorTexts });
    const visitor = await visit(relay, link ?? '');
    await visitor.ask('Two lines.', 'no');
    const [line] = await keeper.until('queue', {}, (lines) => lines.length === 1);
    const { case: caseRecord } = await keeper.call('openCase', {
      record: line?.record ?? '',
      pseudonym: 'Alder',
      teams: [teamOf(view, 'protection')],
      urgent: false,
    });
    const her = { caseRecord, person: null };
    const opened = { ...her, reason: 'Her passport came.', form: null };
    await keeper.until('identity', her, ({ records }) => records.length === 1);
    // It waits for its random hour, and takes the scan at once all the same.
    const record = (await keeper.call('identity', her)).records[0]?.record ?? '';
    const bytes = crypto.getRandomValues(new Uint8Array(60_000));
    const file = new File([bytes], 'passport.jpg', { type: 'image/jpeg' });
    const scan = { record, id: '0d'.repeat(16), paper: null, note: 'The page with the photo.', file };
    expect((await keeper.attempt('keepIdentityScan', { ...scan, form: null })).ok).toBe(false);
    await keeper.call('openIdentity', opened);
    await keeper.call('keepIdentityScan', { ...scan, form: null });
    // Pressed again: one scan.
    expect((await keeper.attempt('keepIdentityScan', { ...scan, form: null })).ok).toBe(false);
    const here = await keeper.until(
      'identity',
      her,
      ({ records }) => records[0]?.state?.sheet.scans.size === 1,
    );
    const [kept] = [...(here.records[0]?.state?.sheet.scans.values() ?? [])];
    const named = kept === undefined ? undefined : valueIn(kept, 'file');
    if (named === undefined) throw new Error('no scan');
    expect(new Uint8Array((await keeper.call('openFile', { record, file: named })).bytes)).toEqual(bytes);
    await keeper.call('makeIdentityNow', her);

    await second.until('identity', her, ({ records }) => records.length === 1);
    // Closed: not even a screen that knows its name gets it.
    expect((await second.attempt('openFile', { record, file: named })).ok).toBe(false);
    await second.call('openIdentity', { ...opened, reason: 'Visa letter.' });
    await second.until('identity', her, ({ records }) => records[0]?.state?.sheet.scans.size === 1);
    expect(new Uint8Array((await second.call('openFile', { record, file: named })).bytes)).toEqual(bytes);

    // A copy with something blacked out stays behind the same key, and says from which bytes it was made.
    const copy = { record, of: named, name: 'passport-copy.png', bytes: blackPoint() };
    await second.call('keepCopy', copy);
    const copied = await keeper.until(
      'identity',
      her,
      ({ records }) => records[0]?.state?.sheet.scans.size === 2,
    );
    const made = [...(copied.records[0]?.state?.sheet.scans.values() ?? [])].find(
      (one) => one.id !== scan.id,
    );
    expect(made === undefined ? null : valueIn(made, 'madeFrom')).toEqual({
      blob: named.blob,
      hash: named.hash,
    });
    // What is no plain picture is no copy.
    expect((await second.attempt('keepCopy', { ...copy, bytes: new Uint8Array([1, 2, 3]).buffer })).ok).toBe(
      false,
    );
    await second.call('closeIdentity', her);
    expect((await second.attempt('openFile', { record, file: named })).ok).toBe(false);
    expect((await second.attempt('keepCopy', { ...copy, bytes: blackPoint() })).ok).toBe(false);

    await officer.until('cases', {}, (cases) => cases.length === 1);
    expect((await officer.call('identity', her)).records).toEqual([]);
    expect((await officer.attempt('openFile', { record, file: named })).ok).toBe(false);
    expect((await officer.attempt('keepIdentityScan', { ...scan, form: null })).ok).toBe(false);
  });
});
