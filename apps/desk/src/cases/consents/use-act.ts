import type { CaseEvent } from '@leeward/domain/case/events.ts';
import type { ConsentEvent } from '@leeward/domain/consent/events.ts';
import type { Failure } from '@leeward/workspace/desk/contract.ts';
import { type UsedForm, useForm } from '../../session/use-form.ts';
import { useAction } from '../../session/use-session.tsx';

/** A form whose act is one event or several. */
export type Act<Form> = UsedForm<Form> & {
  readonly give: (events: readonly ConsentEvent[]) => Promise<boolean>;
  readonly busy: boolean;
  readonly failure: Failure | null;
};

export function useAct<Form extends object>(
  record: string,
  command: `case:${string}`,
  first: () => Form,
): Act<Form> {
  const action = useAction('actOnCase');
  const draft = useForm<Form>(command, record, first);
  const give = async (events: readonly ConsentEvent[]): Promise<boolean> => {
    const answer = await action.run({ record, events: events as readonly CaseEvent[], form: command });
    if (answer.ok) draft.given();
    return answer.ok;
  };
  return { ...draft, give, busy: action.busy, failure: action.failure };
}
