import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useState } from 'react';
import { HowItCame, HowToReach, WhatWasSaid, WhoItIs } from '../enter/account-fields.tsx';
import { type AccountForm, accountOf, accountProblem, emptyAccount } from '../enter/enter-form.ts';
import { useSpeech } from '../language/speech.tsx';
import { useNow } from '../parts/clock.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote, Problem } from '../parts/problem.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';

/** Writing down what she said by another way. What is filled in takes the place of what was known; the rest stays. */
export function HeardDialog({
  view,
  onClose,
}: {
  readonly view: RequestView;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const now = useNow();
  const action = useAction('enterWord');
  const draft = useForm<AccountForm>('enterWord', view.record, () => emptyAccount(Date.now()));
  const { form, change } = draft;
  const [asked, setAsked] = useState(false);
  const problem = accountProblem(form, now);

  const save = async (): Promise<void> => {
    setAsked(true);
    if (accountProblem(form, Date.now()) !== null) return;
    const answer = await action.run({ record: view.record, account: accountOf(form) });
    if (!answer.ok) return;
    draft.given(emptyAccount(Date.now()));
    onClose();
  };

  return (
    <Dialog title={t('heard.title')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p className="quiet">{t('heard.lead')}</p>
        <HowItCame form={form} change={change} />
        <WhatWasSaid form={form} change={change} />
        <details className="more-detail">
          <summary>{t('heard.changed')}</summary>
          <div className="stack">
            <WhoItIs form={form} change={change} />
            <HowToReach form={form} change={change} />
          </div>
        </details>
        {asked && problem !== null ? <Problem words={{ title: t(problem) }} /> : null}
        <FailureNote failure={action.failure} />
        <div className="cluster">
          <button type="submit" className="button primary" disabled={action.busy}>
            {t('common.save')}
          </button>
          <button type="button" className="button quiet" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <Kept of={draft} onDiscard={() => setAsked(false)} />
        </div>
      </form>
    </Dialog>
  );
}
