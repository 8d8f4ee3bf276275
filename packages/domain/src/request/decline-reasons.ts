import type { OwnCode } from '@leeward/vocabulary/list.ts';
import { type ClosureReason, closureReason } from '@leeward/vocabulary/lists/closure-reason.ts';

export type DeclineReason = Extract<ClosureReason, `close_declined_${string}`> | OwnCode;

/** The reasons to decline, out of all reasons to close. */
export const declineReasons = {
  ...closureReason,
  items: closureReason.items.filter(
    (item): item is Extract<typeof item, { readonly code: `close_declined_${string}` }> =>
      item.code.startsWith('close_declined_'),
  ),
};
