import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { writeForm } from '@leeward/forms';
import { formOf, options } from '@leeward/forms/testing/forms.ts';
import { openCopy } from '@leeward/workspace/door/testing/open-copy.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../apps/cli/src/main.ts';
import { foundAt, openDesk, type TestDesk, teamOf } from '../support/desk.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';

const open: (TestDesk | TestRelay)[] = [];
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leeward-copy-'));
});
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await ('end' in one ? one.end() : one.stop());
  rmSync(folder, { recursive: true });
});

async function withCase() {
  const relay = await startTestRelay();
  const desk = await openDesk(relay);
  open.push(relay, desk);
  const view = await foundAt(desk, relay);
  const events: readonly CaseEvent[] = [
    { type: 'NoteWritten', v: 1, text: 'Only in the notes.' },
    { type: 'SummaryKept', v: 1, field: 'danger', value: 'Followed home.', replaces: [] },
  ];
  const rows = [{ key: 'A', row: 1, pseudonym: 'Heron', events, identity: [], people: [], ids: {} }];
  await desk.call('bringCases', {
    batch: '0b'.repeat(16),
    source: 'Sample',
    teams: [teamOf(view, 'protection')],
    rows,
  });
  const [line] = await desk.until('cases', {}, ([one]) => one?.brought !== undefined);
  await desk.until('session', {}, (now) => now.type === 'open' && now.unsent === 0);
  return { relay, desk, record: line?.record ?? '' };
}

const within = { reason: 'For the hearing.', use: null, passphrase: '' } as const;

/** What the command line says of a file. */
async function checked(text: string): Promise<{ readonly code: number; readonly said: string }> {
  const file = join(folder, `copy-${Math.random()}.json`);
  writeFileSync(file, text);
  const said: string[] = [];
  const code = await main(['check-copy', file, '--write', `${file}.txt`], (one: string) => said.push(one));
  return { code, said: said.join('\n') };
}

describe('a copy of a file', () => {
  it('holds answers to the organisation’s own questions with the words that were asked, and nothing that is sealed', async () => {
    const { desk, record } = await withCase();
    const session = await desk.call('session', {});
    if (session.type !== 'open') throw new Error('not open');
    const asked = formOf(
      { name: 'village', type: 'text', label: { en: 'Which village?', ar: 'أي قرية؟' } },
      {
        name: 'children',
        type: 'repeat',
        label: { en: 'Children' },
        questions: [{ name: 'way', type: 'selectOne', label: { en: 'Way to school' }, options }],
      },
      { name: 'ill', type: 'text', sealedFor: [teamOf(session, 'custody')] },
    );
    await desk.call('placeQuestions', { text: writeForm(asked), place: 'file', offered: true });
    const [placed] = await desk.until('placedQuestions', {}, (list) => list.length === 1);
    const set = {
      '@form': placed?.form ?? '',
      '@about': 'case',
      village: 'By the river',
      ill: 'Asthma',
      'children/0a0a0a0a': true,
      'children/0a0a0a0a/way': 'b',
    };
    const kept: CaseEvent = { type: 'AnswersKept', v: 1, id: '0d'.repeat(16), set, replaces: {} };
    await desk.call('actOnCase', { record, events: [kept], form: null });
    await desk.until('session', {}, (now) => now.type === 'open' && now.unsent === 0);
    const { bytes } = await desk.call('takeCopy', { record, parts: ['answers'], format: 'json', ...within });
    const text = new TextDecoder().decode(bytes ?? new ArrayBuffer(0));
    const copy = JSON.parse(JSON.parse(text).copy);
    expect(copy.content.answersInWords).toMatchObject([
      {
        form: { en: 'Sample' },
        about: 'case',
        answers: [
          { question: { en: 'Which village?', ar: 'أي قرية؟' }, answer: 'By the river' },
          {
            question: { en: 'Way to school' },
            within: [{ of: { en: 'Children' }, number: 1 }],
            answer: 'b',
            inWords: [{ en: 'b' }],
          },
          { question: { en: 'ill' }, sealedFor: ['custody'] },
        ],
      },
    ]);
    expect(text).not.toContain('Asthma');
    expect(text).toContain('By the river');
  });

  it('holds what was chosen, is written down before it is given out, and says itself whether somebody changed it [invariant 3]', async () => {
    const { desk, record } = await withCase();
    const { name, bytes } = await desk.call('takeCopy', {
      record,
      parts: ['summary'],
      format: 'json',
      ...within,
    });
    expect(name).toMatch(/^file-\d{4}-\d\d-\d\d\.json$/);
    const text = new TextDecoder().decode(bytes ?? new ArrayBuffer(0));
    expect(text).toContain('Followed home.');
    expect(text).not.toContain('Only in the notes');
    const { state } = await desk.call('case', { record });
    expect(state.parts.copies).toMatchObject([
      { parts: ['summary'], format: 'json', reason: 'For the hearing.' },
    ]);
    expect(await checked(text)).toMatchObject({ code: 0 });
    const changed = await checked(text.replace('Followed', 'Welcomed'));
    expect(changed).toMatchObject({ code: 1 });
    expect(changed.said).toContain('was changed');
    expect(await checked('{}')).toMatchObject({ code: 1 });
  });

  it('opens with its passphrase and any age tool, and is signed inside', async () => {
    const { desk, record } = await withCase();
    const passphrase = 'made up for tests only';
    const asked = { record, parts: ['summary'], format: 'age', ...within, passphrase } as const;
    const { bytes } = await desk.call('takeCopy', asked);
    const sealed = new Uint8Array(bytes ?? new ArrayBuffer(0));
    expect(new TextDecoder().decode(sealed.slice(0, 30))).toContain('age-encryption.org');
    expect(await checked(new TextDecoder().decode(sealed))).toMatchObject({ code: 1 });
    expect(await checked(await openCopy(sealed, passphrase))).toMatchObject({ code: 0 });
  });

  it('for somebody outside is not given without consent to every kind of fact in it, and nothing is written down [invariants 3, 4]', async () => {
    const { desk, record } = await withCase();
    const use = { purpose: 'con_referral_identity', recipient: 'Another organisation', persons: [] } as const;
    const refused = desk.call('takeCopy', {
      record,
      parts: ['summary'],
      format: 'json',
      ...within,
      use: use as never,
    });
    await expect(refused).rejects.toThrow(/no_consent/);
    const { state } = await desk.call('case', { record });
    expect(state.parts.copies).toEqual([]);
    expect(state.parts.consents.sharings.size).toBe(0);
  });
});
