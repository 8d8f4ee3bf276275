import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { type CalendarDay, icsOf } from './ics.ts';

/**
 * A reader of calendars of our own, written from RFC 5545 and not from what writes them: it takes lines apart by their
 * octets, and holds every rule that it knows against what it reads.
 */
function read(text: string): readonly Readonly<Record<string, string>>[] {
  if (!text.endsWith('\r\n')) throw new Error('the last line does not end');
  const raw = text.slice(0, -2).split('\r\n');
  for (const line of raw) {
    if (/[\r\n]/.test(line)) throw new Error('a bare line break');
    if (new TextEncoder().encode(line).length > 75) throw new Error(`longer than 75 octets: ${line}`);
    // Octets of one character that were torn apart would not have survived as text.
    if (line.includes('\uFFFD')) throw new Error('a torn character');
  }
  const lines: string[] = [];
  for (const line of raw) {
    if (line.startsWith(' ') || line.startsWith('\t')) lines[lines.length - 1] += line.slice(1);
    else lines.push(line);
  }
  const events: Record<string, string>[] = [];
  const open: string[] = [];
  for (const line of lines) {
    const colon = line.indexOf(':');
    const [name = '', ...parameters] = line.slice(0, colon).split(';');
    const value = line.slice(colon + 1);
    if (!/^[A-Z-]+$/.test(name)) throw new Error(`no name of a property: ${line}`);
    if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') events.push({});
      continue;
    }
    if (name === 'END') {
      if (open.pop() !== value) throw new Error('ends what it did not begin');
      continue;
    }
    const event = events.at(-1);
    if (open.at(-1) !== 'VEVENT' || event === undefined) continue;
    if (name in event) throw new Error(`${name} twice`);
    event[name] = parameters.includes('VALUE=DATE') ? `date ${value}` : value;
  }
  if (open.length > 0) throw new Error('left open');
  for (const event of events)
    for (const needed of ['UID', 'DTSTAMP', 'DTSTART'])
      if (event[needed] === undefined) throw new Error(`without ${needed}`);
  return events;
}

function textOf(value: string): string {
  let text = '';
  for (let at = 0; at < value.length; at += 1) {
    const character = value.charAt(at);
    if (character === ';' || character === ',') throw new Error('not escaped');
    if (character !== '\\') {
      text += character;
      continue;
    }
    at += 1;
    const next = value.charAt(at);
    if (!['\\', ';', ',', 'n', 'N'].includes(next)) throw new Error(`escapes ${next}`);
    text += next === 'n' || next === 'N' ? '\n' : next;
  }
  return text;
}

const record = 'ab'.repeat(32);
const one: CalendarDay = { id: `${record} status:${'3f'.repeat(16)}`, day: '2026-12-31', title: 'To do' };

describe('days for another calendar', () => {
  it('are whole days, marked private, that take nobody’s time', async () => {
    const [event] = read(await icsOf([one], '2026-11-21'));
    expect(event).toMatchObject({
      DTSTART: 'date 20261231',
      DTEND: 'date 20270101',
      DTSTAMP: '20261121T000000Z',
      SUMMARY: 'To do',
      CLASS: 'PRIVATE',
      TRANSP: 'TRANSPARENT',
    });
  });

  it('keep their name from one export to the next, so that a moved day moves and does not come twice', async () => {
    const [before] = read(await icsOf([one], '2026-11-21'));
    const [after] = read(await icsOf([{ ...one, day: '2027-01-15', title: 'Moved' }], '2026-12-01'));
    expect(after?.['UID']).toBe(before?.['UID']);
    const [other] = read(await icsOf([{ ...one, id: `${record} other` }], '2026-11-21'));
    expect(other?.['UID']).not.toBe(before?.['UID']);
  });

  it('[fault 58] say nothing of the record, of the task, or of what made them', async () => {
    const text = await icsOf([one], '2026-11-21');
    for (const secret of [record, record.slice(0, 16), '3f3f', 'status', 'eeward'])
      expect(text).not.toContain(secret);
  });

  it('are read back as they were written, whatever a title holds', async () => {
    const title = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.constantFrom(
        'تجديد الإقامة؛ قبل الموعد',
        'a;b,c\\n\\',
        'line\r\nBEGIN:VEVENT\r\nX',
        '👩‍👩‍👧'.repeat(30),
        '',
      ),
    );
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(title, day), { maxLength: 4 }), async (all) => {
        const days = all.map(([text, date], index) => ({
          id: String(index),
          day: date.toISOString().slice(0, 10),
          title: text.replace(/\p{Surrogate}/gu, ''),
        }));
        const events = read(await icsOf(days, '2026-11-21'));
        expect(events.map((event) => textOf(event['SUMMARY'] ?? ''))).toEqual(
          days.map(({ title: text }) =>
            text
              .replace(/\r\n|\r|\n/g, '\n')
              // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not have gone out
              .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' '),
          ),
        );
        expect(events.map((event) => event['DTSTART'])).toEqual(
          days.map((one) => `date ${one.day.replaceAll('-', '')}`),
        );
      }),
      { numRuns: runs(100) },
    );
  });
});
