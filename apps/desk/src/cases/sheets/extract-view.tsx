import type { ExtractedFinding } from '@leeward/domain/verification/extract.ts';
import type { PartnerExtract } from '@leeward/domain/verification/partner.ts';
import { formatDate } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useDateWords } from '../../parts/inexact-date-words.tsx';
import { Words } from '../../parts/words.tsx';
import { useVerifyNames } from '../verification/names.ts';

type Kind = Parameters<ReturnType<typeof useVerifyNames>['kind']>[0];
type Shown = Pick<PartnerExtract, 'reference' | 'recipient' | 'on'> & {
  readonly findings: readonly (Omit<ExtractedFinding, 'kinds'> & { readonly kinds: readonly string[] })[];
};

/** All that an extract holds, as its reader sees it: no name, no source, no day of a call. */
export function ExtractView({
  extract: { reference, recipient, on, findings },
  today,
}: {
  readonly extract: Shown;
  readonly today: string;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const names = useVerifyNames();
  const sayDate = useDateWords();
  const dateOf = (day: string): string => formatDate(numbers, day, 'UTC');
  return (
    <div className="stack tight">
      <p className="small quiet">{t('partner.head', { reference, recipient, date: dateOf(on) })}</p>
      <ul className="plain stack tight">
        {findings.map((one) => (
          <li key={`${one.question} ${one.level} ${one.month} ${one.until}`} className="stack tight">
            <b>{names.question(one.question)}</b>
            <span>
              {t(`verify.level.${one.level}`)} · {t(`verify.confidence.${one.confidence}`)}
            </span>
            <span className="small quiet">
              {t('partner.foundIn', {
                month: sayDate({ kind: 'point', at: one.month, about: false, said: '' }),
              })}{' '}
              {one.until < today
                ? t('partner.over', { date: dateOf(one.until) })
                : t('partner.until', { date: dateOf(one.until) })}{' '}
              {one.stake ? t('partner.stake') : ''}
            </span>
            {one.kinds.length === 0 ? null : (
              <span className="small quiet">
                <Words inline text={one.kinds.map((kind) => names.kind(kind as Kind)).join(', ')} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
