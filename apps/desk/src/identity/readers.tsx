import { readersAt } from '@leeward/domain/identity/readers.ts';
import { formatDate } from '@leeward/ui';
import type { IdentityView } from '@leeward/workspace/desk/identity/contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useNow } from '../parts/clock.tsx';
import { Words } from '../parts/words.tsx';
import { useMemberName } from '../session/organisation.tsx';
import { EndAccess } from './end-access.tsx';

/** Who reads this identity beside custody, why and until when. */
export function Readers({ identity }: { readonly identity: IdentityView }): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  const now = useNow();
  const all = identity.records.flatMap(({ readers }) => readers);
  const inForce = new Set(readersAt(all, now));
  return (
    <section className="stack tight" aria-label={t('identity.readers')}>
      <h3>{t('identity.readers')}</h3>
      <p className="small quiet">
        {all.length === 0 ? t('identity.readersNone') : t('identity.readersHint')}
      </p>
      <ul className="plain stack">
        {all.map((one) => (
          <li key={one.grant} className="stack tight">
            <div className="bar">
              <span>
                <b>{nameOf(one.member)}</b> · <Words inline text={one.reason} />
              </span>
              <span className={inForce.has(one) ? 'chip good' : 'chip'}>
                {inForce.has(one)
                  ? t('identity.grantedUntil', { date: formatDate(numbers, one.until) })
                  : t(`identity.ended.${one.over?.how ?? 'date'}`)}
              </span>
            </div>
            {inForce.has(one) ? <EndAccess grant={one.grant} label={t('identity.end')} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
