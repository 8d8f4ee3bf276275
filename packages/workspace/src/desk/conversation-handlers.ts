import { compareInQueue } from '@leeward/domain/request/queue.ts';
import { mayAnswer } from '@leeward/domain/request/rules.ts';
import { countingItems, hasBegun, openGuest } from '@leeward/domain/request/state.ts';
import { randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { hoursNow, inAnswerHours } from './answer-hours.ts';
import type { Answer, Failure } from './contract.ts';
import type { ConversationCommands } from './conversation-contract.ts';
import { actorOf } from './engine.ts';
import { uploadFiles } from './files.ts';
import { withJoined } from './joined.ts';
import { caseItems } from './open-case.ts';
import type { NewItem } from './outbox.ts';
import { keep } from './outbox.ts';
import { provisionalLines } from './provisional.ts';
import { openRecord } from './records.ts';
import type { RequestTools } from './request-handlers.ts';
import { judgementsSeen } from './request-handlers.ts';
import type { Handlers } from './rpc.ts';
import { queueLine } from './summary.ts';
import { requestView } from './views.ts';

const yes = <T>(value: T): Answer<T> => ({ ok: true, value });
const no = (error: Failure): Answer<never> => ({ ok: false, error });
const done = yes(null);

/** Answers the commands of `conversation-contract.ts`. `now`: milliseconds since 1970. */
export function conversationHandlers({
  opened,
  inOrder,
  act,
  given,
  now,
}: RequestTools & { readonly now: () => number }): Pick<Handlers, keyof ConversationCommands> {
  const simple = (command: string, record: string, args: NewItem['args'] = {}): Promise<Answer<null>> =>
    act(async () => yes([{ record, command, args }]));
  return {
    queue: () =>
      opened(async (engine) => {
        const states = [...engine.records.values()].flatMap((one) =>
          one.folded.kind === 'conversation' && hasBegun(one.folded.state)
            ? [{ id: one.id, state: one.folded.state }]
            : [],
        );
        const loaded = states
          .sort((left, right) => compareInQueue(left.state, right.state))
          .map((one) => queueLine(one.id, one.state, now()));
        const rest = [...engine.summaries].flatMap(([id, one]) =>
          one.kind === 'conversation' && !engine.records.has(id) ? [one.line] : [],
        );
        const lines = withJoined(engine, [...loaded, ...rest, ...provisionalLines(engine)]);
        return yes(inAnswerHours(hoursNow(engine), lines, now()));
      }),
    request: ({ record }) => opened((engine) => requestView(engine, record)),
    noteOpened: ({ record }) =>
      opened(async (engine, sync) => {
        const found = await openRecord(engine, record);
        if (found.folded.kind !== 'conversation') return no({ code: 'not-here' });
        const { state: now } = found.folded;
        // Only what came by the open channel can be called opened: a closed one takes no word of ours any more.
        const last = countingItems(now).findLast((item) => item.mailbox === openGuest(now)?.mailbox);
        if (last === undefined) return done;
        const args = { sequence: last.sequence };
        const same = engine.outbox.some((item) => item.record === record && item.command === 'noteOpened');
        if (!same) await inOrder(() => keep(engine, [{ record, command: 'noteOpened', args, silent: true }]));
        sync();
        return done;
      }),
    claim: ({ record }) => simple('claim', record),
    release: ({ record }) => simple('release', record),
    setUrgency: ({ record, urgency, reason, seen }) =>
      given(
        'setUrgency',
        record,
        act(async (engine) => {
          const replaces = seen ?? (await judgementsSeen(engine, record));
          return yes([{ record, command: 'setUrgency', args: { urgency, reason, replaces } }]);
        }),
      ),
    reply: ({ record, text, files }) => {
      const answer = act(async (engine) => {
        const found = await openRecord(engine, record);
        if (found.folded.kind !== 'conversation') return no({ code: 'not-here' });
        const allowed = mayAnswer(found.folded.state, actorOf(engine));
        if (!allowed.ok) return no({ code: 'refused', refusal: allowed.error });
        const guest = openGuest(found.folded.state);
        const uploaded = await uploadFiles(engine, guest?.mailbox ?? '', files);
        if (!uploaded.ok) return uploaded;
        return yes([{ record, command: 'reply', args: { text, ...uploaded.value } }]);
      });
      return given('reply', record, answer);
    },
    decline: ({ record, ...args }) => given('decline', record, simple('decline', record, args)),
    takeUpAgain: ({ record, reason }) =>
      given('takeUpAgain', record, simple('takeUpAgain', record, { reason })),
    setAside: ({ records, reason }) =>
      act(async () =>
        yes([...new Set(records)].map((record) => ({ record, command: 'setAside', args: { reason } }))),
      ),
    putBack: ({ record }) => simple('putBack', record),

    openCase: ({ record, pseudonym, teams, urgent }) => {
      const answer = opened(async (engine, sync) => {
        const id = toHex(randomBytes(32));
        const wanted = await caseItems(engine, record, id, pseudonym, teams, urgent);
        await inOrder(() => keep(engine, wanted));
        sync();
        return yes({ case: id });
      });
      return given('openCase', record, answer);
    },
  };
}
