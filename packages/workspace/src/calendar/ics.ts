import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';

/*
 * Days for another calendar, as RFC 5545 wants them. What is written here leaves the sealed space: it says days and the
 * titles that were chosen, and nothing of who made it, whom it is about or where it came from.
 */

/** One whole day with a title. */
export type CalendarDay = {
  /** What it stands for; only a hash of it goes out, so that a later export changes the same entry. */
  readonly id: string;
  /** `2026-11-21` */
  readonly day: string;
  readonly title: string;
};

const end = '\r\n';

/** A calendar of whole days. `today` stands for the time of writing: the hour would say when somebody was at work. */
export async function icsOf(days: readonly CalendarDay[], today: string): Promise<string> {
  const events = await Promise.all(days.map((one) => eventOf(one, today)));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//calendar//days//EN',
    'CALSCALE:GREGORIAN',
    ...events.flat(),
    'END:VCALENDAR',
  ];
  return lines.map((line) => folded(line) + end).join('');
}

async function eventOf({ id, day, title }: CalendarDay, today: string): Promise<readonly string[]> {
  return [
    'BEGIN:VEVENT',
    `UID:${await uidOf(id)}`,
    `DTSTAMP:${plain(today)}T000000Z`,
    `DTSTART;VALUE=DATE:${plain(day)}`,
    `DTEND;VALUE=DATE:${plain(dayAfter(day))}`,
    `SUMMARY:${escaped(title)}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Ids within are random and never leave: their hash names the entry and leads back to nothing. */
async function uidOf(id: string): Promise<string> {
  const hash = toHex(await sha256(new TextEncoder().encode(`calendar day ${id}`)));
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(12, 16),
    hash.slice(16, 20),
    hash.slice(20, 32),
  ].join('-');
}

const plain = (day: string): string => day.replaceAll('-', '');
const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** TEXT (RFC 5545, 3.3.11). Characters that no calendar may hold become spaces. */
function escaped(text: string): string {
  return (
    text
      .replace(/[\\;,]/g, (character) => `\\${character}`)
      .replace(/\r\n|\r|\n/g, '\\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not go out
      .replace(/[\u0000-\u001f\u007f]/g, ' ')
  );
}

/** Lines of at most 75 octets (3.1), never cut within a character. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let result = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    // A line that goes on begins with a space, which counts.
    if (octets + size > 75) {
      result += `${end} `;
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return result;
}
