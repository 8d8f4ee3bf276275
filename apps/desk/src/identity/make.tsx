import { formatDateTime } from '@leeward/ui';
import type { IdentityView } from '@leeward/workspace/desk/identity/contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Empty } from '../parts/screen.tsx';
import { useAction } from '../session/use-session.tsx';
import { Tick } from './inputs.tsx';

/** Makes the identity record of a person; or says when one that waits for its hour is made. */
export function MakeIdentity({ identity }: { readonly identity: IdentityView }): ReactNode {
  const { t, numbers } = useSpeech();
  const { caseRecord, person, records } = identity;
  const [urgent, setUrgent] = useState(false);
  const make = useAction('makeIdentity');
  const now = useAction('makeIdentityNow');
  const comesAt = records.find((one) => one.comesAt !== null)?.comesAt ?? null;
  if (comesAt !== null)
    return (
      <div className="note stack tight">
        <p>{t('identity.comes', { date: formatDateTime(numbers, comesAt) })}</p>
        <p className="small quiet">{t('identity.comesWhy')}</p>
        <FailureNote failure={now.failure} />
        <div>
          <button
            type="button"
            className="button"
            disabled={now.busy}
            onClick={() => void now.run({ caseRecord, person })}
          >
            {t('identity.makeNow')}
          </button>
        </div>
      </div>
    );
  return (
    <div className="card stack">
      <Empty title={t('identity.none')}>{t('identity.noneHint')}</Empty>
      <Tick label={t('identity.urgent')} hint={t('identity.comesWhy')} value={urgent} onChange={setUrgent} />
      <FailureNote failure={make.failure} />
      <div>
        <button
          type="button"
          className="button primary"
          disabled={make.busy}
          onClick={() => void make.run({ caseRecord, person, urgent })}
        >
          {t('identity.make')}
        </button>
      </div>
    </div>
  );
}
