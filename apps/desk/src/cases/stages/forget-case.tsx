import { forgettingDay } from '@leeward/domain/outcome/retention.ts';
import { formatDate } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useState } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { useNotice } from '../../parts/notices.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { LineBox } from '../../request/back-fields.tsx';
import { goFromHere } from '../../router/route.ts';
import { useOpenSession } from '../../session/organisation.tsx';
import { useAction, useView } from '../../session/use-session.tsx';
import { ForgottenIdentity } from './forgotten-identity.tsx';

/** Forgets a case that is closed (invariant 14). What cannot be undone is asked for by typing a word. */
export function ForgetCase({ view }: { readonly view: CaseView }): ReactNode {
  const { t, numbers } = useSpeech();
  const { administrator } = useOpenSession();
  const notice = useNotice();
  const today = useToday();
  const action = useAction('forgetCase');
  const [typed, setTyped] = useState('');
  const [changed, setChanged] = useState<readonly string[]>([]);
  const found = useView('caseForgetting', { caseRecord: view.record });
  const { state } = view;
  if (!administrator || state.phase !== 'case_closed') return null;
  const word = t('forget.word');
  const isTyped = typed.trim().toLowerCase() === word.toLowerCase();
  const from = forgettingDay(state);
  const forgetting = found?.ok === true ? found.value : null;
  const identities = forgetting?.identities ?? [];
  // By default what nothing else needs; somebody may choose otherwise, but for what another case holds.
  const goes = ({ record, stays }: (typeof identities)[number]): boolean =>
    (stays === null) !== changed.includes(record);
  const going = identities.filter(goes).map(({ record }) => record);
  const forget = async (): Promise<void> => {
    if (!isTyped || forgetting === null) return;
    const onward = goFromHere();
    const answer = await action.run({ record: view.record, identities: going });
    if (!answer.ok) return;
    notice({ text: t('forgetCase.done') });
    onward({ name: 'cases' });
  };
  return (
    <details className="card facts">
      <summary>{t('forgetCase.title')}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void forget();
        }}
      >
        <p>{t('forgetCase.what')}</p>
        {state.parts.sheet.size === 0 ? null : (
          <p>{t('forgetCase.sheets', { count: state.parts.sheet.size })}</p>
        )}
        <p className="note danger">{t('forget.never')}</p>
        {from !== null && from > today ? (
          <p className="note warn">{t('forgetCase.early', { date: formatDate(numbers, from, 'UTC') })}</p>
        ) : null}
        {forgetting === null ? (
          <p className="quiet">{t('common.loading')}</p>
        ) : !forgetting.custody ? (
          <p className="note warn">{t('forgetCase.noCustody')}</p>
        ) : identities.length === 0 ? (
          <p>{t('forgetCase.noIdentities')}</p>
        ) : (
          <fieldset className="stack tight">
            <legend>{t('forgetCase.identities')}</legend>
            {identities.map((one) => (
              <ForgottenIdentity
                key={one.record}
                view={view}
                identity={one}
                goes={goes(one)}
                onChange={() =>
                  setChanged(
                    changed.includes(one.record)
                      ? changed.filter((other) => other !== one.record)
                      : [...changed, one.record],
                  )
                }
              />
            ))}
          </fieldset>
        )}
        <p className="note">{t('forgetCase.stays')}</p>
        <LineBox label={t('forget.type', { word })} value={typed} onChange={setTyped} />
        <FailureNote failure={action.failure} />
        <div>
          <button
            type="submit"
            className="button danger"
            disabled={action.busy || !isTyped || forgetting === null}
          >
            {t('forget.now')}
          </button>
        </div>
      </form>
    </details>
  );
}
