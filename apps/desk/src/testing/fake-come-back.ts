import type { CaseState } from '@leeward/domain/case/state.ts';
import { roundsToShow } from '@leeward/domain/plan/to-show.ts';
import { openGuest, type RequestState } from '@leeward/domain/request/state.ts';
import { hash, id } from '@leeward/domain/testing/people.ts';
import type { ComeBackCommands } from '@leeward/workspace/desk/come-back-contract.ts';
import type { Answer } from '@leeward/workspace/desk/contract.ts';
import type { Handlers } from '@leeward/workspace/desk/rpc.ts';
import { sealedNext } from './fake-world.ts';

/** What the records of a fake session lend to these commands. */
type Tools = {
  readonly stateOf: (record: string) => RequestState | undefined;
  readonly inRequest: (record: string, event: Readonly<Record<string, unknown>>) => Answer<null>;
  readonly forget: (record: string) => void;
  readonly caseOf: (record: string) => CaseState | undefined;
};

/** The commands about what somebody finds who comes back, over the real folds. */
export function fakeComeBack({
  stateOf,
  inRequest,
  forget,
  caseOf,
}: Tools): Pick<Handlers, keyof ComeBackCommands> {
  let made = 4000;
  const missing: Answer<null> = { ok: false, error: { code: 'not-here' } };
  const newId = (): string => {
    made += 1;
    return id(made);
  };
  const say = (record: string, event: Readonly<Record<string, unknown>>): Answer<null> => {
    const state = stateOf(record);
    return state === undefined ? missing : inRequest(record, { ...event, sent: sealedNext(state) });
  };
  const tellRounds = (record: string, from: string): Answer<null> => {
    const state = caseOf(from);
    if (state === undefined) return missing;
    return say(record, { type: 'RoundsTold', rounds: { id: newId(), ...roundsToShow(state, Date.now()) } });
  };
  return {
    askConsent: async ({ record, ask }) =>
      say(record, { type: 'ConsentAsked', ask: { id: newId(), ...ask } }),
    dropConsent: async ({ record, consent }) => say(record, { type: 'ConsentDropped', consent }),
    tellNext: async ({ record, ...next }) => say(record, { type: 'NextTold', ...next }),
    tellHeld: async ({ record, lines }) => say(record, { type: 'HeldTold', note: newId(), lines }),
    proposeCheckIn: async ({ record, plan }) =>
      say(record, { type: 'CheckInProposed', plan: { id: newId(), ...plan } }),
    endCheckIn: async ({ record, plan }) => say(record, { type: 'CheckInEnded', plan }),
    showPlan: async ({ record, case: from, plan, othersChecked, rounds }) => {
      const version = (stateOf(record)?.comeBack.shown.length ?? 0) + 1;
      const shown = say(record, {
        type: 'PlanShown',
        v: 2,
        plan: { id: newId(), version, ...plan },
        othersChecked,
      });
      return shown.ok && rounds ? tellRounds(record, from) : shown;
    },
    endAtHerWish: async ({ record, case: from }) => (from === null ? missing : tellRounds(record, from)),
    tellRounds: async ({ record, case: from }) => tellRounds(record, from),
    askQuestion: async ({ record, ...question }) =>
      say(record, { type: 'QuestionAsked', question: newId(), form: null, ...question }),
    answerAlarm: async ({ record, reason }) => inRequest(record, { type: 'AlarmAnswered', reason }),
    closeChannel: async ({ record, reason }) => {
      const state = stateOf(record);
      const mailbox = state === undefined ? undefined : openGuest(state)?.mailbox;
      return inRequest(record, { type: 'GuestClosed', mailbox: mailbox ?? hash(0), reason });
    },
    linkConversation: async ({ record, from, checked }) => {
      const fresh = stateOf(from);
      const old = stateOf(record)?.guests.at(-1);
      const by = fresh?.guests.at(-1);
      if (fresh === undefined || old === undefined || by === undefined) return missing;
      inRequest(from, { type: 'ConversationLinked', to: record, checked });
      const { mailboxKey, sealingKey, may } = by;
      return inRequest(record, {
        type: 'GuestReplaced',
        v: 2,
        mailbox: old.mailbox,
        // Everybody in these stories has the same mailbox; the new words have one of their own.
        by: { mailbox: hash(9001), mailboxKey, sealingKey, may },
        checked,
        from: null,
      });
    },
    forgetIdentities: async () => ({ ok: true, value: null }),
    forgetCase: async ({ record }) => {
      if (caseOf(record) === undefined) return missing;
      forget(record);
      return { ok: true, value: null };
    },
    forgetConversation: async ({ record }) => {
      if (stateOf(record) === undefined) return missing;
      forget(record);
      return { ok: true, value: null };
    },
  };
}
