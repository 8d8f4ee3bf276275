import { describe, expect, it } from 'vitest';
import { takenUp } from './take-up.ts';

describe('words that could not be sent', () => {
  it('are taken up without a loss of what was typed since', () => {
    expect(takenUp('Are you safe?', '')).toBe('Are you safe?');
    expect(takenUp('Are you safe?', '  ')).toBe('Are you safe?');
    expect(takenUp('Are you safe?', 'We have a room.')).toBe('Are you safe?\n\nWe have a room.');
  });

  it('are not there twice because the button was pressed twice', () => {
    const once = takenUp('Are you safe?', 'We have a room.');
    expect(takenUp('Are you safe?', once)).toBe(once);
  });
});
