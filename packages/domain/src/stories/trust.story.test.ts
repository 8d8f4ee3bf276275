import { describe, expect, it } from 'vitest';
import { mayContact } from '../people/contact.ts';
import { bars } from '../people/events.ts';
import { applicantsIn } from '../people/group.ts';
import { baseOf, editOf } from '../shared/items.ts';
import { askOf, yesOf } from '../testing/consents-of-a-case.ts';
import { dayAt, incident, judged } from '../testing/danger-of-a-case.ts';
import { id } from '../testing/people.ts';
import { personOf, relationOf } from '../testing/people-of-a-case.ts';
import { changed, point, wholeStory } from '../testing/whole-story.ts';
import { sourceItems } from '../verification/events.ts';
import { extractOf } from '../verification/extract.ts';
import { newEventsIn } from '../verification/of-case.ts';
import { holdingStill, readPartnerExtract, writePartnerExtract } from '../verification/partner.ts';
import { answer, asking, finding, source } from '../verification/testing/story.ts';

const purpose = 'con_verify_referee';
const agrees = (number: number, person: string, day: number) =>
  yesOf(askOf(number, { purpose, recipient: 'This team', fields: ['work'] }), person, { on: dayAt(day) });

describe('an LGBTI+ activist hidden by friends', () => {
  const [her, friend, uncle] = [id(281), id(282), id(283)];

  it('is known to no office and loses nothing by that; her family must not learn, in whatever letters they are written', () => {
    const story = wholeStory(
      'My family looks for me. My friends hide me.',
      'urg_immediate',
      'They were at a friend’s door.',
    );
    story.open(
      0,
      'Linnet 4',
      personOf(her, 'Linnet', { roles: ['role_defender'], danger: 'yes', contact: 'self' }),
      personOf(friend, 'Siskin', { roles: ['role_referee'], contact: 'self' }),
      personOf(uncle, 'Rook', { roles: ['role_relative_home'], knows: 'nothing' }),
      relationOf(381, friend, 'fam_chosen_family', her),
      editOf(bars, baseOf(undefined, id(91)), {
        kind: 'must_not_learn',
        person: uncle,
        circle: '',
        why: 'He promised to kill her.',
      }),
      editOf(bars, baseOf(undefined, id(92)), {
        kind: 'must_not_learn',
        person: null,
        circle: 'Her cousin Yusuf Testnamov',
        why: 'He works at the town hall.',
      }),
    );
    expect(mayContact(story.state().parts.people, uncle).verdict).toBe('no');
    story.on(
      1,
      source(11, { person: friend, label: 'Siskin' }),
      source(12, { kind: 'vs_national_coalition', origin: 'independent', label: 'The national coalition' }),
      source(13, { kind: 'vs_adviser', origin: 'independent', label: 'يوسف تستناموف' }),
      source(14, {
        kind: 'vs_public_source',
        origin: 'independent',
        official: 'home_state',
        label: 'The register of residents',
      }),
    );
    expect(story.asking(1, 11).never).toEqual(['no_leave_of_hers', 'no_own_consent']);
    expect(story.asking(1, 13).never).toContain('never_contact');
    expect(story.asking(1, 14).never).toEqual(['home_state']);
    story.consents(1, { number: 51, purpose, recipient: 'Siskin', fields: ['name', 'work'] });
    story.consents(1, {
      number: 52,
      purpose: 'con_verify_partner',
      recipient: 'The national coalition',
      fields: ['name', 'work'],
    });
    story.on(1, agrees(53, friend, 1));
    expect(story.asking(2, 11).never).toEqual([]);
    expect(story.asking(2, 12).never).toEqual([]);
    expect(story.asking(2, 12, ['wants_to_leave']).never).toEqual(['told_too_much']);
    story.on(
      2,
      asking(1, 11, { on: dayAt(2) }),
      answer(1, { of: 11, answer: 'yes', on: dayAt(2) }),
      asking(2, 12, { on: dayAt(2) }),
      answer(2, { of: 12, answer: 'unknown', on: dayAt(3) }),
    );
    story.on(3, finding(1, { level: 'ver_3_referee', sources: [id(11)], on: dayAt(3) }));
    const work = story.stands(3, 'vq_defender_work');
    expect(work.stands).toBe('vouched');
    // Nobody official knows her: it is told, and no mark against her.
    expect(work.notes.find(({ code }) => code === 'does_not_know')).toMatchObject({
      tone: 'plain',
      sources: [id(12)],
    });
    expect(work.notes.some(({ tone }) => tone === 'against')).toBe(false);
    story.on(3, judged(story.state(), id(601), { who: her, on: dayAt(3), impact: 'impact_5' }));
    story.on(
      4,
      story.measure(21, {
        kind: 'safe_house',
        what: 'A room that the friends do not know.',
        fallback: 'The clinic.',
        mayKnow: 'named',
      }),
    );
    story.answers(4, 21, { answer: 'agreed', words: 'Yes, and not my brother.' });
    story.closes(90, 'close_safe_otherwise', 'She lives in another town under her own name.');
    expect(story.state().phase).toBe('case_closed');
  });
});

describe('an applicant who turns out not to be one', () => {
  const [writer, colleague] = [id(291), id(292)];

  it('asks for somebody who never asked: the one it is about is asked herself, says no, and the case ends by her word', () => {
    const story = wholeStory(
      'My colleague needs to leave at once.',
      'urg_urgent',
      'He says that she is followed.',
    );
    story.open(
      0,
      'Snipe 7',
      personOf(writer, 'Snipe', { roles: ['role_applicant_third_party'], applied: true, contact: 'self' }),
      personOf(colleague, 'Sanderling', { roles: ['role_defender'], contact: 'through', through: writer }),
      relationOf(391, writer, 'tie_colleague', colleague),
    );
    expect(applicantsIn(story.state().parts.people).map(({ person }) => person)).toEqual([writer]);
    const use = {
      purpose: 'con_referral_identity',
      recipient: 'A fund',
      fields: ['name', 'story'],
      persons: [colleague],
    } as const;
    // His yes at his own door is no yes of hers.
    story.consents(1, { number: 51, ...use });
    expect(story.may(1, use)).toBe('not_asked');
    story.on(
      2,
      changed(sourceItems, story.state().parts.verification.sources, 11, {
        label: 'Their editor',
        kind: 'vs_professional_body',
        origin: 'independent',
        official: 'no',
      }),
    );
    story.on(3, {
      type: 'ConsentRefused',
      v: 1,
      id: id(52),
      person: colleague,
      purpose: use.purpose,
      recipient: use.recipient,
      on: dayAt(3),
      words: 'I never asked. Please stop.',
    });
    expect(story.may(3, use)).toBe('refused');
    expect(story.asking(3, 11).never).toEqual(['no_leave_of_hers']);
    story.argues(3, 'need', 'no', 'She was asked through the union: she is at work and wants nothing.');
    expect(story.fits(3, [{ code: 'rule_three_part', terms: { tests: ['need'] } }]).truth).toBe('does_not');
    story.closes(4, 'close_withdrawn', 'She never asked. Nothing went out.');
    expect(story.state().parts.consents.sharings.size).toBe(0);
    expect(story.unfinished()).toEqual([]);
  });
});

describe('a hostile infiltration through a referee', () => {
  const [his, first, second] = [id(301), id(302), id(303)];

  it('is not added up: two voices of one root are one, the doubt stands with its reason, and nothing is granted on them', () => {
    const story = wholeStory(
      'I am a defender. My referee will confirm it.',
      'urg_standard',
      'No sign of danger yet.',
    );
    story.open(
      0,
      'Shrike 1',
      personOf(his, 'Shrike', { roles: ['role_defender'], applied: true }),
      personOf(first, 'Jay', { roles: ['role_referee'], contact: 'self' }),
      personOf(second, 'Magpie', { roles: ['role_referee'], contact: 'self' }),
    );
    for (const [number, label] of [
      [51, 'Jay'],
      [52, 'Magpie'],
    ] as const)
      story.consents(0, { number, purpose, recipient: label, fields: ['name', 'work'] });
    story.on(
      1,
      source(11, { person: first, label: 'Jay' }),
      source(12, { person: second, label: 'Magpie', origin: 'came_through', through: id(11) }),
      agrees(53, first, 1),
      agrees(54, second, 1),
    );
    expect(story.asking(1, 11).never).toEqual([]);
    story.on(2, asking(1, 11, { on: dayAt(2) }), answer(1, { of: 11, answer: 'yes', on: dayAt(2) }));
    // The second came through the first: they can find each other, and whoever asks says why she does.
    expect(story.asking(3, 12)).toEqual({ never: [], careful: ['find_each_other'] });
    story.on(
      3,
      asking(2, 12, { on: dayAt(3), although: 'Nobody else knows him.' }),
      answer(2, { of: 12, answer: 'yes', on: dayAt(3) }),
      finding(1, { level: 'ver_4_independent', sources: [id(11), id(12)], on: dayAt(3) }),
    );
    const notes = (day: number) => story.stands(day, 'vq_defender_work').notes.map(({ code }) => code);
    expect(notes(3)).toEqual(expect.arrayContaining(['one_root', 'level_beyond_sources']));
    story.on(
      4,
      changed(sourceItems, story.state().parts.verification.sources, 11, {
        doubt: { reason: 'He asked two partners where their houses are.' },
      }),
    );
    expect(notes(4)).toEqual(
      expect.arrayContaining(['doubtful', 'came_through_doubtful', 'rests_on_doubtful']),
    );
    expect(story.asking(4, 11).careful).toContain('doubtful');
    story.on(
      5,
      source(13, { kind: 'vs_local_member', origin: 'independent', label: 'The member in the north' }),
    );
    story.consents(5, {
      number: 55,
      purpose: 'con_verify_partner',
      recipient: 'The member in the north',
      fields: ['name', 'work'],
    });
    expect(story.asking(5, 13).never).toEqual([]);
    story.on(
      6,
      asking(3, 13, { on: dayAt(6) }),
      answer(3, { of: 13, answer: 'no', on: dayAt(6) }),
      finding(2, {
        level: 'ver_contradicted',
        sources: [id(13)],
        on: dayAt(6),
        words: 'He reports on members, for money.',
      }),
    );
    expect(story.stands(6, 'vq_defender_work').stands).toBe('findings_differ');
    story.argues(7, 'defender', 'no', 'The member in the north names three people whom he reported.');
    expect(story.fits(7, [{ code: 'rule_three_part', terms: { tests: ['defender'] } }]).truth).toBe(
      'does_not',
    );
    story.closes(8, 'close_fraud', 'Nothing was granted. The houses were told through the network.');
    expect(story.state().parts.plan.measures.size).toBe(0);
  });
});

describe('one person who writes to two organisations', () => {
  const her = id(311);

  it('tells her story once: the second house reuses what was found with her yes, pays no cost twice, and closes as a duplicate', () => {
    const here = wholeStory('Threats since I reported on the dam.', 'urg_high', 'Two calls in a week.');
    here.open(0, 'Egret 2', personOf(her, 'Egret', { roles: ['role_defender'] }));
    here.on(
      1,
      source(11, { kind: 'vs_document', label: 'Her reports' }),
      finding(1, { level: 'ver_2_documents', sources: [id(11)], on: dayAt(1) }),
      incident(id(801), {
        kind: 'inc_declared_threat',
        when: point(0),
        happened: 'A call at night.',
        link: 'link_clear',
      }),
    );
    const reuse = {
      purpose: 'con_reuse_verification',
      recipient: 'House of the Second Wind',
      fields: ['verification'],
      persons: [],
    } as const;
    expect(here.may(2, reuse)).toBe('not_asked');
    here.consents(2, { number: 51, ...reuse });
    expect(here.may(2, reuse)).toBe('consent');
    here.shares(3, 52, reuse, 'What was found about her work.');
    const asked = {
      reference: 'Reed 11',
      questions: ['vq_defender_work'],
      today: dayAt(3),
      events: newEventsIn(here.state()),
    } as const;
    const extract = extractOf(here.state().parts.verification, asked, { ok: true, value: null });
    if (!extract.ok) throw new Error(extract.error.code);
    const given = readPartnerExtract(writePartnerExtract(extract.value, reuse.recipient));
    expect(given).toMatchObject({
      reference: 'Reed 11',
      findings: [{ level: 'ver_2_documents', kinds: ['vs_document'] }],
    });
    expect(JSON.stringify(given)).not.toMatch(/Egret|reports|dam/);
    expect(given === null ? [] : holdingStill(given, dayAt(800))).toEqual([]);

    // The other house opens her request, sees the cost that is paid already, and does not pay it again.
    const there = wholeStory('Threats since I reported on the dam.', 'urg_high', 'The same two calls.');
    there.open(3, 'Heron 40', personOf(her, 'Heron', { roles: ['role_defender'] }));
    there.on(4, {
      type: 'AskedCostKept',
      v: 1,
      id: id(71),
      set: {
        line: 'bud_legal_fees',
        amount: 900,
        whole: null,
        currency: 'EUR',
        from: dayAt(9),
        until: null,
        elsewhere: 'yes',
        byWhom: 'The first house',
        note: '',
      },
      replaces: {},
    });
    expect(there.fits(4, [{ code: 'rule_no_duplicate', terms: {} }]).truth).toBe('does_not');
    there.closes(5, 'close_duplicate', 'The first house carries it; she agreed.');
    expect(there.state().parts.verification.sources.size).toBe(0);

    // She takes the reuse back: nothing more goes there, and the house that has it is to be told.
    here.withdraws(6, 51);
    expect(here.may(6, reuse)).toBe('withdrawn');
    expect(here.state().parts.consents.sharings.size).toBe(1);
    here.closes(60, 'close_support_completed', 'The calls ended after the hearing.');
    expect(here.state().phase).toBe('case_closed');
  });
});
