import { describe, expect, it } from 'vitest';
import { type Answers, noAnswers } from './answers.ts';
import { readAnswers, together, writeAnswers } from './kept-answers.ts';

const answers: Answers = {
  ...noAnswers,
  what: 'Two lines.',
  danger48h: 'yes',
  ways: [{ channel: 'chan_sms', detail: '1' }],
  spans: [{ days: ['fri'], from: '20:00', until: '' }],
  never: ['call'],
};

describe('answers that are kept', () => {
  it('come back as they were, without the files', () => {
    const file = { id: 1, name: 'a', file: {} } as unknown as Answers['files'][number];
    const text = writeAnswers({ ...answers, files: [file] });
    expect(text).not.toContain('files');
    expect(together(readAnswers(text), noAnswers)).toEqual(answers);
  });

  it('lose to nothing that was typed since, and take nothing of it away', () => {
    const since = { ...noAnswers, what: 'They are here.', never: ['mail'] as const };
    const both = together(readAnswers(writeAnswers(answers)), since);
    expect(both.what).toBe('Two lines.\n\nThey are here.');
    expect(both.never).toEqual(['mail']);
    expect(both.danger48h).toBe('yes');
  });

  it('are read without what another page would have written otherwise', () => {
    const text = JSON.stringify({
      v: 1,
      answers: { what: 'Here.', never: 'call', danger48h: 7, mood: 'low' },
    });
    expect(readAnswers(text)).toEqual({ what: 'Here.' });
    expect(readAnswers('[]')).toEqual({});
  });
});
