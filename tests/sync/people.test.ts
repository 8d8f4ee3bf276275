import { afterEach, describe, expect, it } from 'vitest';
import { doorTexts, openDesk, passphrase, type TestDesk, teamOf } from '../support/desk.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';
import { visit } from '../support/visitor.ts';

const open: (TestDesk | TestRelay)[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await ('end' in one ? one.end() : one.stop());
});

async function founded() {
  const relay = await startTestRelay();
  const desk = await openDesk(relay);
  open.push(relay, desk);
  const token = await relay.token();
  const kept = await desk.call('createOrganisation', {
    token,
    organisation: 'Synthetic Aid',
    name: 'Officer One',
    passphrase,
  });
  const view = await desk.until('session', {}, (one) => one.type === 'open' && one.connection === 'online');
  if (view.type !== 'open') throw new Error('not open');
  return { relay, desk, view, kept };
}

async function joined(
  relay: TestRelay,
  desk: TestDesk,
  role: string,
  teams: readonly string[],
  name: string,
) {
  const invitation = await desk.call('invite', { role, teams });
  const other = await openDesk(relay);
  open.push(other);
  await other.call('join', { link: invitation.link, name, passphrase });
  await desk.until('invitations', {}, (all) => all.some((one) => one.opened !== null));
  await desk.call('confirmInvitation', { join: invitation.join });
  const view = await other.until('session', {}, (one) => one.type === 'open' && one.connection === 'online');
  if (view.type !== 'open') throw new Error('not open');
  return { other, view };
}

describe('founding', () => {
  it('asks for a passphrase that a guessing program does not try first', async () => {
    const relay = await startTestRelay();
    const desk = await openDesk(relay);
    open.push(relay, desk);
    const token = await relay.token();
    const attempt = (secret: string) =>
      desk.attempt('createOrganisation', { token, organisation: 'A', name: 'B', passphrase: secret });
    expect(await attempt('short')).toMatchObject({ error: { code: 'weak-passphrase', why: 'too-short' } });
    expect(await attempt('aaaaaaaaaaaaaaaa')).toMatchObject({
      error: { code: 'weak-passphrase', why: 'too-common' },
    });
  });

  it('refuses a token that was never printed, and one that was used', async () => {
    const { relay, desk } = await founded();
    desk.stop();
    const other = await openDesk(relay);
    open.push(other);
    expect(
      await other.attempt('createOrganisation', {
        token: 'made-up',
        organisation: 'A',
        name: 'B',
        passphrase,
      }),
    ).toMatchObject({ error: { code: 'bad-token' } });
    expect(await other.call('session', {})).toMatchObject({ type: 'empty' });
  });
});

describe('a lost first laptop', () => {
  it('is not the end: the recovery file and its printed code open everything on another one', async () => {
    const { relay, desk, kept } = await founded();
    const door = await desk.call('publishDoor', { texts: doorTexts });
    const visitor = await visit(relay, door.link ?? '');
    await visitor.ask('Written before the laptop was lost.');
    await desk.until('queue', {}, (lines) => lines[0]?.excerpt === 'Written before the laptop was lost.');
    await desk.until('session', {}, (one) => one.type === 'open' && one.unsent === 0);
    desk.stop();

    const next = await openDesk(relay);
    open.push(next);
    const wrong = kept.recoveryCode.replace(/^./, (first) => (first === '0' ? '1' : '0'));
    expect(
      await next.attempt('openRecoveryFile', { file: kept.recoveryFile, code: wrong, passphrase }),
    ).toMatchObject({ error: { code: 'wrong-recovery-code' } });
    expect(
      await next.attempt('openRecoveryFile', {
        file: kept.recoveryFile.slice(0, 100),
        code: kept.recoveryCode,
        passphrase,
      }),
    ).toMatchObject({ ok: false });
    const fresh = await next.call('openRecoveryFile', {
      file: kept.recoveryFile,
      code: kept.recoveryCode,
      passphrase: 'another synthetic passphrase 8',
    });
    expect(fresh.recoveryCode).not.toBe(kept.recoveryCode);
    const [line] = await next.until('queue', {}, (lines) => lines.length === 1);
    expect(line?.excerpt).toBe('Written before the laptop was lost.');

    // The file was used: it opens nothing any more.
    const third = await openDesk(relay);
    open.push(third);
    expect(
      await third.attempt('openRecoveryFile', {
        file: kept.recoveryFile,
        code: kept.recoveryCode,
        passphrase,
      }),
    ).toMatchObject({ ok: false });
  });
});

describe('an invitation', () => {
  it('that was taken back tells the invited person so', async () => {
    const { relay, desk } = await founded();
    const invitation = await desk.call('invite', { role: 'officer', teams: [] });
    const other = await openDesk(relay);
    open.push(other);
    await other.call('join', { link: invitation.link, name: 'Officer Two', passphrase });
    await desk.call('cancelInvitation', { join: invitation.join });
    await other.until('session', {}, (one) => one.type === 'joining' && one.state === 'cancelled');
  });

  it('that somebody else has used already cannot be used again, and a cut link is called broken', async () => {
    const { relay, desk } = await founded();
    const invitation = await desk.call('invite', { role: 'officer', teams: [] });
    const first = await openDesk(relay);
    const second = await openDesk(relay);
    open.push(first, second);
    await first.call('join', { link: invitation.link, name: 'Officer Two', passphrase });
    expect(
      await second.attempt('join', { link: invitation.link, name: 'Somebody Else', passphrase }),
    ).toMatchObject({ error: { code: 'invitation-used' } });
    expect(
      await second.attempt('join', {
        link: invitation.link.slice(0, -20),
        name: 'Somebody Else',
        passphrase,
      }),
    ).toMatchObject({ error: { code: 'broken-link' } });
    expect(await second.call('session', {})).toMatchObject({ type: 'empty' });
  });
});

describe('two administrators', () => {
  it('[rule 17] must both sign what the door says before it is published', async () => {
    const { relay, desk, view } = await founded();
    const teams = [teamOf(view, 'intake'), teamOf(view, 'protection')];
    const { other } = await joined(relay, desk, 'administrator', teams, 'Administrator Two');
    const proposed = await desk.call('publishDoor', { texts: doorTexts });
    expect(proposed).toMatchObject({ link: null, waitingForSecond: true });
    await other.until('door', {}, (door) => door.waitingForSecond);
    const signed = await other.call('signDoor', {});
    expect(signed.link).toMatch(/#/);
    expect(signed.oneAdministrator).toBe(false);
    const visitor = await visit(relay, signed.link ?? '');
    await visitor.ask('Two administrators stand behind this door.');
    await other.until('queue', {}, (lines) => lines.length === 1);
  });
});

describe('somebody who joins', () => {
  it('[rule 19] may answer at the door at once, and not only after tomorrow’s renewal', async () => {
    const { relay, desk, view } = await founded();
    const door = await desk.call('publishDoor', { texts: doorTexts });
    const { other } = await joined(relay, desk, 'officer', [teamOf(view, 'intake')], 'Officer Two');
    const visitor = await visit(relay, door.link ?? '');
    await visitor.ask('Who answers?');
    const [line] = await other.until('queue', {}, (lines) => lines.length === 1);
    const record = line?.record ?? '';
    await other.call('claim', { record });
    await other.until('request', { record }, (one) => one.state.claimedBy !== null);
    await other.call('reply', { record, text: 'The new officer does.', files: [] });
    const late = await visitor.readUntil((seen) => seen.replies.length > 0);
    // A page that was opened before reads it as unconfirmed; a fresh visit has the new roster.
    expect(late.replies.length).toBe(1);
    const again = await visit(relay, door.link ?? '', { entropy: visitor.entropy });
    const seen = await again.readUntil((conversation) =>
      conversation.replies.some((reply) => reply.confirmed),
    );
    expect(seen.replies[0]?.message).toMatchObject({ type: 'reply', text: 'The new officer does.' });
  });
});

describe('a member who is removed', () => {
  it('[fault 24] reads what was written before and nothing of what is written after', async () => {
    const { relay, desk, view } = await founded();
    const intake = teamOf(view, 'intake');
    const door = await desk.call('publishDoor', { texts: doorTexts });
    const { other, view: otherView } = await joined(relay, desk, 'officer', [intake], 'Officer Two');
    const visitor = await visit(relay, door.link ?? '');
    await visitor.ask('Before the removal.');
    const [line] = await other.until('queue', {}, (lines) => lines[0]?.excerpt === 'Before the removal.');
    const record = line?.record ?? '';
    await desk.until('queue', {}, (lines) => lines.length === 1);
    await desk.call('removeMember', { member: otherView.me.member });

    // An honest relay serves her nothing more; that she could open nothing from a dishonest one is held in sealed-log.
    await desk.call('claim', { record });
    await desk.call('setUrgency', { record, urgency: 'urg_high', reason: 'Said only after the removal.' });
    await desk.until('request', { record }, (one) => one.state.urgency === 'urg_high');
    // Until her desk learns that it was ended it shows what it had; then it has forgotten everything (fault 61).
    const hers = await other.attempt('request', { record });
    expect(hers.ok ? hers.value.state.urgency : hers.error.code).toMatch(/^(urg_unset|locked)$/);
    const session = await desk.call('session', {});
    expect(
      session.type === 'open' && session.organisation.members.get(otherView.me.member)?.left,
    ).not.toBeNull();
  });
});
