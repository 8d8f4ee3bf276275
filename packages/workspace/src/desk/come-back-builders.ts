import { firstWarning, warnsOf } from '@leeward/domain/clock/clock.ts';
import type { ConsentAsk } from '@leeward/domain/consent/ask.ts';
import { mayShowNote } from '@leeward/domain/plan/note-for-her.ts';
import { roundsToShow } from '@leeward/domain/plan/to-show.ts';
import type { CheckInPlan } from '@leeward/domain/request/check-in.ts';
import {
  canAnswerAlarm,
  canAskConsent,
  canAskQuestion,
  canDropConsent,
  canEndCheckIn,
  canLinkConversation,
  canProposeCheckIn,
  canShowPlan,
  canTellClosing,
  canTellHeld,
  canTellNext,
  canTellRounds,
} from '@leeward/domain/request/come-back-rules.ts';
import type { HeldLine } from '@leeward/domain/request/reply.ts';
import { canCloseChannel, canConfirm, canReplaceChannel } from '@leeward/domain/request/rules.ts';
import { type ShownPlan, sameRounds } from '@leeward/domain/request/shown-plan.ts';
import { endWished } from '@leeward/domain/request/shown-to-her.ts';
import type { RequestState } from '@leeward/domain/request/state.ts';
import { nextSent, openGuest } from '@leeward/domain/request/state.ts';
import type { Made } from './built.ts';
import { withOwnActs } from './case-acts.ts';
import type { Engine } from './engine.ts';
import { actorOf } from './engine.ts';
import type { OutboxItem } from './outbox-item.ts';
import type { RecordView } from './record-view.ts';
import { openRecord } from './records.ts';
import { sealAndPropose } from './replies.ts';

type Args = OutboxItem['args'];
type Builder = (engine: Engine, view: RecordView, args: Args) => Promise<Made>;

const notThere: Made = { ok: false, error: { code: 'not_there' } };
const textIn = (args: Args, name: string): string => (typeof args[name] === 'string' ? args[name] : '');
const dayIn = (args: Args, name: string): string | null => textIn(args, name) || null;
const textsIn = (args: Args, name: string): readonly string[] => {
  const list = args[name];
  return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : [];
};

const askConsent: Builder = (engine, view, args) => {
  const ask: ConsentAsk = {
    id: textIn(args, 'id'),
    purpose: textIn(args, 'purpose') as ConsentAsk['purpose'],
    recipient: textIn(args, 'recipient'),
    fields: textsIn(args, 'fields'),
    text: textIn(args, 'text'),
    version: typeof args['version'] === 'number' ? args['version'] : 1,
    language: textIn(args, 'language'),
    until: dayIn(args, 'until'),
  };
  const today = new Date(engine.now()).toISOString().slice(0, 10);
  return sealAndPropose(engine, view, { type: 'consent', v: 1, ...ask }, [], (state, sent) =>
    canAskConsent(state, actorOf(engine), { ask, sent }, today),
  );
};

const dropConsent: Builder = (engine, view, args) => {
  const consent = textIn(args, 'consent');
  return sealAndPropose(engine, view, { type: 'consentDropped', v: 1, id: consent }, [], (state, sent) =>
    canDropConsent(state, actorOf(engine), { consent, sent }),
  );
};

const tellNext: Builder = (engine, view, args) => {
  const next = { text: textIn(args, 'text'), day: dayIn(args, 'day'), who: textIn(args, 'who') };
  return sealAndPropose(engine, view, { type: 'next', v: 1, ...next }, [], (state, sent) =>
    canTellNext(state, actorOf(engine), { ...next, sent }),
  );
};

const tellHeld: Builder = (engine, view, args) => {
  const note = textIn(args, 'note');
  const lines = (Array.isArray(args['lines']) ? args['lines'] : []) as readonly HeldLine[];
  return sealAndPropose(engine, view, { type: 'held', v: 1, id: note, lines }, [], (state, sent) =>
    canTellHeld(state, actorOf(engine), { note, lines, sent }),
  );
};

const proposeCheckIn: Builder = (engine, view, args) => {
  const plan = args['plan'] as CheckInPlan;
  return sealAndPropose(engine, view, { type: 'checkIn', v: 1, ...plan }, [], (state, sent) =>
    canProposeCheckIn(state, actorOf(engine), { plan, sent }),
  );
};

const endCheckIn: Builder = (engine, view, args) => {
  const plan = textIn(args, 'plan');
  return sealAndPropose(engine, view, { type: 'checkInEnded', v: 1, id: plan }, [], (state, sent) =>
    canEndCheckIn(state, actorOf(engine), { plan, sent }),
  );
};

const showPlan: Builder = async (engine, view, args) => {
  if (view.folded.kind !== 'conversation') return notThere;
  const version = view.folded.state.comeBack.shown.length + 1;
  const plan: ShownPlan = { ...(args['plan'] as Omit<ShownPlan, 'version'>), version };
  const othersChecked = args['othersChecked'] === true;
  if (plan.risks !== null) {
    const found = await openRecord(engine, textIn(args, 'case'));
    if (found.folded.kind !== 'case') return notThere;
    const { people } = withOwnActs(engine, found, found.folded.state).parts;
    const may = mayShowNote(people, found.folded.state.opened?.fromConversation ?? null, view.id);
    if (!may.ok) return { ok: false, error: may.error };
  }
  return sealAndPropose(engine, view, { type: 'shownPlan', v: 1, ...plan }, [], (state, sent) =>
    canShowPlan(state, actorOf(engine), { plan, othersChecked, sent }),
  );
};

/** What stands on her page until a day before this is shown to her again, although nothing has changed. */
const lastDayOfWarning = (now: number): number =>
  Math.floor(now / 86_400_000) + firstWarning(warnsOf.her_page) + 1;

/** What she is told is read from the case at this moment, with what this device has written and not sent yet. */
const tellRounds: Builder = async (engine, view, args) => {
  const found = await openRecord(engine, textIn(args, 'case'));
  if (found.folded.kind !== 'case' || view.folded.kind !== 'conversation') return notThere;
  const now = roundsToShow(withOwnActs(engine, found, found.folded.state), engine.now());
  const { state } = view.folded;
  const last = state.comeBack.rounds.at(-1);
  const known = last?.rounds ?? { agreed: [], pauses: [] };
  const until = state.sent.find((item) => item.hash === last?.hash)?.until;
  const endsSoon = until !== undefined && until < lastDayOfWarning(engine.now());
  // Where she wishes that they end, the same rounds once more are an answer: they go on.
  if (!endsSoon && sameRounds(known, now, engine.now()) && endWished(state) === null)
    return { ok: false, error: { code: 'no_change' } };
  const rounds = { id: textIn(args, 'rounds'), ...now };
  return sealAndPropose(engine, view, { type: 'rounds', v: 1, ...rounds }, [], (state, sent) =>
    canTellRounds(state, actorOf(engine), { rounds, sent }),
  );
};

const askQuestion: Builder = (engine, view, args) => {
  const question = textIn(args, 'question');
  const asked = { text: textIn(args, 'text'), choices: textsIn(args, 'choices'), form: null };
  return sealAndPropose(engine, view, { type: 'question', v: 1, id: question, ...asked }, [], (state, sent) =>
    canAskQuestion(state, actorOf(engine), { question, ...asked, sent }),
  );
};

const tellClosing: Builder = (engine, view, args) => {
  const moved = args['moved'] === true;
  if (view.folded.kind === 'conversation' && openGuest(view.folded.state)?.mailbox !== args['mailbox'])
    return Promise.resolve(notThere);
  return sealAndPropose(engine, view, { type: 'closed', v: 1, moved }, [], (state, sent) =>
    canTellClosing(state, actorOf(engine), { moved, sent }),
  );
};

/**
 * Takes away what lies at her page: for words that somebody else may hold. It looks like the weekly sign, so that whoever
 * reads it learns no more than that answers stay for a time.
 */
const takeAway: Builder = (engine, view, args) => {
  if (view.folded.kind === 'conversation' && openGuest(view.folded.state)?.mailbox !== args['mailbox'])
    return Promise.resolve(notThere);
  const sign = { type: 'confirmed', v: 1 } as const;
  return sealAndPropose(
    engine,
    view,
    sign,
    [],
    (state, sent) => canConfirm(state, actorOf(engine), sent),
    true,
  );
};

type Reason = Parameters<typeof canCloseChannel>[2]['reason'];

const onState =
  (rule: (state: RequestState, engine: Engine, args: Args) => ReturnType<typeof canAnswerAlarm>): Builder =>
  async (engine, view, args) => {
    if (view.folded.kind !== 'conversation') return notThere;
    const events = rule(view.folded.state, engine, args);
    return events.ok ? { ok: true, value: { events: events.value, quoted: [] } } : events;
  };

/**
 * Takes the mailbox of another conversation into this one. It waits until that conversation has ended for sure: only then
 * does its chain to her have a last item that stays the last.
 */
const replaceChannel: Builder = async (engine, view, args) => {
  if (view.folded.kind !== 'conversation') return notThere;
  const { state } = view.folded;
  const from = textIn(args, 'from');
  const fresh = await openRecord(engine, from);
  if (fresh.folded.kind !== 'conversation') return notThere;
  if (fresh.folded.state.comeBack.linkedTo?.to !== view.id) return notThere;
  const by = fresh.folded.state.guests.findLast((guest) => guest.closed === null);
  const old = state.guests.at(-1);
  if (by === undefined || old === undefined) return notThere;
  const { sequence: replies, prev: last } = nextSent(fresh.folded.state, by.mailbox);
  const { mailbox, mailboxKey, sealingKey, may } = by;
  const events = canReplaceChannel(state, actorOf(engine), {
    mailbox: old.mailbox,
    by: { mailbox, mailboxKey, sealingKey, may },
    checked: textIn(args, 'checked'),
    from: { record: from, replies, last },
  });
  return events.ok ? { ok: true, value: { events: events.value, quoted: [] } } : events;
};

export const comeBackBuilders: Readonly<Record<string, Builder>> = {
  askConsent,
  dropConsent,
  tellNext,
  tellHeld,
  proposeCheckIn,
  endCheckIn,
  showPlan,
  tellRounds,
  askQuestion,
  tellClosing,
  takeAway,
  replaceChannel,
  answerAlarm: onState((state, engine, args) =>
    canAnswerAlarm(state, actorOf(engine), textIn(args, 'reason')),
  ),
  closeChannel: onState((state, engine, args) =>
    canCloseChannel(state, actorOf(engine), {
      mailbox: textIn(args, 'mailbox'),
      reason: textIn(args, 'reason') as Reason,
    }),
  ),
  linkConversation: onState((state, engine, args) =>
    canLinkConversation(state, actorOf(engine), {
      to: textIn(args, 'to'),
      checked: textIn(args, 'checked'),
    }),
  ),
};
