import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { type GuestMessage, messageLimits, sourceOf, writeMessage } from './message.ts';
import { readGuestMessage } from './read-message.ts';
import { readTeamMessage, type TeamMessage, writeTeamMessage } from './reply.ts';

describe('what she writes', () => {
  it('needs only a few words, and comes back as she wrote it [invariant 1]', () => {
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

  it('comes back whole when she answers what was put before her', () => {
    const [id, hash] = ['0a'.repeat(16), '0b'.repeat(32)];
    const messages: readonly GuestMessage[] = [
      { type: 'consent', v: 1, id, asked: hash, answer: 'withdrawn', words: 'No more.' },
      { type: 'checkIn', v: 1, safe: false, plan: id, text: 'They are at the door.', word: 'harbour' },
      { type: 'checkIn', v: 1, safe: true },
      { type: 'plan', v: 1, plan: id, answer: 'accepted' },
      { type: 'held', v: 1, note: id, line: 2, wants: 'corrected', text: 'It is L.' },
      { type: 'held', v: 1, note: id, wants: 'deleted' },
      { type: 'measure', v: 1, plan: hash, measure: id, answer: 'unsure', text: 'Who pays?' },
      { type: 'measure', v: 1, plan: hash, measure: id, answer: 'agreed' },
      { type: 'checkInWish', v: 1, wants: 'pause', from: 5, until: 9, text: 'I travel.' },
      { type: 'checkInWish', v: 1, wants: 'end', agreed: id },
      { type: 'close', v: 1, wants: 'destroy', text: 'Everything.' },
      { type: 'close', v: 1 },
    ];
    for (const message of messages)
      expect(readGuestMessage(writeMessage(message))).toEqual({ kind: 'read', message, unread: [] });
    // A word that says neither yes nor no is no word.
    expect(readGuestMessage(JSON.stringify({ ...messages[0], answer: 'perhaps' })).kind).toBe('unreadable');
    expect(readGuestMessage(JSON.stringify({ type: 'checkIn', v: 1, safe: 'yes' })).kind).toBe('unreadable');
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
  it('is these few files alone: they import types and each other, and no shapes and no lists of codes', () => {
    const carried = ['./reading.ts', './read-shown.ts', './shown-plan.ts'];
    for (const file of ['message.ts', 'reply.ts', 'reading.ts', 'read-shown.ts', 'shown-plan.ts']) {
      const source = readFileSync(new URL(file, import.meta.url), 'utf8');
      const code = [...source.matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)'/gm)].map(
        ([, from]) => from,
      );
      expect(
        code.filter((from) => !carried.includes(from ?? '')),
        file,
      ).toEqual([]);
    }
  });
});

const shownPlan: TeamMessage = {
  type: 'shownPlan',
  v: 1,
  id: '0a'.repeat(16),
  version: 1,
  language: 'fa',
  aims: 'To stay.',
  arrest: 'Say nothing.',
  risks: { id: '0e'.repeat(16), look: 'A car at the gate.', act: 'Call Ana.' },
  measures: [
    {
      id: '0c'.repeat(16),
      seen: 2,
      aim: 'reduce_threat',
      what: 'Two ways home.',
      by: '2026-12-01',
      who: 'Ana',
      when: 'When the car is back.',
      fallback: 'We look again.',
    },
  ],
  contacts: [{ id: '0d'.repeat(16), who: 'Her sister', how: 'Phone', occasions: ['arrest'], tell: 'All.' }],
};
const rounds: TeamMessage = {
  type: 'rounds',
  v: 1,
  id: '0a'.repeat(16),
  agreed: [
    {
      id: '0c'.repeat(16),
      rhythm: { times: ['21:00'], zone: 'UTC' },
      from: 5,
      until: null,
      grace: 60,
      way: 'A call',
      silence: 'We ring.',
      language: 'en',
    },
  ],
  pauses: [{ id: '0d'.repeat(16), from: 5, until: 9 }],
};

describe('what the team writes', () => {
  it('comes back at the door as it was written', () => {
    const id = '0a'.repeat(16);
    const plan = { from: 5, until: null, grace: 60, silence: 'We ring.', language: 'en' } as const;
    const messages: readonly TeamMessage[] = [
      { type: 'reply', v: 1, text: 'We read it.' },
      { type: 'opened', v: 1, sequence: 3 },
      { type: 'declined', v: 1, text: 'No.', alternatives: ['A'], until: 5 },
      { type: 'confirmed', v: 1 },
      { type: 'closed', v: 1, moved: true },
      {
        type: 'opened',
        v: 1,
        sequence: 3,
        standing: { consents: [{ id, answer: 'given' }], plan: { id, answer: 'accepted' } },
      },
      {
        type: 'consent',
        v: 1,
        id,
        purpose: 'con_contact',
        recipient: 'A host',
        fields: ['name'],
        text: 'May we?',
        version: 1,
        language: 'en',
        until: '2026-12-01',
      },
      { type: 'next', v: 1, text: 'We speak on Monday.', day: null, who: '' },
      { type: 'held', v: 1, id, lines: [{ what: 'Your name', since: '', why: '', who: '', until: '' }] },
      { type: 'checkIn', v: 1, id, rhythm: { every: 12 }, ...plan },
      { type: 'checkIn', v: 1, id, rhythm: { times: ['08:00', '20:00'], zone: 'Asia/Tbilisi' }, ...plan },
      { type: 'checkInEnded', v: 1, id },
      { type: 'consentDropped', v: 1, id },
      { type: 'question', v: 1, id, text: 'A passport?', choices: ['Yes', 'No'], form: null },
      shownPlan,
      {
        type: 'shownPlan',
        v: 1,
        id,
        version: 2,
        language: 'ar',
        aims: '',
        arrest: '',
        risks: null,
        measures: [],
        contacts: [],
      },
      rounds,
      { type: 'rounds', v: 1, id, agreed: [], pauses: [] },
      {
        type: 'opened',
        v: 1,
        sequence: 3,
        standing: {
          consents: [],
          plan: null,
          plans: [{ id, answer: 'ended' }],
          measures: [{ measure: id, plan: '0b'.repeat(32), answer: 'refused' }],
        },
      },
    ];
    for (const message of messages) expect(readTeamMessage(writeTeamMessage(message))).toEqual(message);
  });

  it('is opened all the same where what it says of her answers cannot be read', () => {
    for (const standing of [
      5,
      {},
      { consents: [{ id: 'x', answer: 'given' }, 7], plan: 'y' },
      { consents: 0 },
    ]) {
      const read = readTeamMessage(JSON.stringify({ type: 'opened', v: 1, sequence: 1, standing }));
      expect(read).toMatchObject({ type: 'opened', sequence: 1 });
    }
  });

  it('is nothing where a part of it is missing or wrong: half a consent, half a note and half a plan are none', () => {
    const id = '0a'.repeat(16);
    for (const broken of [
      { type: 'consent', v: 1, id },
      {
        type: 'consent',
        v: 1,
        id: 'x',
        purpose: 'con_contact',
        recipient: 'A',
        fields: [],
        text: 'T',
        version: 1,
        language: 'en',
        until: null,
      },
      { type: 'next', v: 1, text: 'x', day: 'Monday', who: '' },
      { type: 'held', v: 1, id, lines: [{ what: 'x' }] },
      {
        type: 'checkIn',
        v: 1,
        id,
        rhythm: { every: 0 },
        from: 0,
        until: null,
        grace: 0,
        silence: '',
        language: 'en',
      },
      {
        type: 'checkIn',
        v: 1,
        id,
        rhythm: { times: ['8'], zone: 'UTC' },
        from: 0,
        until: null,
        grace: 0,
        silence: '',
        language: 'en',
      },
      { type: 'question', v: 1, id, text: 'x', choices: ['Yes'], form: 'y' },
      { ...shownPlan, measures: [{ id, what: 'x' }] },
      { ...shownPlan, contacts: 'x' },
      { ...shownPlan, version: '1' },
      { ...rounds, pauses: [{ id, from: 5 }] },
      { ...rounds, agreed: [{ id, rhythm: { every: 0 } }] },
    ])
      expect(readTeamMessage(JSON.stringify(broken)), JSON.stringify(broken)).toBeNull();
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
