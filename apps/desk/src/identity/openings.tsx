import type { IdentityView } from '@leeward/workspace/desk/identity/contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { Words } from '../parts/words.tsx';
import { useMemberName } from '../session/organisation.tsx';

/** Who opened this identity, when and why: every opening, the newest first. */
export function Openings({ identity }: { readonly identity: IdentityView }): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  const all = identity.records
    .flatMap(({ record, accesses }) => accesses.map((access) => ({ ...access, record })))
    .toSorted((left, right) => right.claimedTime - left.claimedTime);
  return (
    <section className="stack tight" aria-label={t('identity.openings')}>
      <h3>{t('identity.openings')}</h3>
      {all.length === 0 ? <p className="quiet">{t('identity.openingsNone')}</p> : null}
      <ul className="plain stack tight">
        {all.map(({ record, member, reason, claimedTime, position }) => (
          <li key={`${record} ${position} ${claimedTime}`} className="small">
            <b>{nameOf(member)}</b> <Ago at={claimedTime} /> · <Words inline text={reason} />
          </li>
        ))}
      </ul>
    </section>
  );
}
