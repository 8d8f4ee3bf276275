import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { limits } from '../wire/limits.ts';
import { parseBounded, parseEvents } from './events-json.ts';

describe('the events of a body', () => {
  it('are read as they were written', () => {
    const events = [{ type: 'NoteTaken', v: 1, text: 'brackets [{ in a text "count" for nothing' }];
    expect(parseEvents(JSON.stringify(events))).toEqual({ ok: true, value: events });
  });

  it('are refused before they are parsed when they are nested too deep or too long [fault 14]', () => {
    const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(parseBounded(nested(limits.jsonDepth)).ok).toBe(true);
    expect(parseBounded(nested(limits.jsonDepth + 1))).toEqual({ ok: false, error: 'too-deep' });
    expect(parseEvents('{"a":'.repeat(20_000))).toEqual({ ok: false, error: 'too-long' });
    expect(parseEvents('{"a":'.repeat(10_000))).toEqual({ ok: false, error: 'too-deep' });
    expect(parseEvents(`"${' '.repeat(limits.body)}"`)).toEqual({ ok: false, error: 'too-long' });
  });

  it('cannot reach into a prototype, however the key is spelt', () => {
    for (const key of ['__proto__', '\\u005f_proto__', '__\\u0070roto__'])
      expect(parseEvents(`[{"type":"A","inside":[{"${key}":{"admin":true}}]}]`)).toEqual({
        ok: false,
        error: 'forbidden-key',
      });
  });

  it('are a list of objects and nothing else', () => {
    for (const text of ['{}', '[1]', '[[]]', '[null]', '"x"', 'null'])
      expect(parseEvents(text)).toEqual({ ok: false, error: 'not-a-list' });
    for (const text of ['', '[', '[{]}', '{"a":1', "[{'a':1}]"])
      expect(parseEvents(text)).toEqual({ ok: false, error: 'not-json' });
  });

  it('never make the reader throw, whatever the text is [fault 14]', () => {
    const pieces = fc.array(
      fc.constantFrom('[', ']', '{', '}', '"', '\\', ':', ',', '1', 'null', '__proto__', '\\u'),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pieces.map((parts) => parts.join('')),
        ),
        (text) => {
          const result = parseEvents(text);
          if (result.ok) expect(JSON.parse(text)).toEqual(result.value);
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('say of every JSON value what the parser says, when it is shallow', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!text.includes('__proto__'));
        expect(parseBounded(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
      { numRuns: runs(200) },
    );
  });
});
