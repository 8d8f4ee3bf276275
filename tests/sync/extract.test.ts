import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { baseOf, editOf } from '@leeward/domain/shared/items.ts';
import { askOf, yesOf } from '@leeward/domain/testing/consents-of-a-case.ts';
import { them } from '@leeward/domain/testing/people-of-a-case.ts';
import { type FindingValues, findingItems } from '@leeward/domain/verification/events.ts';
import { writePartnerExtract } from '@leeward/domain/verification/partner.ts';
import { generateSigningSeed, publicKeyOf } from '@leeward/sealed-log/crypto/ed25519.ts';
import { readDoorLink } from '@leeward/sealed-log/door/descriptor.ts';
import { openExtract, sealExtract } from '@leeward/sealed-log/door/extract.ts';
import { newRecoveryCode } from '@leeward/sealed-log/phrase/recoveryCode.ts';
import { createDoorClient } from '@leeward/workspace/transport/door-client.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';
import { relayFetch } from '../support/relay-fetch.ts';
import { caseAt } from '../support/sheet-story.ts';

const open: (TestDesk | TestRelay)[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await ('end' in one ? one.end() : one.stop());
});

const id = (number: number): string => number.toString(16).padStart(32, '0');
const today = new Date().toISOString().slice(0, 10);
const partner = 'North Wind House';

const finding = editOf(findingItems, baseOf<FindingValues>(undefined, id(70)), {
  question: 'vq_defender_work',
  level: 'ver_3_referee',
  sources: [],
  confidence: 'conf_high',
  stake: { has: 'none', words: '' },
  words: 'Her name is SYNTHETIC-NAME and she leads the union.',
  on: today,
  until: null,
  foundBy: '',
}) as CaseEvent;
const yes = yesOf(
  askOf(9, { purpose: 'con_reuse_verification', recipient: partner, fields: ['verification'] }),
  them.defender,
);

const wanted = (record: string) => ({
  record,
  sharing: id(80),
  recipient: partner,
  reference: 'Blue 7',
  questions: ['vq_defender_work', 'vq_identity'] as const,
  what: 'Result of a verification.',
});

async function begun() {
  const relay = await startTestRelay();
  const desk = await openDesk(relay);
  open.push(relay, desk);
  const { record, doorLink } = await caseAt(desk, relay);
  await desk.call('actOnCase', { record, events: [finding], form: null });
  await desk.until('case', { record }, (view) => view.pending.length === 0);
  const agree = async () => {
    await desk.call('actOnCase', { record, events: [yes], form: null });
    await desk.until('case', { record }, (view) => view.pending.length === 0);
  };
  return { relay, desk, record, doorLink, agree };
}

/** A desk of another organisation, which has never spoken to the first one's server. */
async function partnersDesk() {
  const relay = await startTestRelay();
  const desk = await openDesk(relay);
  open.push(relay, desk);
  return { relay, desk, ...(await caseAt(desk, relay)) };
}

describe('a result that a partner may use again', () => {
  it('is read and verified at another organisation’s desk, without a name, and stands among what was shared', async () => {
    const { desk, record, doorLink, agree } = await begun();
    await agree();
    const made = await desk.call('makeExtract', wanted(record));
    const other = await partnersDesk();
    const read = await other.desk.call('readExtract', { file: made.file, code: made.code, link: doorLink });
    if (!read.ok) throw new Error(read.why);
    expect(read.extract).toMatchObject({ recipient: partner, reference: 'Blue 7', on: today });
    expect(read.extract.findings).toEqual([
      {
        question: 'vq_defender_work',
        level: 'ver_3_referee',
        confidence: 'conf_high',
        kinds: [],
        stake: false,
        month: today.slice(0, 7),
        until: expect.any(String),
      },
    ]);
    const text = Buffer.from(made.file).toString('latin1') + JSON.stringify(read.extract);
    for (const secret of ['SYNTHETIC-NAME', 'Heron', record]) expect(text).not.toContain(secret);
    const { consents } = (await desk.call('case', { record })).state.parts;
    expect(consents.sharings.get(id(80))).toMatchObject({ act: 'reuse', use: { recipient: partner } });
  });

  it('[invariants 3, 11] needs her yes to this partner, and nothing is given out without it', async () => {
    const { desk, record, agree } = await begun();
    const refused = { error: { code: 'refused', refusal: { code: 'no_consent' } } };
    expect(await desk.attempt('makeExtract', wanted(record))).toMatchObject(refused);
    await agree();
    const elsewhere = { ...wanted(record), recipient: 'South Wind House' };
    expect(await desk.attempt('makeExtract', elsewhere)).toMatchObject(refused);
    const { consents } = (await desk.call('case', { record })).state.parts;
    expect(consents.sharings.size).toBe(0);
  });

  it('holds only what was found: nothing found is nothing to give', async () => {
    const { desk, record, agree } = await begun();
    await agree();
    const nothing = { ...wanted(record), questions: ['vq_events'] as const };
    expect(await desk.attempt('makeExtract', nothing)).toMatchObject({
      error: { refusal: { code: 'not_there' } },
    });
  });

  it('[rule 18] is refused where a byte was changed, the code is another, or another organisation is said to have written it', async () => {
    const { desk, record, doorLink, agree } = await begun();
    await agree();
    const { file, code } = await desk.call('makeExtract', wanted(record));
    const other = await partnersDesk();
    const read = (changes: object) =>
      other.desk.call('readExtract', { file, code, link: doorLink, ...changes });
    expect(await read({})).toMatchObject({ ok: true });
    const changed = file.slice(0);
    const bytes = new Uint8Array(changed);
    bytes[bytes.length - 5] = (bytes[bytes.length - 5] ?? 0) ^ 1;
    expect(await read({ file: changed })).toEqual({ ok: false, why: 'broken-file' });
    expect(await read({ file: new ArrayBuffer(10) })).toEqual({ ok: false, why: 'broken-file' });
    expect(await read({ link: other.doorLink })).toEqual({ ok: false, why: 'other-organisation' });
    expect(await read({ link: 'nonsense' })).toEqual({ ok: false, why: 'broken-link' });
    expect(await read({ code: 'nonsense' })).toEqual({ ok: false, why: 'wrong-code' });
    const again = await desk.call('makeExtract', { ...wanted(record), sharing: id(81) });
    expect(await read({ code: again.code })).toEqual({ ok: false, why: 'wrong-code' });
  });

  it('[rule 18] is refused where somebody signs who may not speak for it, with every proof of its door beside', async () => {
    const { relay, doorLink } = await begun();
    const link = readDoorLink(doorLink.slice(doorLink.indexOf('#')));
    if (link === null) throw new Error('no link');
    const client = createDoorClient({ origin: relay.url('door'), fetch: relayFetch(relay.address) });
    const served = await client.descriptor(link.org);
    if (!served.ok) throw new Error(served.error.code);
    const seed = generateSigningSeed();
    const device = await publicKeyOf(seed);
    const code = newRecoveryCode();
    const text = writePartnerExtract({ v: 1, reference: 'x', on: today, findings: [] }, partner);
    const said = { org: link.org, at: Math.floor(Date.now() / 1000), text };
    const proof = { descriptor: served.value, index: 0, path: [] };
    const forged = await sealExtract(said, { device, seed }, proof, code);
    expect(await openExtract(forged, code, link)).toEqual({ ok: false, error: 'not-theirs' });
    // A day for which its door has never spoken.
    const early = { ...said, at: said.at - 30 * 24 * 3600 };
    const old = await sealExtract(early, { device, seed }, proof, code);
    expect(await openExtract(old, code, link)).toEqual({ ok: false, error: 'not-theirs' });
  });

  it('is not made where the case cannot be told of it first [invariant 3]', async () => {
    const { relay, desk, record, agree } = await begun();
    await agree();
    await relay.stop();
    const tried = await desk.attempt('makeExtract', wanted(record));
    expect(tried.ok).toBe(false);
  });
});
