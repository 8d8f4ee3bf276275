import type { Result } from '../crypto/result.ts';
import { err, ok } from '../crypto/result.ts';
import { limits } from '../wire/limits.ts';

/**
 * Why the events of a body cannot be read: too long or too deep to be parsed at all, no JSON, no list of objects, or
 * a key that would reach into the prototype of whatever it is copied to.
 */
export type EventsProblem = 'too-long' | 'too-deep' | 'not-json' | 'not-a-list' | 'forbidden-key';

export type EventObject = { readonly [key: string]: unknown };

/** The events in a body: objects whose types and versions the domain judges. Never throws, whatever the text is. */
export function parseEvents(text: string): Result<readonly EventObject[], EventsProblem> {
  const parsed = parseBounded(text);
  if (!parsed.ok) return parsed;
  const events = parsed.value;
  return Array.isArray(events) && events.every(isObject) ? ok(events) : err('not-a-list');
}

/** One JSON value from somebody else, within the bounds of the format. */
export function parseBounded(text: string): Result<unknown, Exclude<EventsProblem, 'not-a-list'>> {
  if (text.length > limits.body) return err('too-long');
  // Before the parser sees it: an engine may run out of stack on what is nested deep enough.
  if (depthOf(text) > limits.jsonDepth) return err('too-deep');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err('not-json');
  }
  // The key can be spelt with escapes; where neither it nor an escape occurs, it cannot be there.
  const suspicious = text.includes('__proto__') || text.includes('\\u00');
  return suspicious && hasForbiddenKey(value) ? err('forbidden-key') : ok(value);
}

const isObject = (value: unknown): value is EventObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const codes = {
  quote: 0x22,
  backslash: 0x5c,
  list: 0x5b,
  listEnd: 0x5d,
  object: 0x7b,
  objectEnd: 0x7d,
} as const;

/** How deep brackets are nested outside of texts. Of what is no JSON at all it says nothing useful, and no harm is done. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inText) {
      if (code === codes.backslash) index += 1;
      else if (code === codes.quote) inText = false;
    } else if (code === codes.quote) inText = true;
    else if (code === codes.list || code === codes.object) {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (code === codes.listEnd || code === codes.objectEnd) depth -= 1;
  }
  return deepest;
}

function hasForbiddenKey(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasForbiddenKey);
  if (!isObject(value)) return false;
  return Object.entries(value).some(([key, inside]) => key === '__proto__' || hasForbiddenKey(inside));
}
