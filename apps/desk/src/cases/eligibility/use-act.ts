import type { CaseEvent } from '@leeward/domain/case/events.ts';
import type { EligibilityEvent } from '@leeward/domain/eligibility/events.ts';
import type { Failure } from '@leeward/workspace/desk/contract.ts';
import { useAction } from '../../session/use-session.tsx';

/** Gives one event of eligibility; true once it is kept. Nothing to write is as good as written. */
export function useAct(record: string): {
  readonly give: (event: EligibilityEvent | null, form: `case:${string}`) => Promise<boolean>;
  readonly busy: boolean;
  readonly failure: Failure | null;
} {
  const action = useAction('actOnCase');
  return {
    give: async (event, form) => {
      if (event === null) return true;
      const answer = await action.run({ record, events: [event satisfies CaseEvent], form });
      return answer.ok;
    },
    busy: action.busy,
    failure: action.failure,
  };
}
