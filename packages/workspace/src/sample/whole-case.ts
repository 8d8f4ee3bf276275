import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { actItems, incidentItems } from '@leeward/domain/incident/events.ts';
import { followUpItems, outcomeItems } from '@leeward/domain/outcome/events.ts';
import { followUpDay, usualFollowUps } from '@leeward/domain/outcome/rules.ts';
import { persons, relations } from '@leeward/domain/people/events.ts';
import { measureItems } from '@leeward/domain/plan/events.ts';
import { actorItems, factorItems, threatItems } from '@leeward/domain/risk/items.ts';
import { defaultMatrix } from '@leeward/domain/risk/matrix.ts';
import type { ItemKind, Values } from '@leeward/domain/shared/items.ts';
import { situationItems } from '@leeward/domain/situation/events.ts';
import { taskItems } from '@leeward/domain/task/events.ts';
import { findingItems, sourceItems } from '@leeward/domain/verification/events.ts';
import { type SampleJudgement, sampleJudgements } from './judging.ts';
import { kindOf } from './kinds.ts';
import type { Chance } from './random.ts';
import { yesToSheet } from './sheets.ts';
import type { SampleScenario } from './texts/form.ts';
import { dayOf, paperOf, type SampleAct, signsOfLife, thing as thingOf } from './watching.ts';

/*
 * What officers write into a case of the sample: who is in it, where, what happened, how dangerous it is and why, what is
 * done, and what was found. Invented; each kind of case is one that helplines and funds describe. Officers' words are in
 * English, the language that the sample's team shares.
 */

const day = 24 * 3600_000;

/** Acts on a case, each for one entry, with how long after the opening each happens in milliseconds. */
export function wholeCase(
  chance: Chance,
  about: {
    readonly scenario: SampleScenario;
    readonly country: string;
    readonly pseudonym: string;
    readonly urgency: 'urg_immediate' | 'urg_urgent' | 'urg_high' | 'urg_standard';
    /** How long after its opening it is closed, in milliseconds; null where it goes on. */
    readonly closes: number | null;
    /** How long it is looked after by then, in milliseconds: until it is closed, or until today. */
    readonly lasts: number;
    /** How long ago it was opened, in milliseconds. */
    readonly age: number;
  },
  opened: number,
): readonly SampleAct[] {
  const kind = kindOf(about.scenario);
  const newId = (): string => Array.from({ length: 32 }, () => chance.below(16).toString(16)).join('');
  const thing = <Noun extends string, V extends Values>(
    items: ItemKind<Noun, V>,
    values: Partial<V>,
    id = newId(),
  ): CaseEvent => thingOf(items, values, id);
  const on = (after: number): string => dayOf(opened + after);

  const her = newId();
  const group: CaseEvent[] = [
    thing(
      persons,
      { label: about.pseudonym, roles: ['role_defender'], applied: true, country: about.country },
      her,
    ),
  ];
  const others = kind.who === 'children' ? 1 + chance.below(3) : kind.who === 'elder' ? 1 : 0;
  for (let number = 0; number < others; number += 1) {
    const id = newId();
    const isChild = kind.who === 'children';
    group.push(
      thing(
        persons,
        {
          label: isChild ? `Child ${number + 1}` : 'Mother',
          roles: ['role_dependant'],
          ageBand: isChild ? chance.one(['0_4', '5_11', '12_17'] as const) : '60_up',
          country: about.country,
          travelling: 'yes',
          knows: isChild ? 'part' : 'all',
        },
        id,
      ),
      thing(relations, { who: id, tie: isChild ? 'fam_child' : 'fam_parent', whom: her }),
    );
  }
  group.push(
    thing(situationItems, {
      kind: 'place',
      country: about.country,
      from: { kind: 'point', at: on(-(20 + chance.below(400)) * day).slice(0, 7), about: true, said: '' },
      until: null,
      confidence: 'conf_medium',
    }),
    ...paperOf(chance, newId(), { ...about, opened }),
  );

  const [actor, threat, incident] = [newId(), newId(), newId()];
  const [incidentKind, happened] = kind.incident;
  const [actorName, actorKind] = kind.actor;
  const when = on(-(2 + chance.below(20)) * day);
  const danger: CaseEvent[] = [
    thing(
      incidentItems,
      {
        kind: incidentKind,
        happened,
        when: { kind: 'point', at: when, about: false, said: '' },
        sure: 'conf_medium',
        country: about.country,
        graphic: false,
        link: 'link_likely',
        linkWhy: 'It came in the week after she spoke in public.',
      },
      incident,
    ),
    thing(actorItems, { name: actorName, kind: actorKind, country: about.country }, actor),
    thing(actItems, {
      incident,
      what: incidentKind === 'inc_legal_step' ? 'act_judicial_criminalisation' : 'act_threat_harassment',
      victims: [her],
      by: [{ actor, part: 'inv_suspected' }],
    }),
    thing(
      threatItems,
      {
        kind: incidentKind === 'inc_declared_threat' ? 'threat_declared' : 'threat_possible',
        what: happened.slice(0, 200),
        whom: [her],
        incidents: [incident],
        actor,
      },
      threat,
    ),
    thing(factorItems, { factor: kind.factor, side: 'vulnerability', whom: [her], asked: true }),
    thing(factorItems, { factor: 'cap_trusted_network', side: 'capacity', whom: [her], asked: true }),
  ];
  const assessed = ({ after, likelihood, impact }: SampleJudgement): CaseEvent => ({
    type: 'RiskAssessed',
    v: 1,
    id: newId(),
    who: her,
    setting: 'set_here',
    likelihood,
    impact,
    confidence: 'conf_medium',
    reasons:
      'What happened fits what others were told in these weeks. She is seen by many on her way to work.',
    threats: [threat],
    triggers: [],
    matrix: defaultMatrix.cells,
    override: null,
    on: on(after),
    review: null,
    replaces: [],
  });

  const source = newId();
  const found = (after: number): CaseEvent =>
    thing(findingItems, {
      question: 'vq_defender_work',
      level: 'ver_3_referee',
      sources: [source],
      confidence: 'conf_medium',
      stake: { has: 'none', words: '' },
      words: 'Has known the work for years.',
      on: on(after),
    });
  const trust: CaseEvent[] = [
    thing(
      sourceItems,
      { label: 'A member organisation in the region', kind: 'vs_regional_network', origin: 'independent' },
      source,
    ),
    found(9 * day),
  ];
  // What has a day is done by then; some of what fell due in these weeks is late, as it is at any desk.
  const done: SampleAct[] = [];
  const isKept = (due: number): boolean => about.age - due > 3 * 7 * day || chance.is(0.7);
  const isDoneBy = (due: number): boolean => due < about.lasts && (about.closes !== null || isKept(due));
  const plan: CaseEvent[] = kind.measures.map(([what, words], number) => {
    const [id, due] = [newId(), (20 + 10 * number) * day];
    if (isDoneBy(due))
      done.push({ after: due - chance.below(5 * day), events: [thing(measureItems, { state: 'done' }, id)] });
    return thing(
      measureItems,
      {
        kind: what,
        what: words,
        aim: 'reduce_vulnerability',
        by: on(due),
        state: chance.is(0.5) ? 'under_way' : 'ready',
        ...(what === 'internal_relocation'
          ? {
              whyThis: 'The way to the hearing is watched.',
              considered: 'Staying with a neighbour was tried for a week.',
            }
          : {}),
      },
      id,
    );
  });
  const [task, taskDue] = [newId(), (14 + chance.below(60)) * day];
  plan.push(thing(taskItems, { text: chance.one(tasks), due: on(taskDue) }, task));
  if (isDoneBy(taskDue)) {
    const [v, due, doneOn] = [1, on(taskDue), on(taskDue - day)] as const;
    const event: CaseEvent = { type: 'TaskDone', v, task, due, on: doneOn, note: '' };
    done.push({ after: taskDue - day, events: [event] });
  }
  const isOpen = about.closes === null;
  const [firstJudged, ...judgedAgain] = sampleJudgements(chance, { lasts: about.lasts, isOpen });
  const isPressing = about.urgency === 'urg_immediate' || about.urgency === 'urg_urgent';

  // What was found holds for a year: whoever looks after her asks again before that.
  const foundAgain: number[] = [];
  for (let after = 330 * day; after < about.lasts; after += 330 * day) foundAgain.push(after);

  const moved = (state: 'case_supporting' | 'case_closed'): CaseEvent => ({
    type: 'StateChanged',
    v: 2,
    state,
    reason:
      state === 'case_closed'
        ? 'The plan is done, and she says that it is enough.'
        : 'The plan is under way.',
    closure: state === 'case_closed' ? 'close_support_completed' : null,
    date: null,
    replaces: null,
  });
  const urgency: CaseEvent = {
    type: 'UrgencySet',
    v: 2,
    urgency: about.urgency,
    reason: 'As the request was judged.',
    replaces: null,
  };
  return [
    { after: 2 * 3600_000, events: group },
    // What happened stands there before anybody says how urgent and how grave it is.
    {
      after: day,
      events: [...danger, ...(firstJudged === undefined ? [] : [assessed(firstJudged)]), urgency],
    },
    { after: 10 * day, events: [...trust, yesToSheet(her, on(9 * day)), ...plan, moved('case_supporting')] },
    ...done,
    ...judgedAgain.map((judged) => ({ after: judged.after, events: [assessed(judged)] })),
    ...(isOpen && isPressing ? signsOfLife(chance, newId, { opened, age: about.age }) : []),
    ...foundAgain.map((after) => ({ after, events: [found(after)] })),
    ...(about.closes === null ? [] : ending(about.closes)),
  ];

  /** How it ended, and how she was when somebody asked again; most of it is asked on its day. */
  function ending(closes: number): readonly SampleAct[] {
    const heard = (after: number, followUp: string | null): CaseEvent =>
      thing(outcomeItems, {
        on: on(after),
        followUp,
        outcomes: [chance.one(outcomes)],
        note: followUp === null ? 'Said so in the last talk.' : 'A short call, on the agreed channel.',
      });
    const asked = usualFollowUps.map((months) => {
      const [id, after] = [newId(), closes + months * 30 * day];
      const due = followUpDay(on(closes), months);
      return { after, id, planned: thing(followUpItems, { due, months }, id) };
    });
    return [
      {
        after: closes,
        events: [moved('case_closed'), heard(closes, null), ...asked.map(({ planned }) => planned)],
      },
      ...asked
        .filter(({ after }) => isKept(after))
        .map(({ after, id }) => ({ after, events: [heard(after, id)] })),
    ];
  }
}

const outcomes = [
  'out_continued_work',
  'out_continued_work',
  'out_changed_method',
  'out_feels_safer',
  'out_paused_work',
] as const;

const tasks = [
  'Ask whether the new lock is in',
  'Call the lawyer about the next date',
  'Look at the plan together with her',
  'Send the letter to the school',
];
