import { endAtHerWish } from '@leeward/domain/check-in/end-at-her-wish.ts';
import { mayAnswer } from '@leeward/domain/request/rules.ts';
import { randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { actOnCase, withOwnActs } from './case-acts.ts';
import { closingSteps } from './closing-steps.ts';
import type { ComeBackCommands } from './come-back-contract.ts';
import type { Answer, DraftedCommand } from './contract.ts';
import { actorOf, type Engine } from './engine.ts';
import { forgetCase, forgetConversation } from './forget-conversation.ts';
import { forgetIdentities } from './identity/forget.ts';
import type { NewItem } from './outbox.ts';
import { openRecord } from './records.ts';
import type { Handlers } from './rpc.ts';

/** What the session lends to these commands. */
export type ComeBackTools = {
  readonly act: (items: (engine: Engine) => Promise<Answer<readonly NewItem[]>>) => Promise<Answer<null>>;
  readonly given: <T>(
    command: DraftedCommand,
    record: string | null,
    answer: Promise<Answer<T>>,
  ) => Promise<Answer<T>>;
  readonly opened: <T>(work: (engine: Engine, sync: () => void) => Promise<Answer<T>>) => Promise<Answer<T>>;
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
};

const newId = (): string => toHex(randomBytes(16));

/** Answers the commands about what somebody finds who comes back. */
export function comeBackHandlers({
  act,
  given,
  opened,
  exclusively,
}: ComeBackTools): Pick<Handlers, keyof ComeBackCommands> {
  const one = (command: string, record: string, args: NewItem['args']): Promise<Answer<null>> =>
    act(async () => ({ ok: true, value: [{ record, command, args }] }));

  return {
    // The id is made here, once: however often the act is written anew, it is one question.
    askConsent: ({ record, ask }) =>
      given('askConsent', record, one('askConsent', record, { id: newId(), ...ask })),
    dropConsent: ({ record, consent }) => one('dropConsent', record, { consent }),
    tellNext: ({ record, ...next }) => given('tellNext', record, one('tellNext', record, next)),
    tellHeld: ({ record, lines }) =>
      given('tellHeld', record, one('tellHeld', record, { note: newId(), lines })),
    proposeCheckIn: ({ record, plan }) =>
      given(
        'proposeCheckIn',
        record,
        one('proposeCheckIn', record, { plan: { id: newId(), ...plan }, text: plan.silence }),
      ),
    endCheckIn: ({ record, plan }) => one('endCheckIn', record, { plan }),
    showPlan: ({ record, case: from, plan, othersChecked, rounds }) =>
      given(
        'case:showPlan',
        from,
        act(async () => {
          const args = { plan: { id: newId(), ...plan }, case: from, othersChecked };
          const shown: NewItem = { record, command: 'showPlan', args };
          const told: NewItem = { record, command: 'tellRounds', args: { rounds: newId(), case: from } };
          return { ok: true, value: rounds ? [shown, told] : [shown] };
        }),
      ),
    endAtHerWish: ({ record, case: from, reason }) =>
      act(async (engine) => {
        const found = await openRecord(engine, record);
        const file = from === null ? null : await openRecord(engine, from);
        if (found.folded.kind !== 'conversation' || (file !== null && file.folded.kind !== 'case'))
          return { ok: false, error: { code: 'not-here' } };
        // She is told in the same step, so it is for whoever answers her: else nothing ends.
        const may = mayAnswer(found.folded.state, actorOf(engine));
        if (!may.ok) return { ok: false, error: { code: 'refused', refusal: may.error } };
        const state = file?.folded.kind === 'case' ? withOwnActs(engine, file, file.folded.state) : null;
        const ending = endAtHerWish(found.folded.state, state, reason);
        if (ending === null) return { ok: false, error: { code: 'refused', refusal: { code: 'no_change' } } };
        const { events, atDoor } = ending;
        const items: readonly (NewItem | null)[] = [
          from === null || events.length === 0
            ? null
            : { record: from, command: actOnCase, args: { events } },
          atDoor === null ? null : { record, command: 'endCheckIn', args: { plan: atDoor } },
          from === null ? null : { record, command: 'tellRounds', args: { rounds: newId(), case: from } },
        ];
        return { ok: true, value: items.filter((item) => item !== null) };
      }),
    tellRounds: ({ record, case: from }) => one('tellRounds', record, { rounds: newId(), case: from }),
    askQuestion: ({ record, ...question }) =>
      given('askQuestion', record, one('askQuestion', record, { question: newId(), ...question })),
    answerAlarm: ({ record, reason }) => given('answerAlarm', record, one('answerAlarm', record, { reason })),
    closeChannel: ({ record, reason }) =>
      given(
        'closeChannel',
        record,
        act(async (engine) => {
          const found = await openRecord(engine, record);
          if (found.folded.kind !== 'conversation') return { ok: false, error: { code: 'not-here' } };
          const steps = closingSteps(found.folded.state, record, reason);
          return steps === null
            ? { ok: false, error: { code: 'refused', refusal: { code: 'channel_closed' } } }
            : { ok: true, value: steps };
        }),
      ),
    linkConversation: ({ record, from, checked }) =>
      given(
        'linkConversation',
        record,
        act(async (engine) => {
          const [old, fresh] = [await openRecord(engine, record), await openRecord(engine, from)];
          if (old.folded.kind !== 'conversation' || fresh.folded.kind !== 'conversation' || record === from)
            return { ok: false, error: { code: 'not-here' } };
          // First the new one ends, so that nobody writes in it while its chain is taken over.
          return {
            ok: true,
            value: [
              { record: from, command: 'linkConversation', args: { to: record, checked } },
              { record, command: 'replaceChannel', args: { from, checked } },
            ],
          };
        }),
      ),
    forgetCase: ({ record, identities }) =>
      opened((engine, sync) =>
        exclusively(async () => {
          // First the people: while the case is there, a step that broke off can be taken again.
          const people = await forgetIdentities(engine, record, identities);
          if (!people.ok) return people;
          const forgotten = await forgetCase(engine, record);
          sync();
          return forgotten;
        }),
      ),
    forgetIdentities: ({ caseRecord, identities }) =>
      opened((engine, sync) =>
        exclusively(async () => {
          const forgotten = await forgetIdentities(engine, caseRecord, identities);
          engine.announce('session', 'cases');
          sync();
          return forgotten;
        }),
      ),
    forgetConversation: ({ record }) =>
      opened((engine, sync) =>
        exclusively(async () => {
          const found = await openRecord(engine, record);
          const linked =
            found.folded.kind === 'conversation'
              ? found.folded.state.guests.flatMap(({ from }) => (from === null ? [] : [from.record]))
              : [];
          // Conversations that went on in this one hold her words too: they go first, this one last.
          for (const one of [...linked, record]) {
            const forgotten = await forgetConversation(engine, one);
            if (!forgotten.ok && (one === record || forgotten.error.code !== 'not-here')) return forgotten;
          }
          sync();
          return { ok: true, value: null };
        }),
      ),
  };
}
