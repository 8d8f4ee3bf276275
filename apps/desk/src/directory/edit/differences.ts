import type { Mechanism } from '@leeward/directory';
import type { ProposalView } from '@leeward/workspace/directory/contract.ts';
import { fieldOf, fields } from '@leeward/workspace/directory/fields.ts';

export type Difference = { readonly field: string; readonly from: unknown; readonly to: unknown };

/** The same text for the same value. */
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * What a proposal says, field by field: a whole entry is taken apart, so that who must confirm it reads every fact of it
 * and not a name only.
 */
export function differencesOf({ changes }: Pick<ProposalView, 'changes'>): readonly Difference[] {
  return changes.flatMap((change): readonly Difference[] => {
    if (change.field !== '') return [change];
    const { from, to } = change;
    if (!isEntry(to)) return [];
    return fields.flatMap((field): readonly Difference[] => {
      const after = fieldOf(to, field);
      if (!isEntry(from)) return isNothing(after) ? [] : [{ field, from: null, to: after }];
      const before = fieldOf(from, field);
      return same(before, after) ? [] : [{ field, from: before, to: after }];
    });
  });
}

function isEntry(value: unknown): value is Mechanism {
  return typeof value === 'object' && value !== null && 'name' in value;
}
