import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { type GuestMessage, messageLimits, sourceOf, writeMessage } from './message.ts';
import { readGuestMessage } from './read-message.ts';
import { readTeamMessage, type TeamMessage, writeTeamMessage } from './reply.ts';

describe('what she writes', () => {
  it('needs only a few words, and comes back as she wrote it', () => {
    const message: GuestMessage = { type: 'request', v: 1, what: 'ကူညီပါ', locale: 'my' };
    expect(readGuestMessage(writeMessage(message))).toEqual({ kind: 'read', message, unread: [] });
  });

  it('comes back whole when she answers everything', () => {
    const message: GuestMessage = {
      type: 'request',
      v: 1,
      what: 'Two lines.',
      locale: 'fa-AF',
      danger48h: 'unsure',
      writtenBy: sourceOf('other', 'family'),
      about: 'other',
      relation: 'family',
      knows: 'cannot',
      callName: 'K',
      country: 'TR',
      languages: ['fa', 'tr'],
      otherLanguages: 'Hazaragi',
      channels: [{ channel: 'chan_sms', detail: '1', safe: false }],
      safeHours: {
        zone: 'Europe/Istanbul',
        spans: [{ days: ['fri', 'sat'], from: '20:00', until: '01:30' }],
      },
      safeTimes: 'after 20:00',
      codeWords: { fromUs: 'the blue kettle', underForce: 'all is well' },
      doNotContactDirectly: true,
      never: ['call', 'employer'],
      neverOther: 'Do not visit.',
      help: ['sup_legal'],
      files: [{ hidden: 'removed', originalHash: '0'.repeat(64) }],
    };
    expect(readGuestMessage(writeMessage(message))).toEqual({ kind: 'read', message, unread: [] });
    expect(sourceOf('self', undefined)).toBe('src_self');
    expect(sourceOf('other', 'client')).toBe('src_colleague');
  });

  it('loses nothing to a field that cannot be understood: the rest is read, and the field is named', () => {
    const read = readGuestMessage(
      JSON.stringify({
        type: 'request',
        v: 1,
        what: 'Help.',
        country: 'Atlantis',
        mood: 'low',
        never: ['call'],
      }),
    );
    expect(read).toEqual({
      kind: 'read',
      message: { type: 'request', v: 1, what: 'Help.', locale: 'und', never: ['call'] },
      unread: ['country', 'mood'],
    });
  });

  it('is kept as it came when it is from a newer page or is no message', () => {
    expect(readGuestMessage('{"type":"request","v":2,"what":"x"}')).toMatchObject({
      kind: 'newer',
      name: 'request',
    });
    expect(readGuestMessage('{"type":"request","v":1}')).toMatchObject({ kind: 'unreadable' });
    expect(readGuestMessage('{"type":"__proto__","v":1}')).toMatchObject({ kind: 'newer' });
    const long = 'x'.repeat(messageLimits.text + 1);
    expect(readGuestMessage(JSON.stringify({ type: 'message', v: 1, text: long }))).toMatchObject({
      kind: 'unreadable',
    });
  });

  it('never stops the desk, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (raw) => {
        expect(['read', 'newer', 'unreadable']).toContain(readGuestMessage(raw).kind);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('what the door carries of the domain', () => {
  it('is these two files alone: they import types and no code', () => {
    for (const file of ['message.ts', 'reply.ts']) {
      const source = readFileSync(new URL(file, import.meta.url), 'utf8');
      expect(source.match(/^(import|export) (?!type|function|const)[^\n]*/gm) ?? []).toEqual([]);
      expect(source.match(/\bfrom '/g)?.length ?? 0).toBe(
        source.match(/^import type .*from '/gm)?.length ?? 0,
      );
    }
  });
});

describe('what the team writes', () => {
  it('comes back at the door as it was written', () => {
    const messages: readonly TeamMessage[] = [
      { type: 'reply', v: 1, text: 'We read it.' },
      { type: 'opened', v: 1, sequence: 3 },
      { type: 'declined', v: 1, text: 'No.', alternatives: ['A'], until: 5 },
      { type: 'confirmed', v: 1 },
      { type: 'closed', v: 1, moved: true },
    ];
    for (const message of messages) expect(readTeamMessage(writeTeamMessage(message))).toEqual(message);
  });

  it('is nothing where this page is too old for it, and never an error', () => {
    expect(readTeamMessage('{"type":"reply","v":2,"text":"x"}')).toBeNull();
    expect(readTeamMessage('{"type":"dance","v":1}')).toBeNull();
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (raw) => {
        const read = readTeamMessage(raw);
        expect(read === null || read.v === 1).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });
});
