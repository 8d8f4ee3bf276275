import { canOpenCase, canSetNextStep, canWriteNote } from '@leeward/domain/case/rules.ts';
import { changedMeanwhile, neverRebased, watchedCase, watchedRequest } from '@leeward/domain/rebase.ts';
import {
  canClaim,
  canLinkCase,
  canRelease,
  canReturn,
  canSetAside,
  canSetUrgency,
  canTakeUpAgain,
} from '@leeward/domain/request/rules.ts';
import type { RecordKind } from '@leeward/domain/team/events.ts';
import { canListRecord, canTakeCheckpoint, canUnlistRecord } from '@leeward/domain/team/rules.ts';
import { parseEvents } from '@leeward/sealed-log/log/events-json.ts';
import { bringRow, buildRow } from './bring-rows.ts';
import { buildAdmission } from './build-admission.ts';
import type { Builder } from './builder-parts.ts';
import { made, onCase, onRequest, onTeam, refsIn, text } from './builder-parts.ts';
import type { Built } from './built.ts';
import { buildCaseActs } from './case-acts.ts';
import { comeBackBuilders } from './come-back-builders.ts';
import { buildDirectory, directoryCommands } from './directory-record.ts';
import type { Engine } from './engine.ts';
import { actorOf } from './engine.ts';
import { buildBroughtIdentity, buildTie } from './identity/bring-builders.ts';
import { identityBuilders } from './identity/builders.ts';
import { listBuilders } from './list-builders.ts';
import type { OutboxItem } from './outbox-item.ts';
import type { RecordView } from './record-view.ts';
import { buildConfirmation, buildDecline, buildOpened, buildQuestions, buildReply } from './replies.ts';
import { requestBuilders } from './request-builders.ts';
import { bytesOf } from './send.ts';
import { sheetBuilders } from './sheet-builders.ts';
import { isPseudonymTaken } from './taken.ts';

type Urgency = Parameters<typeof canSetUrgency>[2]['urgency'];

const builders: Readonly<Record<string, Builder>> = {
  admit: buildAdmission,
  noteOpened: buildOpened,
  confirm: buildConfirmation,
  reply: buildReply,
  sendQuestions: buildQuestions,
  decline: buildDecline,
  claim: onRequest((state, engine) => canClaim(state, actorOf(engine))),
  release: onRequest((state, engine) => canRelease(state, actorOf(engine))),
  setUrgency: onRequest((state, engine, args) =>
    canSetUrgency(state, actorOf(engine), {
      urgency: text(args, 'urgency') as Urgency,
      reason: text(args, 'reason'),
      replaces: refsIn(args['replaces']),
    }),
  ),
  takeUpAgain: onRequest((state, engine, args) =>
    canTakeUpAgain(state, actorOf(engine), text(args, 'reason')),
  ),
  setAside: onRequest((state, engine, args) => canSetAside(state, actorOf(engine), text(args, 'reason'))),
  putBack: onRequest((state, engine) => canReturn(state, actorOf(engine))),
  ...requestBuilders,
  ...listBuilders,
  linkCase: onRequest((state, engine, args) => canLinkCase(state, actorOf(engine), text(args, 'case'))),
  openCase: async (engine, _view, args) => {
    const teams = Array.isArray(args['teams'])
      ? args['teams'].filter((one): one is string => typeof one === 'string')
      : [];
    const actor = actorOf(engine);
    const opening = {
      pseudonym: text(args, 'pseudonym'),
      fromConversation: text(args, 'from') === '' ? null : text(args, 'from'),
      teams,
      responsible: actor.member,
      urgency: null,
    };
    return made(
      canOpenCase(actor, opening, (pseudonym) => isPseudonymTaken(engine, pseudonym, text(args, 'case'))),
    );
  },
  addNote: onCase((state, engine, args) => canWriteNote(state, actorOf(engine), text(args, 'text'))),
  setNextStep: onCase((state, engine, args) =>
    canSetNextStep(state, actorOf(engine), {
      text: text(args, 'text'),
      date: text(args, 'date') === '' ? null : text(args, 'date'),
    }),
  ),
  actOnCase: buildCaseActs,
  [bringRow]: buildRow,
  listRecord: onTeam((state, engine, args) =>
    canListRecord(state, actorOf(engine), text(args, 'listed'), text(args, 'kind') as RecordKind),
  ),
  unlistRecord: onTeam((state, engine, args) =>
    canUnlistRecord(state, actorOf(engine), text(args, 'listed')),
  ),
  listRecords: onTeam((state, engine, args) => {
    const listed = Array.isArray(args['listed']) ? args['listed'] : [];
    const events: unknown[] = [];
    for (const record of listed) {
      if (typeof record !== 'string' || state.records.has(record)) continue;
      const allowed = canListRecord(state, actorOf(engine), record, text(args, 'kind') as RecordKind);
      if (!allowed.ok) return allowed;
      events.push(...allowed.value);
    }
    return events.length === 0 ? { ok: false, error: { code: 'no_change' } } : { ok: true, value: events };
  }),
  // Said before, under a branch that two administrators rejected: the fold judges it where it stands now (rule 4).
  sayAgain: async (_engine, _view, args) => {
    const events = parseEvents(text(args, 'events'));
    const quoted = Array.isArray(args['quoted']) ? args['quoted'] : [];
    const bytes = quoted.filter((one): one is string => typeof one === 'string').map(bytesOf);
    return { ok: true, value: { events: events.ok ? events.value : [], quoted: bytes } };
  },
  ...comeBackBuilders,
  ...sheetBuilders,
  ...identityBuilders,
  tieIdentity: buildTie,
  bringIdentity: buildBroughtIdentity,
  ...Object.fromEntries(directoryCommands.map((command): [string, Builder] => [command, buildDirectory])),
  checkpoint: onTeam((state, engine, args) =>
    canTakeCheckpoint(state, actorOf(engine), args['heads'] as Parameters<typeof canTakeCheckpoint>[2]),
  ),
};

/** What the device does by itself, and is over when it stands, whoever did it. */
const maintenance: ReadonlySet<string> = new Set([
  'admit',
  'listRecord',
  'unlistRecord',
  'indexCustody',
  'tieIdentity',
  'noteOpened',
  'linkCase',
  'beginIdentity',
  'noteAccessGiven',
]);

/** Asks the domain's rules on what stands now, and says what a colleague has changed meanwhile (section 3). */
export async function build(engine: Engine, view: RecordView, item: OutboxItem): Promise<Built> {
  const builder = builders[item.command];
  if (builder === undefined)
    return { type: 'refused', failure: { code: 'unsupported', missing: item.command } };
  const result = await builder(engine, view, item.args);
  if (!result.ok) {
    // What a person wanted stands already, by a colleague's hand or her own: there is nothing left to refuse.
    if (result.error.code === 'no_change') return { type: 'done' };
    if (maintenance.has(item.command) && ['exists', 'not_there'].includes(result.error.code))
      return { type: 'done' };
    return { type: 'refused', failure: { code: 'refused', refusal: result.error } };
  }
  const changed = changedSince(view, item, result.value.events);
  const types = result.value.events.map((event) => (event as { readonly type: string }).type);
  if (changed.length > 0 && types.some((type) => neverRebased.has(type) || asksFirst.has(type)))
    return { type: 'conflict', changed };
  return { type: 'built', ...result.value, changed };
}

/** Who takes on what a colleague has taken on meanwhile may be allowed to; that she wants to, she has not said. */
const asksFirst: ReadonlySet<string> = new Set(['RequestClaimed', 'RequestReleased']);

/** What the person saw of the fields that her act may edit, when she acted. */
export function seenBy(view: RecordView, _command: string): OutboxItem['seen'] {
  const read = readerOf(view);
  if (read === null) return null;
  return Object.fromEntries(read.fields.map((field) => [field, read.value(field) ?? null]));
}

type FieldReader = { readonly fields: readonly string[]; readonly value: (field: string) => unknown };

function readerOf(view: RecordView): FieldReader | null {
  const { folded } = view;
  if (folded.kind === 'conversation') {
    const fields = [
      'conversation',
      'channel',
      'urgency',
      'claimedBy',
      'declined',
      'setAside',
      'case',
      'next',
      'held',
      'checkIn',
    ];
    return { fields, value: (field) => watchedRequest.read(folded.state, field) };
  }
  if (folded.kind === 'case') {
    const fields = ['pseudonym', 'urgency', 'phase', 'responsible', 'nextStep'];
    return { fields, value: (field) => watchedCase.read(folded.state, field) };
  }
  return null;
}

function changedSince(view: RecordView, item: OutboxItem, events: readonly unknown[]): readonly string[] {
  const { seen } = item;
  const { folded } = view;
  if (seen === null) return [];
  const before = { edits: () => [], read: (_state: unknown, field: string) => seen[field] ?? null };
  const compare = <State, Event>(
    watched: { edits: (event: Event) => readonly string[]; read: (state: State, field: string) => unknown },
    state: State,
  ) =>
    changedMeanwhile<{ readonly state: State | null }, Event>(
      {
        edits: watched.edits,
        read: (which, field) =>
          which.state === null ? before.read(null, field) : (watched.read(which.state, field) ?? null),
      },
      { state: null },
      { state },
      events as readonly Event[],
    ).map((one) => one.field);
  if (folded.kind === 'conversation') return compare(watchedRequest, folded.state);
  if (folded.kind === 'case') return compare(watchedCase, folded.state);
  return [];
}
