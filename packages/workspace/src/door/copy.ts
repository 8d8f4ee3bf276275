/*
 * A copy of a conversation to take away: one page without anything that acts, loads or tells, in her language. What
 * other people wrote is text in it, whatever it contains.
 */

export type CopiedLine = {
  readonly from: 'you' | 'team';
  /** In words, as her calendar writes it; empty where it is not known. */
  readonly when: string;
  readonly text: string;
  /** Names and sizes, in words. */
  readonly files: readonly string[];
};

/** What stands apart from the messages: her plan, what she allows, what is held about her. */
export type CopiedPart = {
  readonly heading: string;
  /** Each a thing of its own, with its lines. */
  readonly things: readonly { readonly title: string; readonly lines: readonly string[] }[];
};

export type CopyWords = {
  readonly title: string;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly made: string;
  readonly you: string;
  readonly team: string;
  /** Over the messages. */
  readonly talk: string;
  /** What is not in the copy, and what to do with it. */
  readonly notes: readonly string[];
};

const look =
  'body{max-width:42rem;margin:1.5rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}' +
  'li{margin:0 0 1rem}h3{margin:0;font-size:1rem}p{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}small{color:#555}';

/** The copy as the text of one file of HTML. */
export function readableCopy(
  lines: readonly CopiedLine[],
  words: CopyWords,
  parts: readonly CopiedPart[] = [],
): string {
  const things = parts.map(({ heading, things: all }) => {
    const each = all.map(({ title, lines: said }) => {
      const name = title === '' ? '' : `<h3 dir="auto">${plain(title)}</h3>`;
      return `<li>${name}${said.map((line) => `<p dir="auto">${plain(line)}</p>`).join('')}</li>`;
    });
    return `<h2>${plain(heading)}</h2><ul>${each.join('\n')}</ul>`;
  });
  const items = lines.map(({ from, when, text, files }) => {
    const who = plain(from === 'you' ? words.you : words.team);
    const about = when === '' ? who : `${who} · ${plain(when)}`;
    const listed = files.map((file) => `<br><small><bdi>${plain(file)}</bdi></small>`).join('');
    return `<li><small>${about}</small><p dir="auto">${plain(text)}</p>${listed}</li>`;
  });
  return [
    '<!doctype html>',
    `<html lang="${plain(words.locale)}" dir="${words.direction}">`,
    '<meta charset="utf-8">',
    // Nothing may be fetched by a copy, on whatever device it is opened.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${plain(words.title)}</title>`,
    `<style>${look}</style>`,
    `<h1>${plain(words.title)}</h1>`,
    `<p>${plain(words.made)}</p>`,
    ...things,
    `<h2>${plain(words.talk)}</h2>`,
    `<ol>${items.join('\n')}</ol>`,
    ...words.notes.map((note) => `<p><small>${plain(note)}</small></p>`),
    '</html>',
    '',
  ].join('\n');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const plain = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
