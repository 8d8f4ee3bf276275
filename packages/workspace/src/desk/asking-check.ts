import type { CaseEvent } from '@leeward/domain/case/events.ts';
import type { CaseState } from '@leeward/domain/case/state.ts';
import { type Refusal, refusal } from '@leeward/domain/shared/refusal.ts';
import { mayAskIn } from '@leeward/domain/verification/of-case.ts';
import type { Engine } from './engine.ts';
import { voicesIn } from './voices.ts';

/**
 * Why a source may not be written down as asked; null where it may. Her word at the door counts, and that one is read
 * nowhere but on the device: so it is asked here, beside the fold, on the day on which the source was asked. What went
 * out without a yes is no asking: it is noted among what was shared without consent.
 */
export async function askingRefused(
  engine: Engine,
  before: CaseState,
  after: CaseState,
  events: readonly CaseEvent[],
): Promise<Refusal | null> {
  const begun = events.flatMap((event) =>
    event.type === 'VerificationAskingKept' &&
    event.set.source !== undefined &&
    event.set.on !== undefined &&
    !before.parts.verification.askings.has(event.id)
      ? [{ source: event.set.source, told: event.set.told ?? [], on: event.set.on }]
      : [],
  );
  if (begun.length === 0) return null;
  const voices = await voicesIn(engine, after);
  const never = begun.flatMap(({ source, told, on }) => mayAskIn(after, voices, source, told, on).never);
  return never.length === 0
    ? null
    : refusal('must_not_ask', { reasons: [...new Set(never.map(({ code }) => code))].join(' ') });
}
