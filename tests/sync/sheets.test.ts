import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import { endSheet, readAnswer } from '@leeward/domain/sheet/rules.ts';
import type { SheetConsent } from '@leeward/domain/sheet/sharing.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { openDesk, passphrase, type TestDesk, teamOf } from '../support/desk.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';
import { agreedTo, answerLink, asked, caseAt, day, readLink, sendSheet } from '../support/sheet-story.ts';

const open: (TestDesk | TestRelay)[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await ('end' in one ? one.end() : one.stop());
});

const id = (number: number): string => number.toString(16).padStart(32, '0');

async function begun(now: () => number = Date.now) {
  const relay = await startTestRelay();
  const desk = await openDesk(relay, { now });
  open.push(relay, desk);
  return { relay, desk, ...(await caseAt(desk, relay)) };
}

const sheetsOf = async (desk: TestDesk, record: string) =>
  (await desk.call('case', { record })).state.parts.sheet;

describe('a question sheet', () => {
  it('is read and answered without an account, and its answer stands sealed in the case and nowhere else', async () => {
    const { relay, desk, record } = await begun();
    const link = await sendSheet(desk, record, id(1), asked(Date.now()));
    expect(link).toMatch(/\/notes\.html#[\w-]+$/);
    const read = await readLink(relay, link).open();
    if (!read.ok) throw new Error(read.error.code);
    expect(read.value.message).toMatchObject({
      from: 'Synthetic Aid',
      language: 'ar',
      questions: asked(0).questions,
      word: false,
    });
    await answerLink(relay, link);
    const line = await desk.until('cases', {}, ([one]) => one?.sheets?.unread === 1);
    expect(line[0]?.sheets).toEqual({ unread: 1, open: [] });
    const [answer] = (await sheetsOf(desk, record)).get(id(1))?.answers ?? [];
    expect(answer).toMatchObject({ standing: 'first', sequence: 0, read: null });
    expect(answer?.message?.answers[0]).toEqual({ answer: 'yes', words: 'منذ سنوات.' });
    // No request, no hit of a search, no count.
    expect(await desk.call('queue', {})).toHaveLength(1);
    await desk.call('actOnCase', { record, events: [readAnswer(id(1), answer?.hash ?? '')], form: null });
    await desk.until('cases', {}, ([one]) => one?.sheets?.unread === 0);
  });

  it('says nothing of the case: neither in its link nor on its page [invariant 4]', async () => {
    const { relay, desk, record } = await begun();
    const first = await sendSheet(desk, record, id(1), asked(Date.now()));
    const second = await sendSheet(desk, record, id(2), asked(Date.now(), { whom: 'A colleague' }));
    const [one, other] = await Promise.all([first, second].map((link) => readLink(relay, link).open()));
    if (!one?.ok || !other?.ok) throw new Error('does not open');
    const texts = [one, other].map(({ value }) => JSON.stringify(value.message));
    for (const text of texts)
      for (const secret of [record, 'Heron', 'village', id(1), id(2)]) expect(text).not.toContain(secret);
    // What two referees could lay side by side: the organisation, as every link of its door has it, and the questions.
    const bytes = [first, second].map((link) => Buffer.from(link.slice(link.indexOf('#') + 1), 'base64url'));
    const [left, right] = bytes;
    expect(left?.subarray(0, 72)).toEqual(right?.subarray(0, 72));
    expect(left?.subarray(72).length).toBe(16);
    expect(left?.subarray(72)).not.toEqual(right?.subarray(72));
    expect(one.value.mailbox.id).not.toEqual(other.value.mailbox.id);
    expect(one.value.message.to.team).toBe(other.value.message.to.team);
  });

  it('[fault 39] is sent once however often the button is pressed, under one link', async () => {
    const { desk, record } = await begun();
    const terms = asked(Date.now());
    const given = { record, sheet: id(1), terms, although: '', consent: agreedTo, form: 'case:sheet' };
    const links = await Promise.all([1, 2, 3].map(() => desk.call('sendSheet', given)));
    expect(new Set(links.map(({ link }) => link)).size).toBe(1);
    await desk.until('sheetLinks', { record }, ([one]) => one?.posted === true);
    expect((await sheetsOf(desk, record)).size).toBe(1);
    expect((await desk.call('case', { record })).pending).toEqual([]);
  });

  it('may be answered again: the second answer stands beside the first', async () => {
    const { relay, desk, record } = await begun();
    const link = await sendSheet(desk, record, id(1), asked(Date.now()));
    await answerLink(relay, link);
    await answerLink(relay, link, { answers: Array(2).fill({ answer: 'no', words: '' }) });
    await desk.until('cases', {}, ([one]) => one?.sheets?.unread === 2);
    const answers = (await sheetsOf(desk, record)).get(id(1))?.answers ?? [];
    expect(answers.map(({ standing }) => standing)).toEqual(['first', 'again']);
  });

  it('ended in one step opens no more at an honest server, and the link is gone from the desk', async () => {
    const { relay, desk, record } = await begun();
    const link = await sendSheet(desk, record, id(1), asked(Date.now()));
    const early = await readLink(relay, link).open();
    await desk.call('actOnCase', { record, events: [endSheet(id(1), 'Not needed.')], form: null });
    const ended = readLink(relay, link);
    await desk.until('sheetLinks', { record }, ([one]) => one?.link === null);
    let code = '';
    for (let round = 0; round < 100 && code !== 'ended'; round += 1) {
      const found = await ended.open();
      code = found.ok ? 'open' : found.error.code;
      await new Promise((resume) => setTimeout(resume, 30));
    }
    expect(code).toBe('ended');
    // Who had opened it before knows what it asks, and cannot send any more.
    if (!early.ok) throw new Error(early.error.code);
    const sent = await ended.answer(early.value).send(ended.sending);
    expect(sent).toMatchObject({ ok: false, error: { code: 'ended' } });
  });

  it('is over after its last day: for the page by its own clock, whatever the server serves', async () => {
    const { relay, desk, record } = await begun();
    const link = await sendSheet(desk, record, id(1), asked(Date.now(), { until: Date.now() + 2 * day }));
    const at = (days: number) => readLink(relay, link, { now: () => Date.now() + days * day }).open();
    expect(await at(1.9)).toMatchObject({ ok: true });
    expect(await at(2.1)).toMatchObject({ ok: false, error: { code: 'ended' } });
  });

  it('keeps an answer that a desk takes in after the last day, without letting it count', async () => {
    let ahead = 0;
    const { relay, desk, record } = await begun(() => Date.now() + ahead);
    const link = await sendSheet(desk, record, id(1), asked(Date.now()));
    ahead = 8 * day;
    await answerLink(relay, link);
    await desk.until('cases', {}, ([one]) => one?.sheets?.unread === 1);
    const [answer] = (await sheetsOf(desk, record)).get(id(1))?.answers ?? [];
    expect(answer).toMatchObject({ standing: 'late', counted: null });
    expect((await desk.call('sheetLinks', { record }))[0]?.link).toBeNull();
  });

  it('is read by a colleague of the case, who gets the answer and never the link', async () => {
    const { relay, desk, record } = await begun();
    const view = await desk.call('session', {});
    if (view.type !== 'open') throw new Error('not open');
    const teams = [teamOf(view, 'protection')];
    const invitation = await desk.call('invite', { role: 'officer', teams });
    const other = await openDesk(relay);
    open.push(other);
    await other.call('join', { link: invitation.link, name: 'Officer Two', passphrase });
    await desk.until('invitations', {}, (all) => all.some((one) => one.opened !== null));
    await desk.call('confirmInvitation', { join: invitation.join });
    await other.until('session', {}, (one) => one.type === 'open' && one.connection === 'online');
    const link = await sendSheet(desk, record, id(1), asked(Date.now()));
    await answerLink(relay, link);
    await other.until('cases', {}, ([one]) => one?.sheets?.unread === 1);
    const [answer] = (await sheetsOf(other, record)).get(id(1))?.answers ?? [];
    expect(answer?.message?.again).toBe(true);
    expect((await other.call('sheetLinks', { record }))[0]).toMatchObject({ link: null });
    await desk.until('cases', {}, ([one]) => one?.sheets?.unread === 1);
    expect((await sheetsOf(desk, record)).get(id(1))?.answers).toHaveLength(1);
  });

  it('is nobody’s request: who opens the post and does not read the case finds nothing in the queue [invariant 4]', async () => {
    const { relay, desk, record } = await begun();
    const view = await desk.call('session', {});
    if (view.type !== 'open') throw new Error('not open');
    const invitation = await desk.call('invite', { role: 'officer', teams: [teamOf(view, 'intake')] });
    const post = await openDesk(relay);
    open.push(post);
    await post.call('join', { link: invitation.link, name: 'Officer Three', passphrase });
    await desk.until('invitations', {}, (all) => all.some((one) => one.opened !== null));
    await desk.call('confirmInvitation', { join: invitation.join });
    await post.until('queue', {}, (lines) => lines.length === 1);
    const link = await sendSheet(desk, record, id(1), asked(Date.now()));
    await answerLink(relay, link);
    await desk.until('cases', {}, ([one]) => one?.sheets?.unread === 1);
    await post.until('session', {}, (one) => one.type === 'open' && one.connection === 'online');
    await new Promise((resume) => setTimeout(resume, 500));
    expect(await post.call('queue', {})).toHaveLength(1);
    expect(await post.call('cases', {})).toEqual([]);
    const shown = await post.call('session', {});
    expect(shown.type === 'open' && shown.alerts.filter(({ kind }) => kind === 'missingFromHer')).toEqual([]);
  });

  it('is not sent to whoever must be left alone, and leaves a note that a source was asked', async () => {
    const { relay, desk, record } = await begun();
    const source = (agreed: 'given' | 'refused', number: number): CaseEvent => ({
      type: 'VerificationSourceKept',
      v: 1,
      id: id(number),
      set: {
        label: `Source ${number}`,
        kind: 'vs_local_member',
        origin: 'independent',
        official: 'no',
        agreed,
      },
      replaces: {},
    });
    const events = [source('refused', 40), source('given', 41)];
    await desk.call('actOnCase', { record, events, form: null });
    await desk.until('case', { record }, (view) => view.pending.length === 0);
    const terms = (number: number) => asked(Date.now(), { source: id(number), whom: '' });
    await desk.call('sendSheet', {
      record,
      sheet: id(1),
      terms: terms(40),
      although: '',
      consent: agreedTo,
      form: 'case:sheet',
    });
    const refused = await desk.until('case', { record }, (view) =>
      view.pending.some(({ delivery }) => delivery === 'refused'),
    );
    expect(refused.pending[0]?.failure).toMatchObject({ refusal: { code: 'must_not_ask' } });
    expect(refused.state.parts.sheet.size).toBe(0);
    await desk.call('discardPending', { action: refused.pending[0]?.action ?? '' });
    const link = await sendSheet(desk, record, id(2), terms(41));
    expect((await readLink(relay, link).open()).ok).toBe(true);
    const { verification } = (await desk.call('case', { record })).state.parts;
    const [asking] = [...verification.askings.values()].map((one) => [
      valueIn(one, 'source'),
      valueIn(one, 'told'),
    ]);
    expect(asking).toEqual([id(41), ['name', 'event']]);
  });

  it('[invariants 3, 11] goes out only with her yes to it, is written down among what was shared, and stops with her no', async () => {
    const { desk, record } = await begun();
    const given = { record, terms: asked(Date.now()), although: '', form: 'case:sheet' };
    const refusedBy = async (sheet: string, consent: SheetConsent) => {
      await desk.call('sendSheet', { ...given, sheet, consent });
      const { pending } = await desk.until('case', { record }, (view) =>
        view.pending.some(({ delivery }) => delivery === 'refused'),
      );
      await desk.call('discardPending', { action: pending[0]?.action ?? '' });
      return pending[0]?.failure;
    };
    const noConsent = { code: 'refused', refusal: { code: 'no_consent' } };
    expect(await refusedBy(id(1), { ...agreedTo, recipient: 'Somebody else' })).toMatchObject(noConsent);
    // A referee who is named in words alone has nowhere to say whether he agrees.
    expect(await refusedBy(id(2), { ...agreedTo, purpose: 'con_verify_referee' })).toMatchObject({
      refusal: { code: 'must_not_ask' },
    });
    await sendSheet(desk, record, id(3), asked(Date.now()));
    const { consents } = (await desk.call('case', { record })).state.parts;
    const [sharing] = [...consents.sharings.values()];
    expect(sharing).toMatchObject({
      id: id(3),
      act: 'sheet',
      use: { fields: ['name', 'work', 'story'], recipient: agreedTo.recipient },
    });
    const stop: CaseEvent = {
      type: 'ConsentsWithdrawn',
      v: 1,
      id: id(60),
      person: null,
      consents: [],
      all: true,
      how: 'conch_oral_noted',
      on: '2026-11-21',
      words: 'Ask nobody any more.',
    };
    await desk.call('actOnCase', { record, events: [stop], form: null });
    await desk.until('case', { record }, (view) => view.pending.length === 0);
    expect(await refusedBy(id(4), agreedTo)).toMatchObject(noConsent);
    expect((await sheetsOf(desk, record)).size).toBe(1);
  });

  it('needs a door: without one it is refused, and nothing is kept', async () => {
    const relay = await startTestRelay();
    const desk = await openDesk(relay);
    open.push(relay, desk);
    await desk.call('createOrganisation', {
      token: await relay.token(),
      organisation: 'Synthetic Aid',
      name: 'Officer One',
      passphrase,
    });
    const given = {
      record: '00'.repeat(32),
      sheet: id(1),
      terms: asked(Date.now()),
      although: '',
      consent: agreedTo,
      form: 'case:sheet',
    };
    expect(await desk.attempt('sendSheet', given)).toMatchObject({
      error: { code: 'refused', refusal: { code: 'no_mailbox' } },
    });
  });
});
