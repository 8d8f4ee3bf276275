import { emptyCase } from '@leeward/domain/case/state.ts';
import { officer, story } from '@leeward/domain/testing/conversation.ts';
import { item } from '@leeward/domain/testing/people.ts';
import { describe, expect, it } from 'vitest';
import { factsOf } from './facts.ts';

const asked = (details: object) =>
  story().item(2, officer, item(0, { type: 'request', v: 1, what: 'I need help.', locale: 'en', ...details }))
    .state;

describe('what a request holds for the directory', () => {
  it('is nothing where nothing was said: no answer is never a yes or a no', () => {
    expect(factsOf(asked({}), null)).toEqual({ answers: {}, notCarried: [] });
  });

  it('is where she is, what she asked for, how soon, and what she reads', () => {
    const state = asked({
      country: 'TR',
      languages: ['ar', 'en'],
      help: ['sup_legal', 'sup_urgent_relocation', 'sup_visa_support', 'sup_equipment_replacement'],
      danger48h: 'yes',
    });
    expect(factsOf(state, null)).toEqual({
      answers: {
        present: 'TR',
        languages: ['ar', 'en'],
        needs: ['lawyer', 'leave', 'place'],
        soon: 'hours',
      },
      notCarried: ['sup_equipment_replacement'],
    });
  });

  it('takes what the writer reads for nobody else’s languages', () => {
    for (const about of ['other', 'both'])
      expect(factsOf(asked({ about, country: 'TR', languages: ['ar'] }), null).answers).toEqual({
        present: 'TR',
      });
  });

  it('takes the last judgement of a person before her word of the first day, and her newer word before an older judgement', () => {
    const judged = (urgency: string) => ({ type: 'UrgencySet', v: 1, urgency, reason: 'Read.' });
    const request = story()
      .item(2, officer, item(0, { type: 'request', v: 1, what: 'Help.', locale: 'en', danger48h: 'yes' }))
      .event(3, officer, judged('urg_high'));
    expect(factsOf(request.state, null).answers.soon).toBe('month');
    expect(factsOf(request.state, { ...emptyCase, urgency: 'urg_standard' }).answers.soon).toBe('later');
    expect(factsOf(request.state, emptyCase).answers.soon).toBe('month');
    const again = request.item(4, officer, item(1, { type: 'add', v: 1, danger48h: 'yes' }));
    expect(factsOf(again.state, { ...emptyCase, urgency: 'urg_standard' }).answers.soon).toBe('hours');
    expect(factsOf(asked({ danger48h: 'unsure' }), null).answers.soon).toBeUndefined();
  });
});
