import { may } from '@leeward/domain/organisation/permissions.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Screen } from '../parts/screen.tsx';
import { addressOf } from '../router/route.ts';
import { useActor } from '../session/use-actor.ts';
import { Batches } from './batches.tsx';
import { Bringing } from './bringing.tsx';

/** Cases from a spreadsheet or another system: chosen, understood, mended, brought, and undone where it was wrong. */
export function BringScreen(): ReactNode {
  const { t } = useSpeech();
  const actor = useActor();
  const allowed = may(actor.role, 'case.edit', actor.permissions).ok;
  return (
    <Screen
      title={t('bring.title')}
      lead={<p>{t('bring.lead')}</p>}
      back={{ href: addressOf({ name: 'cases' }), label: t('cases.title') }}
    >
      <div className="stack part-screen">
        {allowed ? <Bringing /> : <p className="note">{t('bring.notAllowed')}</p>}
        <Batches />
      </div>
    </Screen>
  );
}
