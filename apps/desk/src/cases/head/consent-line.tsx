import { standingOf } from '@leeward/domain/consent/state.ts';
import { consentsIn } from '@leeward/domain/request/come-back.ts';
import { type DeskKey, formatList } from '@leeward/ui';
import { consentScope } from '@leeward/vocabulary/lists/consent-scope.ts';
import type { RequestView } from '@leeward/workspace/desk/contract.ts';
import type { ReactNode } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';

/** What she has agreed to, and how much of it is asked and not answered. */
export function ConsentLine({ view }: { readonly view: RequestView }): ReactNode {
  const { t, numbers } = useSpeech();
  const today = useToday();
  const consents = consentsIn(view.state).map((consent) => ({
    purpose: consent.ask.purpose,
    standing: standingOf(consent, today),
  }));
  const given = [
    ...new Set(consents.filter(({ standing }) => standing === 'given').map(({ purpose }) => purpose)),
  ];
  const stopped = consents.filter(({ standing }) => standing === 'withdrawn').length;
  const said = given.map((purpose) =>
    consentScope.items.some(({ code }) => code === purpose) ? t(`consent.${purpose}` as DeskKey) : purpose,
  );
  return (
    <>
      {given.length === 0 ? t('case.consentNone') : formatList(numbers, said)}
      {stopped === 0 ? null : (
        <span className="small danger-words"> {t('case.consentWithdrawn', { count: stopped })}</span>
      )}
    </>
  );
}
