import { a } from './a.ts';
import { b } from './b.ts';
import { c } from './c.ts';
import { common } from './common.ts';
import { d } from './d.ts';

/**
 * Yes-or-no conditions that the short questions do not ask. Each can become "the one question to ask": one about *her*
 * can be answered on the spot, one about *them* only by the organisation.
 */
export type ConditionFact = { readonly about: 'her' | 'them' };

export const conditions = { ...common, ...a, ...b, ...c, ...d } as const;

export type Condition = keyof typeof conditions;
