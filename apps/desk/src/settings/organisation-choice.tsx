import type { Answer, Failure } from '@leeward/workspace/desk/contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { LineBox } from '../request/back-fields.tsx';

type Props = {
  readonly title: string;
  readonly hint: string;
  /** Whether what is chosen can be set: whole, and other than what stands. */
  readonly canSet: boolean;
  /** The words of the button that sets it, and of the one that shows the usual choice. */
  readonly set: string;
  readonly usual: string;
  readonly action: { readonly busy: boolean; readonly failure: Failure | null };
  readonly onSet: (reason: string) => Promise<Answer<null>>;
  readonly onUsual: () => void;
  readonly children: ReactNode;
};

/** A choice of an administrator that holds for the whole organisation, with its reason; folded until somebody wants it. */
export function OrganisationChoice({
  title,
  hint,
  canSet,
  set,
  usual,
  action,
  onSet,
  onUsual,
  children,
}: Props): ReactNode {
  const { t } = useSpeech();
  const [reason, setReason] = useState('');
  return (
    <details className="card more-detail">
      <summary>{title}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void onSet(reason.trim()).then((answer) => {
            if (answer.ok) setReason('');
          });
        }}
      >
        <p className="quiet small">{hint}</p>
        {children}
        <LineBox label={t('danger.matrix.why')} required value={reason} onChange={setReason} />
        <FailureNote failure={action.failure} />
        <div className="cluster">
          <button type="submit" className="button" disabled={action.busy || !canSet || reason.trim() === ''}>
            {set}
          </button>
          <button type="button" className="button quiet" onClick={onUsual}>
            {usual}
          </button>
        </div>
      </form>
    </details>
  );
}
