import { isSafeAt } from '@leeward/domain/request/safe-hours.ts';
import { formatHour, formatSpan, localTimeIn, zonePlace } from '@leeward/ui/language/hours.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useNow } from '../parts/clock.tsx';
import { Words } from '../parts/words.tsx';

/** When she may be reached, by her clock, and whether that is now. */
export function SafeTimes({ said }: { readonly said: RequestView['said'] }): ReactNode {
  const { t, numbers } = useSpeech();
  const now = useNow();
  const { safeHours, safeTimes } = said;
  const there = safeHours === undefined ? null : localTimeIn(safeHours.zone, now);
  const isSafe = safeHours !== undefined && there !== null && isSafeAt(safeHours, there);
  return (
    <>
      {safeHours === undefined ? null : (
        <>
          <p>
            {t('request.contactTimes')}: {safeHours.spans.map((span) => formatSpan(numbers, span)).join('; ')}{' '}
            ({t('request.hoursOf', { place: zonePlace(safeHours.zone) })})
          </p>
          <p className={isSafe ? 'small' : 'small warn-text'}>
            {there === null
              ? t('request.hoursUnknown', { place: zonePlace(safeHours.zone) })
              : t(isSafe ? 'request.hoursSafe' : 'request.hoursUnsafe', {
                  time: formatHour(numbers, clockOf(there.minute)),
                })}
          </p>
        </>
      )}
      {safeTimes === undefined || safeTimes === '' ? null : (
        <p>
          {t('request.contactTimes')}: <Words inline text={safeTimes} lang={said.locale} />
        </p>
      )}
    </>
  );
}

function clockOf(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
