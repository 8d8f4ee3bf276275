import { consentsOfCase } from '@leeward/domain/consent/voices.ts';
import { formatList } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { usePurpose } from '../../request/consents-panel.tsx';
import { addressOf } from '../../router/route.ts';
import { useVoices } from '../consents/use-voices.ts';

/** What the people of the file have agreed to, at a door or to an officer, and how much of it was withdrawn. */
export function ConsentLine({ view }: { readonly view: CaseView }): ReactNode {
  const { t, numbers } = useSpeech();
  const today = useToday();
  const purpose = usePurpose();
  const { voices } = useVoices(view);
  const consents = consentsOfCase(voices, today);
  const given = [
    ...new Set(consents.filter(({ standing }) => standing === 'given').map(({ ask }) => ask.purpose)),
  ];
  const stopped = consents.filter(({ standing }) => standing === 'withdrawn').length;
  return (
    <>
      <a href={addressOf({ name: 'case', record: view.record, part: 'consents' })}>
        {given.length === 0 ? t('case.consentNone') : formatList(numbers, given.map(purpose))}
      </a>
      {stopped === 0 ? null : (
        <span className="small danger-words"> {t('case.consentWithdrawn', { count: stopped })}</span>
      )}
    </>
  );
}
