import { describe, expect, it } from 'vitest';
import { valueIn } from '../shared/items.ts';
import { err, ok } from '../shared/result.ts';
import { hash, id } from '../testing/people.ts';
import { extractOf } from './extract.ts';
import { isTakenOver, takenFrom, takeOver } from './from-sheet.ts';
import { questionPicture } from './picture.ts';
import { after, answer, finding, source, told } from './testing/story.ts';

const today = '2026-11-21';
const nothing = [] as const;
const codes = (notes: readonly { readonly code: string }[]) => notes.map(({ code }) => code);
const work = (state: Parameters<typeof questionPicture>[0]) =>
  questionPicture(state, 'vq_defender_work', today, nothing);

describe('what a partner may use again', () => {
  const state = told(
    source(1, { kind: 'vs_local_member', origin: 'independent', label: 'The lawyer in the capital' }),
    answer(1, { of: 1, answer: 'yes', words: 'Knows her since the strike.' }),
    finding(1, { level: 'ver_4_independent', sources: [id(1)], words: 'Spoke with the lawyer.' }),
    finding(2, { question: 'vq_need', level: 'ver_1_self', on: '2024-01-01' }),
  );
  const asked = {
    reference: 'R-17',
    questions: ['vq_defender_work', 'vq_need'] as const,
    today,
    events: nothing,
  };

  it('is not given without her consent for it [invariants 3, 4]', () => {
    const no = err({ code: 'no_consent' } as const);
    expect(extractOf(state, asked, no)).toEqual(no);
  });

  it('holds what was found, by which kind of body and until when, and nothing that leads to anybody [invariant 4]', () => {
    const extract = extractOf(state, asked, ok(true));
    expect(extract).toMatchObject({
      value: {
        v: 1,
        reference: 'R-17',
        findings: [
          {
            question: 'vq_defender_work',
            level: 'ver_4_independent',
            confidence: 'conf_medium',
            kinds: ['vs_local_member'],
            stake: false,
            month: '2026-11',
            until: '2027-11-02',
          },
        ],
      },
    });
    const text = JSON.stringify(extract);
    for (const secret of ['lawyer', 'strike', 'Spoke', id(1), id(2001), '2026-11-01', '2026-11-02'])
      expect(text).not.toContain(secret);
  });
});

describe('an answer to a question sheet', () => {
  const sheet = {
    id: id(70),
    source: null,
    questions: [
      { ask: 'know_work', about: 'Heron' },
      { ask: 'event', about: 'The raid in June' },
      { ask: 'own', about: 'Anything else?' },
    ],
  } as const;
  const message = {
    type: 'sheetAnswer',
    v: 1,
    sheet: hash(7),
    answers: [
      { answer: 'yes', words: 'Long known.' },
      { answer: 'unknown', words: '' },
      { answer: null, words: '' },
    ],
    stake: 'for',
    stakeWords: 'A friend.',
    again: true,
    how: '',
    word: '',
    language: 'en',
  } as const;
  const came = { hash: hash(77), message };
  const state = told();
  const decided = {
    answers: [
      {
        index: 0,
        question: 'vq_defender_work' as const,
        finding: { level: 'ver_4_independent' as const, confidence: 'conf_high' as const },
        words: 'A regional network knows the work.',
      },
      { index: 1, question: 'vq_events' as const, finding: null, words: '' },
    ],
    source: { label: 'Network', kind: 'vs_regional_network' as const, origin: 'independent' as const },
    stake: { has: 'none' as const, words: '' },
    on: today,
  };

  it('offers a level for a yes alone: who does not know has said nothing', () => {
    expect(takenFrom(state, sheet, came).map(({ question, level }) => [question, level])).toEqual([
      ['vq_defender_work', 'ver_3_referee'],
      ['vq_events', null],
    ]);
  });

  it('becomes a source with what it said of its stake, answers and a finding, in one step', () => {
    const events = takeOver(state, sheet, came, decided);
    const next = after(state, ...events);
    expect(work(next)).toMatchObject({ stands: 'independent' });
    expect(codes(work(next).notes)).toEqual(['confirmed_by', 'source_stake']);
    expect(questionPicture(next, 'vq_events', today, nothing).stands).toBe('nothing_yet');
    expect(isTakenOver(next, came)).toBe(true);
    const made = next.sources.get(id(70));
    expect(made === undefined ? null : valueIn(made, 'stake')).toEqual({ has: 'for', words: 'A friend.' });
  });

  it('makes one thing and not two, however often it is taken over', () => {
    const once = after(state, ...takeOver(state, sheet, came, decided));
    expect(takeOver(once, sheet, came, decided)).toEqual([]);
  });
});
