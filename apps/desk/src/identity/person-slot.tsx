import { standingOf } from '@leeward/domain/custody/state.ts';
import { idsMeant } from '@leeward/domain/custody/whom.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useNow } from '../parts/clock.tsx';
import { addressOf } from '../router/route.ts';
import { identityAt } from './identity-at.ts';

/** On a person's own page: the way to her identity, which is not shown there. */
export function IdentitySlot({
  view,
  person,
}: {
  readonly view: CaseView;
  readonly person: string;
}): ReactNode {
  const { t } = useSpeech();
  const now = useNow();
  const meant = idsMeant(view.state.parts.people, person);
  const waiting = [...view.state.parts.custody.values()].filter(
    (one) => meant.includes(one.person) && standingOf(one, now) === 'waiting',
  );
  return (
    <section className="card stack tight" aria-label={t('identity.title')}>
      <h3>{t('identity.title')}</h3>
      <p className="small quiet">{t('identity.slotHint')}</p>
      {waiting.length === 0 ? null : <p className="chip accent">{t('identity.standing.waiting')}</p>}
      <div>
        <a className="button" href={addressOf(identityAt({ caseRecord: view.record, person }))}>
          {t('identity.goThere')}
        </a>
      </div>
    </section>
  );
}
