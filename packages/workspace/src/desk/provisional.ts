import { foldRequest } from '@leeward/domain/request/fold.ts';
import { emptyRequest, type RequestState } from '@leeward/domain/request/state.ts';
import type { QueueLine } from './conversation-contract.ts';
import type { Engine } from './engine.ts';
import { actorOf } from './engine.ts';
import { enteredEvents } from './entered.ts';
import type { OutboxItem } from './outbox-item.ts';
import { queueLine } from './summary.ts';

/*
 * A request that an officer has entered and that is not in the log yet: days may pass without a line, and she must be
 * able to find it, and the clock must run. It is shown as the rules will read it once it is sent.
 */

/** The entered request with this id that waits in the outbox; null where it is in the log, or nowhere. */
export function provisionalState(engine: Engine, record: string): RequestState | null {
  if (engine.records.get(record)?.folded.kind === 'conversation') return null;
  const item = engine.outbox.find((one) => one.record === record && one.command === 'enterRequest');
  return item === undefined ? null : stateOf(engine, item);
}

export function provisionalLine(engine: Engine, record: string): QueueLine | null {
  const state = provisionalState(engine, record);
  return state === null ? null : queueLine(record, state, engine.now());
}

/** All of them, for lists. */
export function provisionalLines(engine: Engine): readonly QueueLine[] {
  return engine.outbox
    .filter((item) => item.command === 'enterRequest')
    .flatMap(({ record }) => provisionalLine(engine, record) ?? []);
}

function stateOf(engine: Engine, item: OutboxItem): RequestState {
  const { member, device, role, permissions } = actorOf(engine);
  const events = enteredEvents(emptyRequest, actorOf(engine), item.args);
  return (events.ok ? events.value : []).reduce(
    (state: RequestState, event, index) =>
      foldRequest(state, event, {
        entry: item.action.padEnd(64, '0'),
        index,
        author: { member, device },
        claimedTime: item.since,
        position: 1,
        role,
        permissions,
      }),
    emptyRequest,
  );
}
