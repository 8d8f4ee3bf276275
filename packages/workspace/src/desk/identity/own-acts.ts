import { emptyIdentity, foldIdentity, type IdentityState } from '@leeward/domain/identity/state.ts';
import { contextOf, isOnItsWay, provisionalEntry, withRealPlaces } from '../case-acts.ts';
import type { Engine } from '../engine.ts';
import type { OutboxItem } from '../outbox-item.ts';
import type { RecordView } from '../record-view.ts';
import { sheetEventsIn } from './builders.ts';

/** The events of an act on an identity record, as they will stand in it; none for any other act. */
function eventsOf(item: OutboxItem, engine: Engine, view: RecordView): readonly unknown[] {
  const { command, args } = item;
  switch (command) {
    case 'beginIdentity':
      return [{ type: 'IdentityOpened', v: 1 }];
    case 'bringIdentity':
      return view.folded.kind === 'identity'
        ? sheetEventsIn(item.args)
        : [{ type: 'IdentityOpened', v: 1 }, ...sheetEventsIn(item.args)];
    case 'noteAccess': {
      const { member } = contextOf(engine).author;
      return [{ type: 'AccessNoted', v: 1, member, reason: args['reason'] }];
    }
    case 'actOnIdentity':
      return sheetEventsIn(args).map((event) => withRealPlaces(event, view));
    case 'letIn':
      return [{ type: 'ReaderLetIn', v: 1, ...args }];
    case 'letGo':
      return [{ type: 'ReaderLetGo', v: 1, ...args }];
    default:
      return [];
  }
}

/**
 * An identity record as it will be once this device's own acts are in the log: also one that waits for its random hour,
 * so that what is known can be typed at once. Null where there is none and none is coming.
 */
export function withOwnIdentityActs(engine: Engine, view: RecordView): IdentityState | null {
  const acts = engine.outbox.filter((item) => item.record === view.id && isOnItsWay(item));
  if (
    view.folded.kind !== 'identity' &&
    !acts.some(({ command }) => command === 'beginIdentity' || command === 'bringIdentity')
  )
    return null;
  const base = contextOf(engine);
  let state = view.folded.kind === 'identity' ? view.folded.state : emptyIdentity;
  let position = view.chain.links.length;
  for (const item of acts) {
    const before = state;
    const entry = provisionalEntry(item.action);
    for (const [index, event] of eventsOf(item, engine, view).entries())
      state = foldIdentity(state, event, { ...base, entry, index, claimedTime: item.since, position });
    // Kept without effect: what stands meanwhile does not allow it, and the outbox will say so.
    if (state.kept.length > before.kept.length) state = before;
    position += 1;
  }
  return state;
}
