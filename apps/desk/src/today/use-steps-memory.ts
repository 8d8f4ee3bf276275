import { useForm } from '../session/use-form.ts';
import { emptyMemory, type StepsMemory } from './first-steps.ts';

/** What this device remembers of the first steps: sealed with everything else, so that a locked device tells nothing. */
export function useStepsMemory(): {
  readonly memory: StepsMemory;
  readonly remember: (part: Partial<StepsMemory>) => void;
} {
  const { form, change } = useForm<StepsMemory>('firstSteps', null, () => emptyMemory);
  return { memory: form, remember: change };
}
