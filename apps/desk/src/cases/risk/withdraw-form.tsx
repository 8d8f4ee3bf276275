import type { Assessment } from '@leeward/domain/risk/assessment.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { LineBox } from '../../request/back-fields.tsx';
import { useForm } from '../../session/use-form.ts';
import { useAction } from '../../session/use-session.tsx';

/** Takes back a judgement that was a mistake, with a reason: it stays in the history, and what it replaced stands again. */
export function WithdrawForm({
  view,
  assessment,
}: {
  readonly view: CaseView;
  readonly assessment: Assessment;
}): ReactNode {
  const { t } = useSpeech();
  const action = useAction('actOnCase');
  const command = `case:RiskAssessment:${assessment.id}` as const;
  const draft = useForm(command, view.record, () => ({ reason: '' }));
  const [open, setOpen] = useState(false);
  const { reason } = draft.form;
  if (!open && draft.keeping === null)
    return (
      <div className="screen-only">
        <button type="button" className="button quiet small" onClick={() => setOpen(true)}>
          {t('danger.withdraw')}
        </button>
      </div>
    );
  const give = async (): Promise<void> => {
    const event = {
      type: 'RiskAssessmentWithdrawn',
      v: 1,
      id: assessment.id,
      reason: reason.trim(),
    } as const;
    const answer = await action.run({ record: view.record, events: [event], form: command });
    if (!answer.ok) return;
    draft.given();
    setOpen(false);
  };
  return (
    <form
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <LineBox
        label={t('danger.withdrawWhy')}
        required
        value={reason}
        onChange={(text) => draft.change({ reason: text })}
      />
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button" disabled={action.busy || reason.trim() === ''}>
          {t('danger.withdraw')}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            draft.discard();
            setOpen(false);
          }}
        >
          {t('common.cancel')}
        </button>
        <Kept of={draft} onDiscard={() => setOpen(false)} />
      </div>
    </form>
  );
}
