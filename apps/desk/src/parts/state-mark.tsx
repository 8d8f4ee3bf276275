import type { Delivery } from '@leeward/workspace/desk/contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';

/** Where something that was written is: kept here, sent, confirmed. A shape with its word, never a colour alone. */
export function StateMark({ delivery }: { readonly delivery: Delivery }): ReactNode {
  const { t } = useSpeech();
  if (delivery === 'refused' || delivery === 'conflict') {
    return <span className="chip warn">{t(`state.${delivery}`)}</span>;
  }
  return (
    <span className={`state ${delivery}`} title={t(`state.${delivery}Hint`)}>
      {t(`state.${delivery}`)}
    </span>
  );
}
