import { describe, expect, it } from 'vitest';
import { longestNote, noteText } from './compose-note.ts';

describe('a hand-over note', () => {
  it('says each thing under its title, several as a list, and nothing of what is empty', () => {
    const text = noteText(
      [
        { title: 'Now in', words: ['Georgia'] },
        { title: 'Status', words: [] },
        { title: 'Contact', words: ['Encrypted chat', 'Never call'] },
        { title: 'Next', words: ['  '] },
      ],
      'cut',
    );
    expect(text).toBe('Now in: Georgia\nContact:\n- Encrypted chat\n- Never call');
  });

  it('fits its field whatever the file holds, and says that there is more', () => {
    const text = noteText(
      [{ title: 'Notes', words: ['x'.repeat(3 * longestNote)] }],
      'The rest is in the file.',
    );
    expect(text.length).toBeLessThanOrEqual(longestNote);
    expect(text.endsWith('The rest is in the file.')).toBe(true);
  });
});
