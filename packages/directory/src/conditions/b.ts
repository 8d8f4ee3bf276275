import type { ConditionFact } from './index.ts';

export const b = {} as const satisfies Record<string, ConditionFact>;
