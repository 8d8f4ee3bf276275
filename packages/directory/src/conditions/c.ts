import type { ConditionFact } from './index.ts';

export const c = {} as const satisfies Record<string, ConditionFact>;
