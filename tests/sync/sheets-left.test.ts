import { afterEach, describe, expect, it } from 'vitest';
import { openDesk, passphrase, type TestDesk, teamOf } from '../support/desk.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';
import { answerLink, asked, caseAt, readLink, sendSheet } from '../support/sheet-story.ts';

const open: (TestDesk | TestRelay)[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await ('end' in one ? one.end() : one.stop());
});

const id = (number: number): string => number.toString(16).padStart(32, '0');

async function begun() {
  const relay = await startTestRelay();
  const desk = await openDesk(relay);
  open.push(relay, desk);
  return { relay, desk, ...(await caseAt(desk, relay)) };
}

const sheetsOf = async (desk: TestDesk, record: string) =>
  (await desk.call('case', { record })).state.parts.sheet;

/** Asks an honest server for a sheet until it says that it has ended. */
async function endedAt(relay: TestRelay, link: string): Promise<string> {
  let code = '';
  for (let round = 0; round < 100 && code !== 'ended' && code !== 'nothing-there'; round += 1) {
    const found = await readLink(relay, link).open();
    code = found.ok ? 'open' : found.error.code;
    if (code !== 'ended') await new Promise((resume) => setTimeout(resume, 30));
  }
  return code;
}

describe('a question sheet whose team loses a colleague', () => {
  it('[rule 9] is ended by the desks at once: nobody answers any more under a key that she holds', async () => {
    const { relay, desk, record } = await begun();
    const view = await desk.call('session', {});
    if (view.type !== 'open') throw new Error('not open');
    const invitation = await desk.call('invite', { role: 'officer', teams: [teamOf(view, 'protection')] });
    const other = await openDesk(relay);
    open.push(other);
    await other.call('join', { link: invitation.link, name: 'Officer Two', passphrase });
    await desk.until('invitations', {}, (all) => all.some((one) => one.opened !== null));
    await desk.call('confirmInvitation', { join: invitation.join });
    const joined = await other.until(
      'session',
      {},
      (one) => one.type === 'open' && one.connection === 'online',
    );
    if (joined.type !== 'open') throw new Error('not open');
    const answered = await sendSheet(desk, record, id(1), asked(Date.now(), { whom: 'A neighbour' }));
    await answerLink(relay, answered);
    await desk.until('cases', {}, ([one]) => one?.sheets?.unread === 1);
    const link = await sendSheet(desk, record, id(2), asked(Date.now()));
    await desk.call('removeMember', { member: joined.me.member });
    await desk.until('cases', {}, ([one]) => one?.sheets?.again === 1);
    const sheets = await sheetsOf(desk, record);
    expect([...sheets.values()].map(({ ended }) => ended?.byKey)).toEqual([true, true]);
    // What had been answered stays answered; what was not is to be asked anew.
    expect(sheets.get(id(1))?.answers[0]?.standing).toBe('first');
    expect(await endedAt(relay, link)).toBe('ended');
    expect((await desk.call('sheetLinks', { record })).every((one) => one.link === null)).toBe(true);
    const anew = await sendSheet(desk, record, id(3), asked(Date.now()));
    expect((await readLink(relay, anew).open()).ok).toBe(true);
    const [line] = await desk.until('cases', {}, ([one]) => one?.sheets?.again === undefined);
    expect(line?.sheets?.open).toHaveLength(1);
    expect((await sheetsOf(desk, record)).get(id(3))?.ended).toBeNull();
  });
});

describe('a case that the team has forgotten', () => {
  it('[rule 23] takes the mailboxes of its sheets with it, questions and answers, also of those that ended [invariant 14]', async () => {
    const { relay, desk, record, request } = await begun();
    const first = await sendSheet(desk, record, id(1), asked(Date.now()));
    const second = await sendSheet(desk, record, id(2), asked(Date.now(), { whom: 'A neighbour' }));
    await answerLink(relay, second);
    await desk.until('cases', {}, ([one]) => one?.sheets?.unread === 1);
    await desk.call('forgetCase', { record, identities: [] });
    for (const link of [first, second]) {
      const found = await readLink(relay, link).open();
      expect(found.ok ? 'open' : found.error.code).not.toBe('open');
    }
    await desk.until('cases', {}, (lines) => lines.length === 0);
    // An answer that comes now finds nothing to lie in.
    await expect(answerLink(relay, first)).rejects.toThrow();
    // The conversation is a record of its own and stays.
    expect((await desk.call('request', { record: request })).state.items).toHaveLength(1);
  });
});
