import type { CasePart } from '../case/part.ts';
import type { Context } from '../shared/context.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { stampOf } from '../shared/stamp.ts';
import { type ConsentEvent, consentShapes } from './events.ts';
import { isIrreversible } from './irreversible.ts';
import { type ConsentsState, noConsents } from './record.ts';
import { judgeVital } from './vital.ts';
import { judgeYes } from './witness.ts';

type Of<Type extends ConsentEvent['type']> = Extract<ConsentEvent, { readonly type: Type }>;
type After = Result<ConsentsState, Refusal>;
const limit = 5000;

/** The consents of a case as one of its parts. What gives waits for a new signature after a fork; what stops never does (rule 3). */
export const consentsPart: CasePart<ConsentsState, ConsentEvent> = {
  empty: noConsents,
  shapes: consentShapes,
  upcasts: [],
  action: () => 'case.edit',
  gives: new Set(['ConsentWitnessed', 'ConsentSeconded', 'VitalSeconded']),
  apply,
  conflicts: () => 0,
};

function apply(state: ConsentsState, event: ConsentEvent, context: Context): After {
  switch (event.type) {
    case 'ConsentWitnessed':
      return witnessed(state, event, context);
    case 'ConsentSeconded':
      return seconded(state, event, context);
    case 'ConsentRefused': {
      if (state.refusals.some(({ id }) => id === event.id)) return ok(state);
      if (state.refusals.length >= limit) return err(refusal('too_many', { limit }));
      return ok({ ...state, refusals: [...state.refusals, { ...stampOf(context), ...plain(event) }] });
    }
    case 'ConsentsWithdrawn': {
      if (state.withdrawals.some(({ id }) => id === event.id)) return ok(state);
      if (!event.all && event.consents.length === 0)
        return err(refusal('malformed', { path: 'consents', problem: 'empty' }));
      return ok({
        ...state,
        withdrawals: [...state.withdrawals, { ...stampOf(context), ...plain(event) }],
      });
    }
    case 'SharingNoted': {
      if (state.sharings.has(event.id)) return ok(state);
      if (state.sharings.size >= limit) return err(refusal('too_many', { limit }));
      const sharing = { ...stampOf(context), ...plain(event), told: [] };
      return ok({ ...state, sharings: new Map(state.sharings).set(event.id, sharing) });
    }
    case 'RecipientTold': {
      const sharing = state.sharings.get(event.sharing);
      if (sharing === undefined) return err(refusal('not_there'));
      const told = [...sharing.told, { ...stampOf(context), ...plain(event) }];
      return ok({ ...state, sharings: new Map(state.sharings).set(sharing.id, { ...sharing, told }) });
    }
    default:
      return vital(state, event, context);
  }
}

/** The event without what only the log needs. */
function plain<Event extends ConsentEvent>(event: Event): Omit<Event, 'type' | 'v'> {
  const { type: _, v: __, ...rest } = event;
  return rest;
}

function witnessed(state: ConsentsState, event: Of<'ConsentWitnessed'>, context: Context): After {
  const { id } = event.ask;
  // Given twice by clicks without a line: one consent. Its text cannot be changed afterwards by anybody.
  const known = state.witnessed.get(id);
  if (known !== undefined) {
    const { by } = stampOf(context);
    const isSame = by === known.by && JSON.stringify(event.ask) === JSON.stringify(known.ask);
    return isSame ? ok(state) : err(refusal('exists'));
  }
  if (state.witnessed.size >= limit) return err(refusal('too_many', { limit }));
  const judged = judgeYes(event);
  if (!judged.ok) return judged;
  const yes = { ...stampOf(context), ...plain(event), seconds: [] };
  return ok({ ...state, witnessed: new Map(state.witnessed).set(id, yes) });
}

/** A second voice is somebody else's, and not on the same day unless it could not wait: she sleeps on what cannot be undone. */
function seconded(state: ConsentsState, event: Of<'ConsentSeconded'>, context: Context): After {
  const yes = state.witnessed.get(event.consent);
  if (yes === undefined) return err(refusal('not_there'));
  const stamp = stampOf(context);
  if (stamp.by === yes.by) return err(refusal('second_needed'));
  if (yes.seconds.some(({ by }) => by === stamp.by)) return ok(state);
  if (event.on < yes.on) return err(refusal('malformed', { path: 'on', problem: 'wrong' }));
  if (isIrreversible(yes.ask.purpose) && event.on === yes.on && event.urgent === '')
    return err(refusal('sleep_on_it'));
  const after = { ...yes, seconds: [...yes.seconds, { ...stamp, ...plain(event) }] };
  return ok({ ...state, witnessed: new Map(state.witnessed).set(event.consent, after) });
}

function vital(
  state: ConsentsState,
  event: Of<'VitalProposed' | 'VitalSeconded' | 'VitalRefused' | 'VitalTold'>,
  context: Context,
): After {
  const stamp = stampOf(context);
  const known = state.vital.get(event.id);
  if (event.type === 'VitalProposed') {
    if (known !== undefined) return ok(state);
    if (state.vital.size >= limit) return err(refusal('too_many', { limit }));
    const judged = judgeVital(event);
    if (!judged.ok) return judged;
    const act = { ...stamp, ...plain(event), second: null, told: null };
    return ok({ ...state, vital: new Map(state.vital).set(event.id, act) });
  }
  if (known === undefined) return err(refusal('not_there'));
  if (event.type === 'VitalTold') {
    if (known.told !== null) return ok(state);
    const told = { ...stamp, on: event.on, words: event.words };
    return ok({ ...state, vital: new Map(state.vital).set(event.id, { ...known, told }) });
  }
  const agreed = event.type === 'VitalSeconded';
  // Agreeing takes somebody else; stopping it takes nobody but whoever sees that it is wrong.
  if (agreed && stamp.by === known.by) return err(refusal('second_needed'));
  // A no stands against a yes that was written apart, and is not talked round afterwards: propose it anew.
  if (known.second !== null && (agreed || !known.second.agreed)) return ok(state);
  const second = { ...stamp, words: event.words, agreed };
  return ok({ ...state, vital: new Map(state.vital).set(event.id, { ...known, second }) });
}
