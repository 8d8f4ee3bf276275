import type { RefusedEntry } from '@leeward/workspace/desk/contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { useMemberName } from '../session/organisation.tsx';
import { refusedKey } from './refused-words.ts';

/** Entries that are kept and change nothing: nobody's words disappear, and nobody is misled by them. */
export function RefusedEntries({ refused }: { readonly refused: readonly RefusedEntry[] }): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  if (refused.length === 0) return null;
  return (
    <details className="card more-detail">
      <summary>{t('refused.title', { count: refused.length })}</summary>
      <ul className="plain stack tight">
        {refused.map((one) => (
          <li key={`${one.entry} ${one.position} ${one.why}`} className="small">
            {t(refusedKey(one.why), { name: nameOf(one.member) })}{' '}
            {one.claimedTime === null ? null : (
              <span className="quiet">
                <Ago at={one.claimedTime} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
