import { describe, expect, it } from 'vitest';
import { emptyCase, foldCase } from '../case/state.ts';
import { at, colleague, id } from '../testing/people.ts';
import { expiryOf, type NewEvent } from './expiry.ts';
import { overallOf, pictureOf, questionPicture } from './picture.ts';
import { rootOf } from './state.ts';
import { termFor } from './terms.ts';
import { after, answer, finding, source, told } from './testing/story.ts';

const today = '2026-11-21';
const nothing: readonly NewEvent[] = [];
const codes = (notes: readonly { readonly code: string }[]) => notes.map(({ code }) => code);
const work = (state: Parameters<typeof questionPicture>[0]) =>
  questionPicture(state, 'vq_defender_work', today, nothing);

describe('a journalist who fled without papers', () => {
  const events = [
    source(1, { label: 'Colleague at the paper', kind: 'vs_professional_body', origin: 'independent' }),
    answer(1, { of: 1, answer: 'yes', words: 'Wrote for us for six years.' }),
    finding(1, { level: 'ver_4_independent', sources: [id(1)], confidence: 'conf_high' }),
  ];

  it('is confirmed without a single document, and nothing says that one is missing [invariant 1]', () => {
    const picture = work(told(...events));
    expect(picture.stands).toBe('independent');
    expect(codes(picture.notes)).toEqual(['confirmed_by']);
  });

  it('has each question settled by itself: that she works says nothing of whether the events happened', () => {
    const picture = pictureOf(told(...events), today, nothing);
    expect(overallOf(picture)).toEqual([
      {
        stands: 'nothing_yet',
        questions: ['vq_identity', 'vq_events', 'vq_causal_link', 'vq_need', 'vq_safe_to_help'],
      },
      { stands: 'independent', questions: ['vq_defender_work'] },
    ]);
  });
});

describe('an LGBTI+ activist whom nobody official knows', () => {
  it('loses nothing by four bodies that do not know her', () => {
    const known = told(
      source(1, { label: 'Friend who hid her', origin: 'named_by_her' }),
      answer(1, { of: 1, answer: 'yes' }),
      finding(1, { level: 'ver_3_referee', sources: [id(1)] }),
    );
    const asked = after(
      known,
      ...[2, 3, 4, 5].flatMap((number) => [
        source(number, { kind: 'vs_national_coalition', origin: 'independent' }),
        answer(number, { of: number, answer: 'unknown' }),
      ]),
    );
    expect(work(asked).stands).toBe('vouched');
    expect(work(asked).notes.filter(({ tone }) => tone === 'against' || tone === 'careful')).toEqual([]);
    expect(work(asked).notes.find(({ code }) => code === 'does_not_know')).toMatchObject({
      tone: 'plain',
      sources: [id(2), id(3), id(4), id(5)],
    });
  });

  it('may be decided on balance where checking would endanger her', () => {
    const picture = work(told(finding(1, { level: 'ver_not_possible', words: 'Asking would out her.' })));
    expect(picture.stands).toBe('not_possible');
    expect(picture.notes).toEqual([]);
  });
});

describe('a hostile infiltration through a referee', () => {
  const begun = told(
    source(1, { label: 'Referee A' }),
    source(2, { label: 'B, through A', origin: 'came_through', through: id(1) }),
    source(3, { label: 'C, through B', origin: 'came_through', through: id(2) }),
    answer(1, { of: 1, answer: 'yes' }),
    answer(2, { of: 2, answer: 'yes' }),
    answer(3, { of: 3, answer: 'yes' }),
    finding(1, { level: 'ver_4_independent', sources: [id(2), id(3)], confidence: 'conf_high' }),
  );

  it('shows that three voices are one, and that nobody independent is behind the level', () => {
    expect(rootOf(begun, id(3))).toBe(id(1));
    const { notes } = work(begun);
    expect(notes.find(({ code }) => code === 'one_root')?.sources).toEqual([id(1), id(2), id(3)]);
    expect(codes(notes)).toContain('level_beyond_sources');
  });

  it('shows the one who says otherwise beside them, and decides nothing', () => {
    const contradicted = after(
      begun,
      source(4, { label: 'Focal point', kind: 'vs_national_coalition', origin: 'independent' }),
      answer(4, { of: 4, answer: 'no', words: 'Nobody of that network exists here.' }),
    );
    const picture = work(contradicted);
    expect(picture.notes.find(({ code }) => code === 'contradiction')?.sources).toHaveLength(4);
    // The finding of a person stands until a person changes it.
    expect(picture.stands).toBe('independent');
  });

  it('shows everybody who came through a source on which an officer does not rely, with her reason', () => {
    const doubted = after(
      begun,
      source(1, { doubt: { reason: 'The number belongs to a ministry.' } }, begun),
    );
    const { notes } = work(doubted);
    expect(notes.find(({ code }) => code === 'doubtful')).toMatchObject({
      sources: [id(1)],
      details: { reason: 'The number belongs to a ministry.' },
    });
    const came = notes.filter(({ code }) => code === 'came_through_doubtful');
    expect(came.map(({ sources }) => sources[0])).toEqual([id(2), id(3)]);
    expect(codes(notes)).toContain('rests_on_doubtful');
  });

  it('shows that a source changed its answer, and keeps both', () => {
    const changed = after(begun, answer(9, { of: 1, answer: 'no', on: '2026-11-15' }));
    const { notes, answers } = work(changed);
    expect(notes.find(({ code }) => code === 'changed_answer')?.sources).toEqual([id(1)]);
    expect(answers).toHaveLength(4);
  });

  it('works the other way round too: a rival who says no does not become a contradiction by himself', () => {
    const rival = told(
      source(1, { kind: 'vs_local_member', origin: 'independent', stake: { has: 'against', words: '' } }),
      answer(1, { of: 1, answer: 'no' }),
    );
    const picture = work(rival);
    expect(picture.stands).toBe('answered');
    expect(picture.notes.find(({ code }) => code === 'source_stake')).toMatchObject({
      details: { stake: 'against' },
    });
  });
});

describe('an applicant who turns out not to be one', () => {
  it('is shown as contradicted in the question that was, by whom, and in no other', () => {
    const state = told(
      source(1, { kind: 'vs_professional_body', origin: 'independent' }),
      answer(1, { of: 1, answer: 'no', words: 'The card is from a list of stolen ones.' }),
      finding(1, { level: 'ver_contradicted', sources: [id(1)], confidence: 'conf_high' }),
      finding(2, { question: 'vq_need', level: 'ver_1_self' }),
    );
    expect(overallOf(pictureOf(state, today, nothing))[0]).toEqual({
      stands: 'contradicted',
      questions: ['vq_defender_work'],
    });
  });

  it('is not decided by a date where two verifiers found opposite things', () => {
    const state = told(
      source(1),
      answer(1, { of: 1, answer: 'yes' }),
      finding(1, { level: 'ver_contradicted', on: '2026-11-02' }),
      finding(2, { level: 'ver_3_referee', sources: [id(1)], on: '2026-11-10' }),
    );
    expect(work(state).stands).toBe('findings_differ');
    expect(codes(work(state).notes)).toContain('findings_differ');
  });
});

describe('what was found ends', () => {
  const state = told(
    finding(1, { level: 'ver_2_documents', on: '2026-02-28' }),
    finding(2, { question: 'vq_safe_to_help', level: 'ver_1_self', on: '2026-11-10' }),
    finding(3, { question: 'vq_need', level: 'ver_1_self', on: '2026-11-10', until: '2026-12-01' }),
  );
  const at0 = (number: number) => {
    const found = state.findings.get(id(2000 + number));
    if (found === undefined) throw new Error('no finding');
    return found;
  };

  it('after twelve months, on the day that was said, or with a new event', () => {
    expect(expiryOf(at0(1), nothing)).toEqual({ until: '2027-02-28', why: 'term', event: null });
    expect(expiryOf(at0(3), nothing)).toMatchObject({ until: '2026-12-01', why: 'said' });
    const attack = { on: '2026-11-20', kind: 'incident' } as const;
    expect(expiryOf(at0(2), [attack])).toEqual({ until: '2026-11-20', why: 'new_event', event: attack });
    // A new attack does not make her somebody else.
    expect(expiryOf(at0(1), [attack]).why).toBe('term');
    // What was known on the day of the finding opens nothing.
    expect(expiryOf(at0(2), [{ on: '2026-11-10', kind: 'incident' }]).why).toBe('term');
  });

  it('by the terms that were in force when it was written, whatever an organisation chooses later', () => {
    const short = { usual: { months: 3, opens: false }, by: { vq_identity: { months: 24, opens: true } } };
    const own = told(
      finding(4, { level: 'ver_2_documents', on: '2026-02-28', term: termFor(short, 'vq_defender_work') }),
      finding(5, {
        question: 'vq_identity',
        level: 'ver_2_documents',
        on: '2026-02-28',
        term: termFor(short, 'vq_identity'),
      }),
    );
    const ends = (number: number, events: Parameters<typeof expiryOf>[1]) => {
      const found = own.findings.get(id(2000 + number));
      return found === undefined ? null : expiryOf(found, events).until;
    };
    expect([ends(4, nothing), ends(5, nothing)]).toEqual(['2026-05-28', '2028-02-28']);
    const attack = { on: '2026-03-03', kind: 'incident' } as const;
    expect([ends(4, [attack]), ends(5, [attack])]).toEqual(['2026-05-28', '2026-03-03']);
  });

  it('and is shown as lapsed, not as if nothing had been found', () => {
    const picture = questionPicture(state, 'vq_need', '2026-12-02', nothing);
    expect(picture.stands).toBe('lapsed');
    expect(picture.lapsed).toHaveLength(1);
    expect(questionPicture(state, 'vq_need', '2026-12-01', nothing).stands).toBe('stated');
  });
});

describe('who may say what was found', () => {
  const opened = foldCase(
    emptyCase,
    { type: 'CaseOpened', v: 1, pseudonym: 'Heron', fromConversation: null, teams: [] },
    at(1, colleague(1, 'officer')),
  );

  it('is whoever runs the case, and a verifier; not finance [invariant 4]', () => {
    const by = (role: Parameters<typeof colleague>[1]) =>
      foldCase(opened, finding(1, { level: 'ver_1_self' }), at(2, colleague(5, role)));
    expect(by('verifier').parts.verification.findings.size).toBe(1);
    expect(by('officer').parts.verification.findings.size).toBe(1);
    expect(by('finance').kept[0]?.why).toMatchObject({ refusal: { code: 'role' } });
  });
});
