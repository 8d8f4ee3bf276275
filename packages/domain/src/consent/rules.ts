import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { ConsentAsk } from './ask.ts';
import { type Consent, standingOf } from './state.ts';

/** What somebody is about to do with facts about a person. */
export type Use = {
  readonly purpose: ConsentAsk['purpose'];
  readonly recipient: string;
  readonly fields: readonly string[];
};

/** Whether a question may be put: not while the same one for the same recipient waits, and not for a day that is over. */
export function mayAsk(consents: readonly Consent[], ask: ConsentAsk, today: string): Result<true, Refusal> {
  if (ask.until !== null && ask.until < today)
    return err(refusal('malformed', { path: 'until', problem: 'wrong' }));
  if (ask.fields.length === 0) return err(refusal('malformed', { path: 'fields', problem: 'empty' }));
  const waits = consents.some(
    (known) =>
      isSameUse(known.ask, ask) &&
      standingOf(known, today) === 'asked' &&
      ask.fields.every((field) => known.ask.fields.includes(field)),
  );
  return waits ? err(refusal('exists')) : ok(true);
}

/** A consent is for one purpose and one recipient: neither stands for another. */
export function isSameUse(
  left: Pick<Use, 'purpose' | 'recipient'>,
  right: Pick<Use, 'purpose' | 'recipient'>,
): boolean {
  const plain = (words: string): string => words.normalize('NFC').trim().toLowerCase();
  return left.purpose === right.purpose && plain(left.recipient) === plain(right.recipient);
}
