import { quietFor } from '@leeward/domain/team/quiet.ts';
import { localTimeIn } from '@leeward/ui/language/hours.ts';
import type { QuietOf } from '@leeward/workspace/desk/care-contract.ts';
import { useNow } from '../parts/clock.tsx';
import { useView } from '../session/use-session.tsx';

/** Whether a colleague is quiet now, and until when, in milliseconds since 1970; null where she is not. */
export function useQuietUntil(member: string): number | null {
  const now = useNow();
  const answer = useView('quiet', {});
  const found = answer?.ok === true ? answer.value.members.find((one) => one.member === member) : undefined;
  return quietUntil(found, now);
}

/** When the quiet of somebody ends who is quiet at a time. */
export function quietUntil(quiet: QuietOf | undefined, now: number): number | null {
  if (quiet?.hours == null) return null;
  const at = localTimeIn(quiet.hours.zone, now);
  if (at === null) return null;
  const minutes = quietFor({ ...quiet, claimedTime: 0 }, at);
  return minutes === null ? null : Math.floor(now / 60_000) * 60_000 + minutes * 60_000;
}
