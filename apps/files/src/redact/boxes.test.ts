import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { type Box, boxBetween, moved, pointsUnder, sized } from './boxes.ts';

const place = fc.double({ min: -0.5, max: 1.5, noNaN: true });
const point = fc.tuple(place, place);
const step = fc.double({ min: -0.4, max: 0.4, noNaN: true });
const boxes = fc
  .tuple(point, point)
  .map(([from, to]) => boxBetween(1, from, to))
  .filter((box): box is Box => box !== null);

describe('a black box', () => {
  it('stays within the picture, however it is drawn, moved and sized', () => {
    fc.assert(
      fc.property(boxes, fc.array(fc.tuple(fc.boolean(), step, step)), (first, steps) => {
        const last = steps.reduce(
          (box, [moves, right, down]) => (moves ? moved(box, right, down) : sized(box, right, down)),
          first,
        );
        for (const value of [last.x, last.y]) expect(value).toBeGreaterThanOrEqual(0);
        expect(last.x + last.width).toBeLessThanOrEqual(1 + 1e-9);
        expect(last.y + last.height).toBeLessThanOrEqual(1 + 1e-9);
        expect(Math.min(last.width, last.height)).toBeGreaterThan(0);
      }),
      { numRuns: runs(300) },
    );
  });

  it('covers every point that it touches, and none outside of the picture', () => {
    fc.assert(
      fc.property(
        boxes,
        fc.integer({ min: 1, max: 4096 }),
        fc.integer({ min: 1, max: 4096 }),
        (box, width, height) => {
          const under = pointsUnder(box, width, height);
          expect(under.x).toBeLessThanOrEqual(box.x * width);
          expect(under.x + under.width).toBeGreaterThanOrEqual(
            Math.min((box.x + box.width) * width, width) - 1e-6,
          );
          expect(under.x + under.width).toBeLessThanOrEqual(width);
          expect(under.y + under.height).toBeLessThanOrEqual(height);
          expect(Math.min(under.width, under.height)).toBeGreaterThan(0);
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('is none where somebody only pressed', () => {
    expect(boxBetween(1, [0.5, 0.5], [0.501, 0.9])).toBeNull();
    expect(boxBetween(1, [0.9, 0.9], [0.5, 0.5])).toMatchObject({ x: 0.5, y: 0.5 });
  });
});
