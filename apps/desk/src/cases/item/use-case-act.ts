import type { CaseEvent } from '@leeward/domain/case/events.ts';
import type { Refusal } from '@leeward/domain/shared/refusal.ts';
import { ok, type Result } from '@leeward/domain/shared/result.ts';
import type { DraftedCommand, Failure } from '@leeward/workspace/desk/contract.ts';
import { useState } from 'react';
import { useAction } from '../../session/use-session.tsx';

/** Acts on a case by a rule of the domain. */
export type CaseAct = {
  /** True once it is kept, or where it stood already. */
  readonly run: (
    allowed: Result<readonly CaseEvent[], Refusal>,
    form?: DraftedCommand | null,
  ) => Promise<boolean>;
  /** The same for one event that no rule has to be asked for. Nothing to write is as good as written. */
  readonly give: (event: CaseEvent | null, form: DraftedCommand) => Promise<boolean>;
  readonly busy: boolean;
  readonly failure: Failure | null;
};

/** Gives what a rule allows; what it refuses is said as any other failure. */
export function useCaseAct(record: string): CaseAct {
  const action = useAction('actOnCase');
  const [refused, setRefused] = useState<Failure | null>(null);
  const run: CaseAct['run'] = async (allowed, form = null) => {
    setRefused(null);
    if (!allowed.ok) {
      if (allowed.error.code === 'no_change') return true;
      setRefused({ code: 'refused', refusal: allowed.error });
      return false;
    }
    if (allowed.value.length === 0) return true;
    return (await action.run({ record, events: allowed.value, form })).ok;
  };
  const give: CaseAct['give'] = (event, form) => run(ok(event === null ? [] : [event]), form);
  return { run, give, busy: action.busy, failure: refused ?? action.failure };
}
