import { type CaseState, foldCase } from '@leeward/domain/case/state.ts';
import { type DirectoryState, foldDirectory } from '@leeward/domain/directory/state.ts';
import { costItems } from '@leeward/domain/eligibility/events.ts';
import { incidentItems } from '@leeward/domain/incident/events.ts';
import { persons } from '@leeward/domain/people/events.ts';
import { programmeItems, type Rule } from '@leeward/domain/programme/events.ts';
import { baseOf, editOf, type ItemKind, type Values } from '@leeward/domain/shared/items.ts';
import { situationItems } from '@leeward/domain/situation/events.ts';
import { askOf, yesOf } from '@leeward/domain/testing/consents-of-a-case.ts';
import { at, id } from '@leeward/domain/testing/people.ts';
import { answerItems, askingItems, findingItems, sourceItems } from '@leeward/domain/verification/events.ts';
import { me, second } from './fake-world.ts';

/* A made-up case in which sources contradict each other, and the programmes of a made-up organisation. */

const keep = <Noun extends string, V extends Values>(
  kind: ItemKind<Noun, V>,
  number: number,
  values: Partial<V>,
) => editOf(kind, baseOf<V>(undefined, id(number)), values);

const source = { through: null, official: 'no', knows: [], stake: { has: 'none', words: '' } } as const;
const answer = { words: '', sheet: null, question: 'vq_defender_work', on: '2026-11-03' } as const;
const finding = { confidence: 'conf_medium', stake: source.stake, until: null, foundBy: '' } as const;
const point = (day: string) => ({ kind: 'point', at: day, about: false, said: '' }) as const;

const steps: readonly unknown[] = [
  keep(persons, 7001, { label: 'Referee A', roles: ['role_referee'], contact: 'self' }),
  yesOf(
    askOf(7031, {
      purpose: 'con_verify_referee',
      recipient: 'This team',
      fields: ['work'],
      language: 'en',
      text: 'May we ask you whether you know the work of a person?',
    }),
    id(7001),
    { on: '2026-11-01' },
  ),
  keep(persons, 7002, { label: 'Former colleague', contact: 'never' }),
  keep(situationItems, 7011, { kind: 'place', country: 'KE', from: point('2026-10-01'), person: null }),
  keep(situationItems, 7012, { kind: 'nationality', country: 'SD', person: null }),
  keep(incidentItems, 7021, {
    kind: 'inc_declared_threat',
    happened: 'A call at night: stop writing.',
    when: point('2026-10-20'),
    link: 'link_clear',
  }),
  keep(sourceItems, 7101, {
    ...source,
    label: 'Referee A',
    kind: 'vs_named_referee',
    origin: 'named_by_her',
    person: id(7001),
    known: 'Met at a training two years ago.',
  }),
  keep(sourceItems, 7102, {
    ...source,
    label: 'B, through A',
    kind: 'vs_named_referee',
    origin: 'came_through',
    through: id(7101),
  }),
  keep(sourceItems, 7103, {
    ...source,
    label: 'Focal point, north',
    kind: 'vs_national_coalition',
    origin: 'independent',
  }),
  keep(sourceItems, 7104, {
    ...source,
    label: 'Old desk neighbour',
    kind: 'vs_named_referee',
    origin: 'named_by_her',
    person: id(7002),
  }),
  keep(askingItems, 7201, {
    source: id(7101),
    questions: ['vq_defender_work'],
    told: ['pen_name', 'work'],
    words: '',
    channel: null,
    on: '2026-11-02',
    although: '',
  }),
  keep(answerItems, 7301, { ...answer, source: id(7101), answer: 'yes' }),
  keep(answerItems, 7302, { ...answer, source: id(7102), answer: 'yes' }),
  keep(answerItems, 7303, { ...answer, source: id(7103), answer: 'unknown' }),
  keep(findingItems, 7401, {
    ...finding,
    question: 'vq_defender_work',
    level: 'ver_3_referee',
    sources: [id(7101), id(7102)],
    words: 'Two people know the reporting on land; both came through one of them.',
    on: '2026-11-04',
  }),
  keep(findingItems, 7402, {
    ...finding,
    question: 'vq_events',
    level: 'ver_2_documents',
    sources: [],
    words: 'The summons was seen; the date fits.',
    on: '2026-09-01',
  }),
  {
    type: 'EligibilityArgued',
    v: 1,
    test: 'danger',
    verdict: 'yes',
    words: 'Two calls and a summons within a month, each after an article.',
    evidence: [{ of: 'incident', id: id(7021), words: '' }],
    replaces: [],
  },
  keep(costItems, 7501, {
    line: 'bud_legal_fees',
    amount: 900,
    whole: 1800,
    currency: 'EUR',
    from: '2026-12-15',
    until: null,
    elsewhere: 'asked',
    byWhom: 'A fund for journalists',
    note: '',
  }),
];

type Sample = { readonly record: string; readonly state: CaseState };

/** A case with sources, answers, findings, an argued test and a cost. */
export function withTrust({ record, state }: Sample): Sample {
  const told = steps.reduce<CaseState>(
    (before, event, index) => foldCase(before, event, at(70_000 + index, index % 3 === 0 ? second : me)),
    state,
  );
  return { record, state: told };
}

const rule = (number: number, code: Rule['code'], terms: Rule['terms'] = {}): Rule => ({
  id: id(7900 + number),
  code,
  must: true,
  terms,
  words: '',
});

/** A directory in which the organisation has written down two programmes. */
export function withProgrammes(state: DirectoryState): DirectoryState {
  const programmes = [
    keep(programmeItems, 7801, {
      name: 'Emergency grant',
      gives: ['sup_legal', 'sup_medical'],
      note: 'Small and quick.',
      replyHours: 24,
      decisionHours: 72,
      rules: [
        rule(1, 'rule_recency', { months: 3 }),
        rule(2, 'rule_ceiling', { amount: 5000, currency: 'EUR' }),
        rule(3, 'rule_no_duplicate'),
        rule(4, 'rule_nonviolence'),
        rule(5, 'rule_three_part', { tests: ['defender', 'danger', 'need', 'link'] }),
      ],
    }),
    keep(programmeItems, 7802, {
      name: 'Grant for those at home',
      gives: ['sup_physical_security'],
      note: '',
      replyHours: null,
      decisionHours: null,
      rules: [rule(6, 'rule_not_in_exile')],
    }),
  ];
  return programmes.reduce<DirectoryState>(
    (before, event, index) => foldDirectory(before, event, at(79_000 + index, me)),
    state,
  );
}
