import { isSameUse } from '@leeward/domain/consent/rules.ts';
import type { CaseConsent } from '@leeward/domain/consent/voices.ts';
import { consentsIn } from '@leeward/domain/request/come-back.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useNotice } from '../../parts/notices.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { useAction } from '../../session/use-session.tsx';

/**
 * Puts a consent that an officer heard before her at her own page as well, word for word as it was read to her: there she
 * sees it, signs it herself, and can take it back without asking anybody.
 */
export function AlsoAtDoor({
  consent,
  request,
}: {
  readonly consent: CaseConsent;
  readonly request: RequestView;
}): ReactNode {
  const { t } = useSpeech();
  const notice = useNotice();
  const action = useAction('askConsent');
  const { id: _, ...ask } = consent.ask;
  const there = consentsIn(request.state).filter((one) => isSameUse(one.ask, ask));
  if (there.some((one) => one.ask.text === ask.text && one.droppedAt === undefined))
    return <p className="small quiet">{t('consents.alsoAsked')}</p>;
  const put = async (): Promise<void> => {
    const answer = await action.run({
      record: request.record,
      ask: { ...ask, version: Math.max(ask.version, there.length + 1) },
    });
    if (answer.ok) notice({ text: t('back.sentToHer') });
  };
  return (
    <>
      <button
        type="button"
        className="button quiet small"
        disabled={action.busy}
        title={t('consents.alsoWhy')}
        onClick={() => void put()}
      >
        {t('consents.alsoAtDoor')}
      </button>
      <FailureNote failure={action.failure} />
    </>
  );
}
