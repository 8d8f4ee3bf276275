import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runs } from '../../../tests/support/size.ts';
import { type EventShapes, readEvent } from './shared/event.ts';
import { object, text } from './shared/shape.ts';
import { type Upcast, upcast } from './upcast.ts';

type Greeted = { readonly type: 'Greeted'; readonly v: 3; readonly words: string; readonly to: string };
const shapes: EventShapes<Greeted> = { Greeted: { v: 3, fields: object({ words: text(50), to: text(50) }) } };
const upcasts: readonly Upcast[] = [
  { type: 'Greeted', from: 1, to: ({ hello }) => ({ words: hello }) },
  { type: 'Greeted', from: 2, to: (event) => ({ ...event, to: 'everybody' }) },
];

it('an event of the first version is understood by the third, step by step', () => {
  expect(readEvent(shapes, upcasts, { type: 'Greeted', v: 1, hello: 'Good day' })).toEqual({
    ok: true,
    value: { type: 'Greeted', v: 3, words: 'Good day', to: 'everybody' },
  });
});

it('an event of the present version is left as it is', () => {
  const event = { type: 'Greeted', v: 3, words: 'Good day', to: 'you' };
  expect(upcast(upcasts, event)).toBe(event);
});

it('an old version that nobody can read any more is broken, a newer one is kept for later', () => {
  expect(readEvent(shapes, [], { type: 'Greeted', v: 1, hello: 'Good day' })).toMatchObject({ ok: false });
  expect(readEvent(shapes, upcasts, { type: 'Greeted', v: 4 })).toMatchObject({
    ok: true,
    value: { type: 'Unknown' },
  });
});

it('a hook that leads round in a circle still ends', () => {
  const circle: readonly Upcast[] = [
    { type: 'Greeted', from: 1, to: () => ({}) },
    { type: 'Greeted', from: 2, to: () => ({ v: 1 }) },
  ];
  expect(upcast(circle, { type: 'Greeted', v: 1 })).toEqual({ type: 'Greeted', v: 3 });
});

it('anything else passes through untouched', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(upcast(upcasts, json)).toBe(json);
    }),
    { numRuns: runs(100) },
  );
});
