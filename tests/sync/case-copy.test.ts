import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseEvent } from '@leeward/domain/case/events.ts';
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
  const rows = [{ key: 'A', row: 1, pseudonym: 'Heron', events }];
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
  it('holds what was chosen, is written down before it is given out, and says itself whether somebody changed it', async () => {
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

  it('for somebody outside is not given without consent to every kind of fact in it, and nothing is written down', async () => {
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
