import type { ConditionFact } from './index.ts';

export const a = {} as const satisfies Record<string, ConditionFact>;
