import { may } from '@leeward/domain/organisation/permissions.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { addressOf } from '../../router/route.ts';
import { useActor } from '../../session/use-actor.ts';
import { GiveExtract } from './give-extract.tsx';
import { OpenExtract } from './open-extract.tsx';

/** Results between organisations: one is given to a partner, another is read, so that nobody tells her story twice. */
export function PartnerPart({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useSpeech();
  const { role, permissions } = useActor();
  return (
    <div className="stack">
      <a
        className="back screen-only"
        href={addressOf({ name: 'case', record: view.record, part: 'verification' })}
      >
        {t('verify.title')}
      </a>
      <h2>{t('partner.title')}</h2>
      <p className="quiet">{t('partner.lead')}</p>
      {view.stopped === null && may(role, 'case.edit', permissions).ok ? <GiveExtract view={view} /> : null}
      <OpenExtract />
    </div>
  );
}
