import { mayAnswer } from '@leeward/domain/request/rules.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { useActor } from '../session/use-actor.ts';
import { useAction } from '../session/use-session.tsx';

/** Lets go of a consent: what is needed no longer is neither waited for nor kept in reserve (handbook 5). */
export function DropConsent({
  consent,
  given,
  view,
}: {
  readonly consent: string;
  readonly given: boolean;
  readonly view: RequestView;
}): ReactNode {
  const { t } = useSpeech();
  const notice = useNotice();
  const action = useAction('dropConsent');
  const actor = useActor();
  const [asking, setAsking] = useState(false);
  if (!mayAnswer(view.state, actor).ok) return null;
  const drop = async (): Promise<void> => {
    const answer = await action.run({ record: view.record, consent });
    if (answer.ok) notice({ text: t('back.sentToHer') });
  };
  return (
    <div className="stack tight">
      {asking ? <p className="small">{t(given ? 'consent.dropGiven' : 'consent.dropAsked')}</p> : null}
      <FailureNote failure={action.failure} />
      <div className="cluster">
        {asking ? (
          <>
            <button type="button" className="button" disabled={action.busy} onClick={() => void drop()}>
              {t('consent.dropYes')}
            </button>
            <button type="button" className="button quiet" onClick={() => setAsking(false)}>
              {t('common.cancel')}
            </button>
          </>
        ) : (
          <button type="button" className="button quiet" onClick={() => setAsking(true)}>
            {t('consent.drop')}
          </button>
        )}
      </div>
    </div>
  );
}
