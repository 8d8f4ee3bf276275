import { compareCases } from '@leeward/domain/case/order.ts';
import type { CaseState } from '@leeward/domain/case/state.ts';
import { nearKeptAway } from '@leeward/domain/people/circles.ts';
import { canOffer, canTakeOver } from '@leeward/domain/responsibility/rules.ts';
import { randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { filesNamedBy } from './answer-files.ts';
import { actOnCase, withOwnActs } from './case-acts.ts';
import type { CaseCommands } from './case-contract.ts';
import { documentItem } from './case-documents.ts';
import type { Answer } from './contract.ts';
import type { Engine } from './engine.ts';
import { actorOf, organisationNow } from './engine.ts';
import { keep, type NewItem } from './outbox.ts';
import { openRecord } from './records.ts';
import type { RequestTools } from './request-handlers.ts';
import type { Handlers } from './rpc.ts';
import { caseView } from './views.ts';

const yes = <T>(value: T): Answer<T> => ({ ok: true, value });

/** Answers the commands of `case-contract.ts`. */
export function caseHandlers({
  act,
  given,
  opened,
  inOrder,
}: RequestTools): Pick<Handlers, keyof CaseCommands> {
  const simple = (command: string, record: string, args: NewItem['args'] = {}): Promise<Answer<null>> =>
    act(async () => yes([{ record, command, args }]));
  return {
    cases: () =>
      opened(async (engine) =>
        yes(
          [...engine.summaries.values()]
            .flatMap((one) => (one.kind === 'case' ? [one.line] : []))
            .sort(compareCases),
        ),
      ),
    case: ({ record }) => opened((engine) => caseView(engine, record)),
    addNote: ({ record, text }) => given('addNote', record, simple('addNote', record, { text })),
    setNextStep: ({ record, text, date }) =>
      given('setNextStep', record, simple('setNextStep', record, { text, date })),
    actOnCase: ({ record, events, form }) => {
      const answer = act(async (engine) =>
        yes([{ record, command: 'actOnCase', args: { events, ...(await filesNamedBy(engine, events)) } }]),
      );
      return form === null ? answer : given(form, record, answer);
    },

    keepDocument: (document) =>
      given(
        document.form,
        document.record,
        act(async (engine) => {
          const item = await documentItem(engine, document);
          return item.ok ? { ok: true, value: [item.value] } : item;
        }),
      ),
    handOverCases: ({ records, to }) =>
      opened(async (engine, sync) => {
        const { items, refused } = await handOverItems(engine, records, to);
        await inOrder(() => keep(engine, items));
        engine.announce('cases', ...items.map(({ record }) => `record:${record}` as const));
        sync();
        return { ok: true, value: { done: items.length, refused } };
      }),
  };
}

/** One act for each case that may change hands: an offer to a colleague, or (null) whoever acts takes it over. */
export async function handOverItems(
  engine: Engine,
  records: readonly string[],
  to: string | null,
): Promise<{ readonly items: readonly NewItem[]; readonly refused: readonly string[] }> {
  const items: NewItem[] = [];
  const refused: string[] = [];
  for (const record of new Set(records)) {
    const view = await openRecord(engine, record);
    const actor = actorOf(engine);
    if (view.folded.kind !== 'case') {
      refused.push(record);
      continue;
    }
    const state = withOwnActs(engine, view, view.folded.state);
    // By her name she is one of those who must not learn of it: such a case is handed over by itself, by whoever looked.
    if (to !== null && isKeptAway(engine, state, to)) {
      refused.push(record);
      continue;
    }
    const allowed =
      to === null
        ? canTakeOver(state, actor)
        : canOffer(state, actor, { transfer: toHex(randomBytes(16)), to, note: null });
    if (allowed.ok) items.push({ record, command: actOnCase, args: { events: allowed.value } });
    // Whoever has it already is not offered it: that is no failure.
    else if (allowed.error.code !== 'no_change') refused.push(record);
  }
  return { items, refused };
}

/** Whether a colleague's name surely means somebody from whom the case is to be kept. */
function isKeptAway(engine: Engine, { parts }: CaseState, member: string): boolean {
  const name = organisationNow(engine).members.get(member)?.name ?? '';
  return nearKeptAway(parts.people, [name]).some(({ grade }) => grade === 'sure');
}
