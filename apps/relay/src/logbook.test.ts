import { describe, expect, it } from 'vitest';
import { openLogbook, sourcePlace } from './logbook.ts';

describe('the logbook', () => {
  it('writes the hour, the event and a count, and no finer time [fault 22]', () => {
    const lines: string[] = [];
    openLogbook((line) => lines.push(line))('forgotten', 3);
    expect(JSON.parse(lines[0]!)).toEqual({
      hour: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:00Z$/),
      event: 'forgotten',
      count: 3,
    });
  });

  it('says where our own code broke, and nothing that an error says', () => {
    const place = sourcePlace(new Error('canary text of somebody at packages/canary.ts:1:1'));
    expect(place.at).toMatch(/^apps\/relay\/src\/logbook\.test\.ts:\d+$/);
    expect(sourcePlace('canary')).toEqual({ at: 'elsewhere' });
  });
});
