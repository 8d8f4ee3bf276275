import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../tests/support/size.ts';
import { caseShapes } from './case/events.ts';
import { emptyCase, foldCase } from './case/state.ts';
import { directoryShapes } from './directory/events.ts';
import { emptyDirectory, foldDirectory } from './directory/state.ts';
import { identityShapes } from './identity/events.ts';
import { emptyIdentity, foldIdentity } from './identity/state.ts';
import { organisationShapes } from './organisation/events.ts';
import { type Role, roles } from './organisation/permissions.ts';
import { emptyOrganisation, foldOrganisation } from './organisation/state.ts';
import { requestShapes } from './request/events.ts';
import { foldRequest } from './request/fold.ts';
import { clockOf, compareInQueue, phaseOf } from './request/queue.ts';
import { mayWriteTo } from './request/routing.ts';
import { emptyRequest, missingItems } from './request/state.ts';
import type { Context } from './shared/context.ts';
import type { Base } from './shared/fold.ts';
import { teamShapes } from './team/events.ts';
import { emptyTeam, foldTeam } from './team/state.ts';
import { mailbox } from './testing/conversation.ts';
import { at, colleague, hash, id, item } from './testing/people.ts';

const officer = colleague(1, 'officer');
type Fold = (state: Base, json: unknown, context: Context) => Base;
type Subject = {
  readonly name: string;
  readonly empty: Base;
  readonly fold: Fold;
  readonly types: readonly string[];
};

/** Hides the exact type of a state, so that one property can be asked of every noun. */
const subject = <State extends Base>(
  name: string,
  empty: State,
  fold: (state: State, json: unknown, context: Context) => State,
  shapes: object,
): Subject => ({
  name,
  empty,
  fold: (state, json, context) => fold(state as State, json, context),
  types: Object.keys(shapes),
});

const begun = {
  request: foldRequest(emptyRequest, { type: 'GuestNamed', v: 1, ...mailbox(0) }, at(1, officer)),
  case: foldCase(
    emptyCase,
    { type: 'CaseOpened', v: 1, pseudonym: 'Heron', fromConversation: null, teams: [] },
    at(1, officer),
  ),
  identity: foldIdentity(emptyIdentity, { type: 'IdentityOpened', v: 1 }, at(1, officer)),
};

const subjects: readonly Subject[] = [
  subject('organisation', emptyOrganisation, foldOrganisation, organisationShapes),
  subject('request', begun.request, foldRequest, requestShapes),
  subject('case', begun.case, foldCase, caseShapes),
  subject('identity', begun.identity, foldIdentity, identityShapes),
  subject('team', emptyTeam('custody'), foldTeam, teamShapes),
  subject('directory', emptyDirectory, foldDirectory, directoryShapes),
];

/** Fields that events have, with values that sometimes fit: near misses find more than noise. */
const fields = {
  member: fc.constantFrom(id(1), id(2), 'x'),
  team: fc.constantFrom(id(7), id(8)),
  record: fc.constantFrom(hash(1), hash(2)),
  mailbox: fc.constantFrom(hash(9000), hash(9001)),
  hash: fc.constantFrom(hash(5000), hash(5001), hash(5002)),
  prev: fc.constantFrom(hash(0), hash(5000), hash(7000)),
  sequence: fc.nat(3),
  item: fc.nat(1),
  contentKey: fc.constantFrom(null, hash(3)),
  name: fc.string({ maxLength: 5 }),
  text: fc.string({ maxLength: 5 }),
  reason: fc.constantFrom('A reason.', 'lost', 'close_declined_covered', ''),
  role: fc.constantFrom('administrator', 'reader', 'queen'),
  purpose: fc.constantFrom('intake', 'custody'),
  urgency: fc.constantFrom('urg_high', 'urg_unset', 'urg_soon'),
  state: fc.constantFrom('case_closed', 'case_triaged', 'case_erased'),
  closure: fc.constantFrom(null, 'close_died'),
  field: fc.constantFrom('danger', 'needs', 'legal_name'),
  value: fc.string({ maxLength: 5 }),
  replaces: fc.constantFrom([], [{ entry: hash(2), index: 0 }]),
  sent: fc.record({
    mailbox: fc.constantFrom(hash(9000), hash(9001)),
    sequence: fc.nat(2),
    prev: fc.constantFrom(hash(0), hash(7000)),
    hash: fc.constantFrom(hash(7000), hash(7001)),
    quoted: fc.constant(null),
  }),
  files: fc.constant([]),
  version: fc.nat(3),
  case: fc.constantFrom(hash(1), hash(2)),
  kind: fc.constantFrom('case', 'study'),
  proposal: fc.constantFrom(id(1), id(2)),
  mechanism: fc.constantFrom('example-fund', 'local-1', 'No'),
  changes: fc.constantFrom([], [{ field: 'link.url', base: null, value: 'x', replaces: [] }]),
  entry: fc.dictionary(fc.constantFrom('name', 'link'), fc.jsonValue()),
  source: fc.constantFrom('', 'A page'),
  sourceDate: fc.constantFrom(null, '2026-11-02'),
  note: fc.constant(''),
  on: fc.constantFrom('2026-11-20', '2026-02-30'),
  outcome: fc.constantFrom('unchanged', 'closed', 'lost'),
  condition: fc.constantFrom('is-open-now'),
  answer: fc.constantFrom('yes', 'no', 'maybe'),
  blob: fc.constantFrom(hash(4)),
  way: fc.constantFrom('phone', 'pigeon'),
  from: fc.constantFrom('', 'A cousin'),
  at: fc.nat(2 ** 40),
  words: fc.constantFrom('', 'She called.'),
  locale: fc.constantFrom('und', 'en', 'X'),
  details: fc.constantFrom({}, { danger48h: 'yes' }, { never: ['call'] }, { file: 1 }),
  channel: fc.constantFrom('chan_phone_call', 'chan_door_code', 'chan_x'),
  join: fc.constantFrom(id(1), id(2)),
  joins: fc.constantFrom([], [id(1)], [id(1), id(2)]),
  judgement: fc.constantFrom({ entry: hash(2), index: 0 }, { entry: hash(3), index: 0 }),
  noneKnown: fc.boolean(),
  alternatives: fc.constantFrom([], ['Somebody else']),
  wayBack: fc.constant({ days: 30 }),
  occasion: fc.constantFrom('decline', 'X'),
  code: fc.constantFrom('close_declined_covered', ''),
  language: fc.constantFrom('en', 'ar', '1'),
  ask: fc.record({
    id: fc.constantFrom(id(1), id(2)),
    purpose: fc.constantFrom('con_contact', 'con_none'),
    recipient: fc.constantFrom('A host', ''),
    fields: fc.constantFrom(['name'], []),
    text: fc.constant('May we?'),
    version: fc.constant(1),
    language: fc.constant('en'),
    until: fc.constantFrom(null, '2026-12-01'),
  }),
  plan: fc.constantFrom(id(1), {
    id: id(1),
    rhythm: { every: 12 },
    from: 0,
    until: null,
    grace: 30,
    silence: 'We call.',
    language: 'en',
  }),
  question: fc.constantFrom(id(1), id(2)),
  choices: fc.constantFrom([], ['Yes', 'No']),
  form: fc.constantFrom(null, hash(5)),
  lines: fc.constantFrom([], [{ what: 'Your name', since: '', why: '', who: '', until: '' }]),
  day: fc.constantFrom(null, '2026-12-01', '2026-02-30'),
  who: fc.constantFrom('', 'The team'),
  moved: fc.boolean(),
  to: fc.constantFrom(hash(1)),
  checked: fc.constantFrom('In person.', ''),
  extra: fc.jsonValue(),
} as const;

const likely = (types: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...types), fc.constantFrom(1, 1, 1, 2, 0), fc.record(fields, { requiredKeys: [] }))
    .map(([type, v, rest]) => ({ type, v, ...rest }));

const contexts = fc
  .record({
    author: fc.constantFrom(1, 2),
    role: fc.constantFrom<Role | null>(...roles, null),
    permissions: fc.constantFrom(1, 1, 1, 2),
    readmitted: fc.boolean(),
    guest: fc.constantFrom(false, false, false, true),
    quoted: fc.array(fc.nat(3).map((sequence) => item(sequence, { type: 'message', v: 1, text: 'Hello' }))),
  })
  .map(
    ({ author, role, permissions, readmitted, guest, quoted }) =>
      (position: number): Context => ({
        ...at(position, { ...colleague(author, role), permissions }),
        readmitted,
        quoted,
        ...(guest ? { author: { guest: hash(9000) } } : {}),
      }),
  );

const stories = ({ types }: Subject) =>
  fc.array(fc.tuple(fc.oneof({ arbitrary: likely(types), weight: 6 }, fc.jsonValue()), contexts), {
    maxLength: 25,
  });

const run = (told: Subject, story: readonly (readonly [unknown, (position: number) => Context])[]): Base =>
  story.reduce((state, [json, context], index) => told.fold(state, json, context(index + 2)), told.empty);

describe.each(subjects)('the fold of $name', (told) => {
  it('never throws, and is the same however often it is folded', () => {
    fc.assert(
      fc.property(stories(told), (story) => {
        const before = structuredClone(told.empty);
        const frozen = story.map(([json, context]) => [deepFreeze(json), context] as const);
        expect(run(told, frozen)).toEqual(run(told, frozen));
        expect(told.empty).toEqual(before);
      }),
      { numRuns: runs(150) },
    );
  });

  it('keeps every event of an unknown type or a newer version, and says that it needs a newer Leeward', () => {
    const strange = fc.oneof(
      fc
        .string({ minLength: 1, maxLength: 20 })
        .filter((type) => !told.types.includes(type))
        .map((type) => ({ type, v: 1 })),
      fc.constantFrom(...told.types).map((type) => ({ type, v: 99, something: 'new' })),
    );
    fc.assert(
      fc.property(stories(told), strange, (story, json) => {
        const before = run(told, story);
        const after = told.fold(before, json, at(90, officer));
        expect(after.needsNewer).toBe(true);
        expect(after.kept.at(-1)).toMatchObject({ json, entry: hash(90), why: { kind: 'newer' } });
        expect({ ...after, kept: [], needsNewer: false }).toEqual({ ...before, kept: [], needsNewer: false });
      }),
      { numRuns: runs(60) },
    );
  });

  it('[rule 1] lets nobody without a role change anything', () => {
    fc.assert(
      fc.property(stories(told), likely(told.types), (story, json) => {
        const before = run(told, story);
        const after = told.fold(before, json, at(90, { ...colleague(55, null) }));
        expect({ ...after, kept: [], needsNewer: false }).toEqual({ ...before, kept: [], needsNewer: false });
        expect(after.kept.length).toBe(before.kept.length + 1);
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('what is read out of a conversation', () => {
  it('never throws either, whatever was said in it', () => {
    const message = fc.oneof(
      fc.json(),
      fc
        .record({
          type: fc.constantFrom('request', 'add', 'message', 'close', 'answer'),
          v: fc.constant(1),
          what: fc.string(),
          text: fc.string(),
          danger48h: fc.constantFrom('yes', 'no', 'maybe'),
          channels: fc.array(
            fc.record({ channel: fc.constantFrom('chan_sms', 'chan_door_code', 'x'), safe: fc.boolean() }),
          ),
          never: fc.array(fc.constantFrom('call', 'text', 'fly')),
        })
        .map((said) => JSON.stringify(said)),
    );
    const items = fc.array(fc.tuple(fc.nat(4), message, fc.nat(2 ** 40)));
    fc.assert(
      fc.property(items, items, fc.nat(2 ** 40), (left, right, now) => {
        const [one, other] = [left, right].map((said) =>
          said.reduce((state, [sequence, text, claimedTime], index) => {
            const opened = item(sequence, text, { claimedTime, hash: hash(6000 + index) });
            const event = {
              type: 'GuestItemAdmitted',
              v: 1,
              mailbox: opened.mailbox,
              item: 0,
              hash: opened.hash,
              sequence,
              prev: opened.prev,
              contentKey: null,
            };
            return foldRequest(state, event, at(index + 2, officer, { quoted: [opened] }));
          }, begun.request),
        );
        if (one === undefined || other === undefined) throw new Error('two stories');
        expect(one.items).toHaveLength(left.length);
        expect(one.urgency).toBe('urg_unset');
        expect(missingItems(one)).toBeGreaterThanOrEqual(0);
        expect(Math.sign(compareInQueue(one, other))).toBe(-Math.sign(compareInQueue(other, one)) || 0);
        const clock = clockOf(one, now);
        expect(clock === null || clock.due > clock.since).toBe(true);
        expect(phaseOf(one)).not.toBe('case');
        const toldUnsafe = one.items.some(
          ({ verdict, content }) =>
            verdict === 'counts' &&
            content?.kind === 'read' &&
            (content.message.type === 'request' || content.message.type === 'add') &&
            content.message.never?.includes('text') === true,
        );
        if (toldUnsafe) expect(mayWriteTo(one, 'chan_sms').ok).toBe(false);
      }),
      { numRuns: runs(150) },
    );
  });
});

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
