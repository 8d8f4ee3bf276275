import { canBeginIdentity, canEditIdentity } from '@leeward/domain/identity/rules.ts';
import { emptyIdentity, foldIdentity } from '@leeward/domain/identity/state.ts';
import { refusal } from '@leeward/domain/shared/refusal.ts';
import { canIndexCustody } from '@leeward/domain/team/custody-rules.ts';
import { canListRecord } from '@leeward/domain/team/rules.ts';
import type { Builder } from '../builder-parts.ts';
import { onTeam, text } from '../builder-parts.ts';
import { contextOf } from '../case-acts.ts';
import { actorOf } from '../engine.ts';
import { sheetEventsIn } from './builders.ts';

/** Lists an identity and ties it to its case, in one entry of custody's log; what stands already is not said again. */
export const buildTie: Builder = onTeam((state, engine, args) => {
  const [identity, caseRecord] = [text(args, 'identity'), text(args, 'case')];
  const events: unknown[] = [];
  if (!state.records.has(identity)) {
    const listed = canListRecord(state, actorOf(engine), identity, 'identity');
    if (!listed.ok) return listed;
    events.push(...listed.value);
  }
  const person = typeof args['person'] === 'string' ? args['person'] : null;
  const tied = canIndexCustody(state, actorOf(engine), identity, { caseRecord, person });
  if (tied.ok) events.push(...tied.value);
  else if (tied.error.code !== 'no_change') return tied;
  return events.length === 0 ? { ok: false, error: refusal('no_change') } : { ok: true, value: events };
});

/** Begins the record with what the table said; where a colleague's row began it, adds what that one did not say. */
export const buildBroughtIdentity: Builder = async (engine, view, args) => {
  const actor = actorOf(engine);
  const state = view.folded.kind === 'identity' ? view.folded.state : emptyIdentity;
  const events = sheetEventsIn(args);
  if (state.opened === null) {
    const begun = canBeginIdentity(emptyIdentity, actor);
    if (!begun.ok) return begun;
    const first = foldIdentity(emptyIdentity, begun.value[0], {
      ...contextOf(engine),
      entry: '',
      index: 0,
      claimedTime: 0,
      position: 1,
    });
    const allowed = canEditIdentity(first, actor, events);
    return allowed.ok ? { ok: true, value: { events: [...begun.value, ...events], quoted: [] } } : allowed;
  }
  let now = state;
  const more = events.filter((event, index) => {
    const context = { ...contextOf(engine), entry: '', claimedTime: 0, position: 1 };
    const next = foldIdentity(now, event, { ...context, index });
    const changes = next.sheet !== now.sheet || next.kept !== now.kept;
    now = next;
    return changes;
  });
  if (more.length === 0) return { ok: false, error: refusal('no_change') };
  const allowed = canEditIdentity(state, actor, more);
  return allowed.ok ? { ok: true, value: { events: more, quoted: [] } } : allowed;
};
