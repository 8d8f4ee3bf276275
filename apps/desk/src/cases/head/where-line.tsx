import type { CaseState } from '@leeward/domain/case/state.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import { holdingOn, whereNow } from '@leeward/domain/situation/state.ts';
import { countryName } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { DateWords } from '../../parts/inexact-date-words.tsx';

/** Where she is now and since when; where two places hold at once, both. */
export function WhereLine({ state }: { readonly state: CaseState }): ReactNode {
  const { t, numbers } = useSpeech();
  const today = useToday();
  const fact = whereNow(state.parts.situation, today);
  if (fact === null) return <span className="quiet">{t('case.whereUnknown')}</span>;
  const country = valueIn(fact, 'country') ?? null;
  const from = valueIn(fact, 'from') ?? null;
  const others = holdingOn(state.parts.situation, 'place', today).length - 1;
  return (
    <>
      {country === null ? t('situation.unknownCountry') : countryName(numbers, country)}
      {from === null ? null : ' '}
      {from === null ? null : (
        <span className="small quiet">
          {t('case.since')} <DateWords date={from} />
        </span>
      )}
      {others > 0 ? (
        <span className="small warn-text"> {t('case.whereOthers', { count: others })}</span>
      ) : null}
    </>
  );
}
