import type { Details, GuestMessage, RequestMessage } from '@leeward/domain/request/message.ts';
import type { Country } from '@leeward/vocabulary/countries.ts';
import type { Language } from '@leeward/vocabulary/languages.ts';
import type { Urgency } from '@leeward/vocabulary/lists/urgency.ts';
import {
  alsoSought,
  crisisFactor,
  type Origin,
  origins,
  ours,
  relocationSought,
  scenarios,
  taken,
  withRelatives,
} from './proportions.ts';
import { type Chance, chanceFrom } from './random.ts';
import type { SampleScenario, SampleTexts } from './texts/form.ts';
import { wholeCase } from './whole-case.ts';

/** One act in the sample: of her at the door, or of an officer (by her number) at the desk. Times in ms since 1970. */
export type SampleStep =
  | { readonly by: 'her'; readonly at: number; readonly message: GuestMessage }
  | {
      readonly by: number;
      readonly at: number;
      readonly command: SampleCommand;
      readonly args: Readonly<Record<string, unknown>>;
    };

/** Acts that the outbox of a desk knows by these names. */
export type SampleCommand =
  | 'claim'
  | 'setUrgency'
  | 'reply'
  | 'decline'
  | 'setAside'
  | 'openCase'
  | 'addNote'
  | 'setNextStep'
  | 'actOnCase'
  | 'sendSheet'
  /** Of whoever was asked: played at her own page, and taken in by the desks. */
  | 'answerSheet'
  | 'readSheet'
  | 'noteOpened';

/** One person's line with the organisation. */
export type SampleConversation = {
  readonly scenario: SampleScenario;
  readonly language: string;
  readonly outcome: 'junk' | 'waiting' | 'answered' | 'declined' | 'case';
  readonly steps: readonly SampleStep[];
};

export type SampleOptions = {
  readonly seed: number;
  /** How many people write. */
  readonly conversations: number;
  /** The present, in milliseconds since 1970: everything lies in the two years before it. */
  readonly now: number;
  readonly officers: number;
  /** What people write and read, by language. */
  readonly texts: ReadonlyMap<string, SampleTexts>;
};

const hour = 3600_000;
const day = 24 * hour;
const span = 730 * day;

/** Response clocks by urgency, in milliseconds (handbook of the field; an installation may set others). */
const clocks: Readonly<Record<Exclude<Urgency, 'urg_unset'>, number>> = {
  urg_immediate: 2 * hour,
  urg_urgent: 24 * hour,
  urg_high: 3 * day,
  urg_standard: 7 * day,
};

/**
 * Two years of a sample organisation: who wrote when, and what the officers did, each line for itself. The same options
 * give the same sample. Nobody in it exists.
 */
export function sampleStory(options: SampleOptions): readonly SampleConversation[] {
  const chance = chanceFrom(options.seed);
  const crisis = options.now - span / 3 - (options.now % day);
  const beginnings = Array.from({ length: options.conversations }, (_, number): Beginning => {
    const beginning = beginningOf(chance, options, crisis);
    const waits = waiting[number];
    return waits === undefined ? beginning : { ...beginning, at: options.now - waits.since, waits };
  });
  return beginnings
    .sort((one, other) => one.at - other.at)
    .map((beginning, number) => conversationFrom(chance, options, { ...beginning, number }));
}

/** Who waits on the day on which somebody looks: one in danger within her time, one a little longer than she should. */
type Waiting = { readonly since: number; readonly danger48h: 'yes' | 'no' };
const waiting: readonly Waiting[] = [
  { since: 50 * 60_000, danger48h: 'yes' },
  { since: 26.5 * hour, danger48h: 'no' },
];

type Beginning = { readonly at: number; readonly origin: Origin; readonly waits?: Waiting };

/** When somebody writes first: evenly over two years, but for a crisis of two days in one country (handbook, section 2). */
function beginningOf(chance: Chance, { now }: SampleOptions, crisis: number): Beginning {
  const inCrisis = (2 * crisisFactor) / (730 + 2 * crisisFactor);
  if (chance.is(inCrisis)) {
    const [first] = origins[0] ?? [];
    if (first === undefined) throw new RangeError('no origins');
    return { at: crisis + chance.below(2 * day), origin: first };
  }
  // The last days have more, so that a queue is alive: what nobody has answered yet is recent.
  const at = chance.is(0.04) ? now - chance.below(2 * day) : now - 2 * day - chance.below(span - 2 * day);
  return { at, origin: chance.weighed(origins) };
}

function conversationFrom(
  chance: Chance,
  options: SampleOptions,
  { at, origin, number, waits }: Beginning & { readonly number: number },
): SampleConversation {
  const texts = options.texts.get(origin.language);
  if (texts === undefined) throw new RangeError(`no texts in ${origin.language}`);
  const isForUs = !chance.is(ours.notForUs) || waits !== undefined;
  const scenario = isForUs ? chance.weighed(scenarios) : 'notForUs';
  const said = firstMessage(chance, scenario, origin, texts);
  const first = waits === undefined ? said : { ...said, danger48h: waits.danger48h };
  const steps: SampleStep[] = [{ by: 'her', at, message: first }];
  const outcome =
    waits === undefined
      ? outcomeOf(chance, scenario, first.danger48h === 'yes', options.now - at)
      : 'waiting';
  officersDo(chance, options, { scenario, outcome, texts, first, at, number }, steps);
  return {
    scenario,
    language: origin.language,
    outcome,
    steps: steps.filter((step) => step.at <= options.now).sort((one, other) => one.at - other.at),
  };
}

/** Whoever may be harmed is answered within hours, others within a day; now and then somebody waits longer than that. */
function outcomeOf(
  chance: Chance,
  scenario: SampleScenario,
  isInDanger: boolean,
  age: number,
): SampleConversation['outcome'] {
  if (scenario === 'notForUs') return chance.is(0.6) ? 'junk' : 'declined';
  const inTime = isInDanger ? clocks.urg_immediate : clocks.urg_urgent;
  if (age < 2 * day) return chance.is(age < inTime ? 0.85 : 0.15) ? 'waiting' : 'answered';
  if (age < 9 * day) return 'answered';
  return chance.weighed([
    ['case', taken],
    ['declined', 0.42],
    ['answered', 0.28],
  ] as const);
}

function firstMessage(
  chance: Chance,
  scenario: SampleScenario,
  { language, country, abroad }: Origin,
  texts: SampleTexts,
): RequestMessage {
  const isAbroad = scenario === 'journalistAbroad' || scenario === 'followedAbroad' || chance.is(0.2);
  const forOther = scenario === 'forColleague' || chance.is(ours.forOthers / 2);
  const wantsPlace =
    scenario !== 'notForUs' &&
    (scenario === 'hiding' || scenario === 'familyWithChildren' || chance.is(relocationSought / 1.4));
  const family = scenario === 'familyWithChildren' || (wantsPlace && chance.is(withRelatives));
  const help = [
    ...(wantsPlace ? (['sup_temporary_relocation'] as const) : []),
    chance.one(alsoSought[scenario]),
  ];
  const details: Details = {
    danger48h: chance.is(ours.inDanger) ? 'yes' : chance.is(ours.unsureOfDanger) ? 'unsure' : 'no',
    about: forOther ? 'other' : family ? 'both' : 'self',
    ...(forOther ? { relation: 'colleague', knows: scenario === 'forColleague' ? 'cannot' : 'yes' } : {}),
    writtenBy: forOther ? 'src_colleague' : 'src_self',
    ...(chance.is(0.8) ? { callName: chance.one(texts.names) } : {}),
    ...(chance.is(0.9) ? { country: isAbroad ? chance.one(abroad) : country } : {}),
    languages: languagesOf(language, chance),
    help,
    ...(chance.is(0.15) ? { never: ['call', 'family'] } : {}),
    ...(chance.is(0.3)
      ? {
          channels: [
            { channel: 'chan_e2ee_chat', safe: true },
            { channel: 'chan_phone_call', safe: false },
          ],
        }
      : {}),
  };
  return { type: 'request', v: 1, what: texts.first[scenario], locale: language, ...details };
}

const languagesOf = (language: string, chance: Chance): readonly Language[] =>
  [language, ...(chance.is(0.35) && language !== 'en' ? ['en'] : [])] as Language[];

type Situation = {
  readonly scenario: SampleScenario;
  readonly outcome: SampleConversation['outcome'];
  readonly texts: SampleTexts;
  readonly first: Details;
  readonly at: number;
  readonly number: number;
};

/** What the team does about a request, and what she writes in between. */
function officersDo(chance: Chance, options: SampleOptions, about: Situation, steps: SampleStep[]): void {
  const { outcome, texts, first, at } = about;
  const officer = chance.below(options.officers);
  let time = at;
  const act = (
    command: SampleCommand,
    args: Readonly<Record<string, unknown>> = {},
    after = 5 * 60_000,
  ): number => {
    time += after;
    steps.push({ by: officer, at: time, command, args });
    return time;
  };
  if (outcome === 'waiting') {
    if (chance.is(0.3)) act('claim', {}, hour);
    return;
  }
  if (outcome === 'junk') {
    act('setAside', { reason: '' }, chance.below(2 * day));
    return;
  }
  const urgency = urgencyOf(chance, first);
  const clock = clocks[urgency];
  // Everything is looked at on the day on which it comes; the answer has the time that its urgency leaves it.
  const looked = chance.below(Math.min(clock / 2, 16 * hour));
  const answered = chance.is(ours.inTime)
    ? looked + chance.below(clock * 0.9 - looked)
    : clock + chance.below(Math.min(clock, 12 * hour));
  act('claim', {}, looked);
  act('setUrgency', { urgency, reason: reasons[urgency] });
  act('noteOpened', { sequence: 0 });
  time = Math.max(time, at + answered);
  if (outcome === 'declined') {
    act('decline', declineOf(about), 30 * 60_000);
    return;
  }
  act('reply', { text: texts.answer, files: [], blobs: [] });
  const writes = chance.is(ours.writesAgain) ? 1 + chance.below(3) : 0;
  for (let round = 0; round < writes; round += 1) {
    time += hour + chance.below(3 * day);
    steps.push({ by: 'her', at: time, message: { type: 'message', v: 1, text: herWords(texts, round) } });
    if (time > options.now - 8 * hour) return;
    act('noteOpened', { sequence: round + 1 }, hour + chance.below(day));
    act('reply', { text: texts.question, files: [], blobs: [] });
  }
  if (outcome === 'case') caseFrom(chance, options.now, about, urgency, act);
  // Whoever has her answer closes her page after some weeks, or never. Not sooner than the longest slice in which a sample
  // is played: within one her words come first, and our answer would be to somebody who has left.
  else if (chance.is(0.92))
    steps.push({
      by: 'her',
      at: time + (11 + chance.below(20)) * day,
      message: { type: 'close', v: 1, wants: 'keep' },
    });
}

const herWords = (texts: SampleTexts, round: number): string =>
  round < texts.more.length - 1 ? (texts.more[round] ?? texts.thanks) : texts.thanks;

function urgencyOf(chance: Chance, first: Details): keyof typeof clocks {
  if (first.danger48h === 'yes') return chance.is(0.7) ? 'urg_immediate' : 'urg_urgent';
  if (first.danger48h === 'unsure') return chance.is(0.5) ? 'urg_urgent' : 'urg_high';
  return chance.is(0.35) ? 'urg_high' : 'urg_standard';
}

/** Officers' own notes are in English: the language that this sample's team shares. */
const reasons: Readonly<Record<keyof typeof clocks, string>> = {
  urg_immediate: 'Says that somebody may be harmed within two days.',
  urg_urgent: 'Visited twice this week; no safe place after tomorrow.',
  urg_high: 'The danger is serious and grows, but a place is there for now.',
  urg_standard: 'No new threat; plans ahead.',
};

const declineReasons: Readonly<Record<SampleScenario, string>> = {
  journalistAbroad: 'close_declined_no_capacity',
  landThreatened: 'close_declined_no_capacity',
  hiding: 'close_declined_no_capacity',
  lawyerCharged: 'close_declined_out_of_scope',
  familyWithChildren: 'close_declined_no_capacity',
  respite: 'close_declined_not_urgent',
  forColleague: 'close_declined_covered',
  followedAbroad: 'close_declined_out_of_scope',
  equipmentTaken: 'close_declined_covered',
  phoneWatched: 'close_declined_out_of_scope',
  notForUs: 'close_declined_not_hrd',
};

function declineOf({ scenario, texts }: Situation): Readonly<Record<string, unknown>> {
  return {
    reason: declineReasons[scenario],
    words: texts.sorry,
    alternatives: [],
    noneKnown: true,
    wayBackDays: 90,
  };
}

const pseudonyms = [
  'Heron',
  'Juniper',
  'Basalt',
  'Willow',
  'Lantern',
  'Marble',
  'Thistle',
  'Cobalt',
  'Hazel',
  'Tern',
];

function caseFrom(
  chance: Chance,
  now: number,
  { number, scenario, first }: Situation,
  urgency: keyof typeof clocks,
  act: (command: SampleCommand, args: Readonly<Record<string, unknown>>, after?: number) => number,
): void {
  const pseudonym = `${chance.one(pseudonyms)} ${number + 1}`;
  const opened = act('openCase', { pseudonym }, hour);
  // Everything after it is told from the opening on, in the order in which it happened.
  const later: { readonly after: number; readonly give: () => readonly [SampleCommand, Json] }[] = [];
  // Most files of a fund are open for some months.
  const closes = chance.is(0.75) ? (120 + chance.below(60)) * day : null;
  const lasts = Math.min(closes ?? Number.POSITIVE_INFINITY, now - opened);
  const age = now - opened;
  const about = { scenario, country: first.country ?? 'MM', pseudonym, urgency, closes, lasts, age };
  for (const { after, events } of wholeCase(chance, about, opened))
    later.push({ after, give: () => ['actOnCase', { events }] });
  const notes = 1 + chance.below(3);
  for (let round = 0; round < notes; round += 1)
    later.push({
      after: day + chance.below(40 * day),
      give: () => ['addNote', { text: chance.one(caseNotes) }],
    });
  // In two of three files somebody outside is asked by a sheet; half of them answer before it is over.
  const sheet = number.toString(16).padStart(32, '0');
  if (number % 3 !== 2) {
    const isAnswered = number % 3 === 0;
    later.push({ after: 12 * day, give: () => ['sendSheet', { sheet, days: isAnswered ? 28 : 7 }] });
    if (isAnswered) {
      later.push({ after: 24 * day, give: () => ['answerSheet', { sheet, known: number % 2 === 0 }] });
      later.push({ after: 36 * day, give: () => ['readSheet', { sheet }] });
    }
  }
  // What is next is done in its time, and the step after it is written down; at the end nothing is next.
  for (let after = 12 * day; after < lasts; ) {
    const days = 25 + chance.below(20);
    const [text, since] = [chance.one(nextSteps), after];
    later.push({ after: since, give: () => ['setNextStep', { text, days }] });
    after += (days - chance.below(7)) * day;
  }
  if (closes !== null)
    later.push({ after: closes - hour, give: () => ['setNextStep', { text: '', days: null }] });
  let before = 0;
  for (const { after, give } of later.sort((left, right) => left.after - right.after)) {
    act(...give(), after - before);
    before = after;
  }
}

type Json = Readonly<Record<string, unknown>>;

const caseNotes = [
  'Spoke for half an hour over the channel that she named. Calm; sleeps at a friend’s place.',
  'One referee has answered and confirms the work. The second one is travelling.',
  'She prefers to stay in the region. A place further away would be the last choice.',
  'The hearing was moved by two weeks. The lawyer has the file.',
  'Asked about the children’s school. They need papers from the last one.',
  'No new incident since the last talk. The check-in rhythm stays as it is.',
];

const nextSteps = [
  'Ask the second referee again',
  'Decide on the grant in the committee',
  'Call on the agreed day',
  'Look for a place for four',
  'Check when the permit ends',
];

/** The country that the crisis of a sample is in, for whoever describes it. */
export const crisisCountry: Country = origins[0]?.[0].country ?? 'MM';
