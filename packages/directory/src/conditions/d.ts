import type { ConditionFact } from './index.ts';

export const d = {} as const satisfies Record<string, ConditionFact>;
