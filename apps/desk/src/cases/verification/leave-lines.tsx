import type { Voices } from '@leeward/domain/consent/voices.ts';
import { labelOf } from '@leeward/domain/people/state.ts';
import { lets } from '@leeward/domain/verification/asking.ts';
import { type Leave, leaveOf, recipientsOf } from '@leeward/domain/verification/leave.ts';
import type { Source } from '@leeward/domain/verification/state.ts';
import { formatDate } from '@leeward/ui';
import { type ReactNode, useMemo } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { addressOf } from '../../router/route.ts';

/**
 * The two words on which asking a source rests, as they stand among the consents of the file: the same here, beside the
 * source, and in the consents.
 */
export function LeaveLines({
  record,
  voices,
  source,
}: {
  readonly record: string;
  readonly voices: Voices;
  readonly source: Source;
}): ReactNode {
  const { t } = useSpeech();
  const today = useToday();
  const { hers, theirs } = useMemo(() => leaveOf(voices, source, [], today), [voices, source, today]);
  return (
    <dl className="overall">
      <OneWord record={record} voices={voices} label={t('verify.leave.hers')} leave={hers} />
      <OneWord record={record} voices={voices} label={t('verify.leave.theirs')} leave={theirs} />
      {hers.standing === 'not_asked' ? (
        <div>
          <dt className="small quiet">{t('verify.leave.named')}</dt>
          <dd className="small quiet">
            <bdi>{recipientsOf(voices, source).join(' · ')}</bdi>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

function OneWord({
  record,
  voices,
  label,
  leave: { standing, consents, person },
}: {
  readonly record: string;
  readonly voices: Voices;
  readonly label: string;
  readonly leave: Leave;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const name = person === null ? null : (labelOf(voices.people, person) ?? null);
  const tone = lets(standing) ? (standing === 'given' ? 'good' : '') : 'danger';
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className={`chip ${tone}`}>{t(`verify.leave.${standing}`)}</span>{' '}
        {consents.map(({ id, givenOn, ask, until }) => (
          <span key={id} className="small quiet">
            <bdi>{ask.recipient}</bdi>
            {givenOn === null ? '' : ` · ${formatDate(numbers, givenOn, 'UTC')}`}
            {until === null ? ' ' : ` · ${t('consent.until', { date: formatDate(numbers, until, 'UTC') })} `}
          </span>
        ))}
        {lets(standing) || standing === 'no_person' ? null : (
          <a
            className="small"
            href={addressOf({
              name: 'case',
              record,
              part: 'consents',
              ...(person === null ? {} : { item: person }),
            })}
          >
            {name === null ? t('verify.leave.toConsents') : t('share.askOffer', { name })}
          </a>
        )}
        {standing === 'no_person' ? (
          <a className="small" href={addressOf({ name: 'case', record, part: 'people', item: 'new' })}>
            {t('people.add')}
          </a>
        ) : null}
      </dd>
    </div>
  );
}
