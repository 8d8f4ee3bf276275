import { labelOf } from '@leeward/domain/people/state.ts';
import { formatList } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ForgettableIdentity } from '@leeward/workspace/desk/identity/contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';

/** One identity of a case that is about to be forgotten: whether it goes, what ends with it, or why it stays. */
export function ForgottenIdentity({
  view,
  identity: { of, stays, letIn, coming },
  goes,
  onChange,
}: {
  readonly view: CaseView;
  readonly identity: ForgettableIdentity;
  readonly goes: boolean;
  readonly onChange: () => void;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const { pseudonym, parts } = view.state;
  const her = pseudonym.at(-1)?.value ?? '';
  const names = of.map(({ person }) => (person === null ? her : (labelOf(parts.people, person) ?? her)));
  const cases = [...new Set(stays?.cases.map(({ pseudonym: known }) => known ?? t('forgetCase.unread')))];
  return (
    <div className="stack tight">
      <label className="option">
        <input type="checkbox" checked={goes} disabled={stays?.why === 'other_case'} onChange={onChange} />
        <bdi>{formatList(numbers, [...new Set(names)])}</bdi>
      </label>
      {stays === null ? null : (
        <p className="small">{t(`forgetCase.why.${stays.why}`, { cases: formatList(numbers, cases) })}</p>
      )}
      {coming ? <p className="small">{t('forgetCase.coming')}</p> : null}
      {letIn > 0 && goes ? <p className="small">{t('forgetCase.letIn', { count: letIn })}</p> : null}
    </div>
  );
}
