import type { CaseEvent } from '@leeward/domain/case/events.ts';
import type { ConsentEvent } from '@leeward/domain/consent/events.ts';
import { ok } from '@leeward/domain/shared/result.ts';
import type { Failure } from '@leeward/workspace/desk/contract.ts';
import { type UsedForm, useForm } from '../../session/use-form.ts';
import { useCaseAct } from '../item/use-case-act.ts';

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
  const act = useCaseAct(record);
  const draft = useForm<Form>(command, record, first);
  const give = async (events: readonly ConsentEvent[]): Promise<boolean> => {
    const isKept = await act.run(ok(events as readonly CaseEvent[]), command);
    if (isKept) draft.given();
    return isKept;
  };
  return { ...draft, give, busy: act.busy, failure: act.failure };
}
