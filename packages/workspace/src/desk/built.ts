import type { Refusal } from '@leeward/domain/shared/refusal.ts';
import type { Result } from '@leeward/domain/shared/result.ts';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Failure } from './contract.ts';

/** What an act becomes on the state that stands now. */
export type Built =
  | {
      readonly type: 'built';
      readonly events: readonly unknown[];
      readonly quoted: readonly Bytes[];
      readonly changed: readonly string[];
    }
  /** Somebody has changed what the act would change, and it is of the kind that is never written again unasked (rule 6). */
  | { readonly type: 'conflict'; readonly changed: readonly string[] }
  | { readonly type: 'refused'; readonly failure: Failure }
  /** What it wanted stands already. */
  | { readonly type: 'done' };

export type Made = Result<
  { readonly events: readonly unknown[]; readonly quoted: readonly Bytes[] },
  Refusal
>;
