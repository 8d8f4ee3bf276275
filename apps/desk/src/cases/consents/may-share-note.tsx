import type { CaseUse, WhyNot } from '@leeward/domain/consent/share.ts';
import { mayShare } from '@leeward/domain/consent/share.ts';
import type { Voices } from '@leeward/domain/consent/voices.ts';
import { labelOf } from '@leeward/domain/people/state.ts';
import { formatDate } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useNow } from '../../parts/clock.tsx';
import { Words } from '../../parts/words.tsx';
import { dayOf } from '../../request/back-fields.tsx';
import { useFieldNames } from '../../request/consents-panel.tsx';
import { addressOf } from '../../router/route.ts';
import { NameWords } from '../people/name-words.tsx';

/**
 * Whether this may be shared, on what it rests, or why not, person by person, with the way to ask. Whatever shares facts
 * about people shows this before it does.
 */
export function MayShareNote({
  record,
  voices,
  use,
}: {
  readonly record: string;
  readonly voices: Voices;
  readonly use: CaseUse;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const today = dayOf(useNow());
  const may = mayShare(voices, use, today);
  const her = (person: string | null): string =>
    person === null ? t('consents.writer') : (labelOf(voices.people, person) ?? t('consents.writer'));
  if (may.ok) {
    const { rests, covers, vital, cautions } = may.value;
    return (
      <div className={`note ${rests === 'vital' ? 'danger' : 'good'}`} role="status">
        <strong>{rests === 'vital' ? t('share.onVital') : t('share.yes')}</strong>
        <ul>
          {covers.map(({ person, consent }) => (
            <li key={consent.id}>
              <bdi>{her(person)}</bdi>:{' '}
              {consent.givenOn === null
                ? ''
                : t('share.coveredBy', { date: formatDate(numbers, consent.givenOn, 'UTC') })}{' '}
              {consent.until === null
                ? ''
                : t('consent.until', { date: formatDate(numbers, consent.until, 'UTC') })}
            </li>
          ))}
          {vital === null ? null : (
            <li>
              <Words inline text={vital.danger} />
            </li>
          )}
          {cautions.map((caution) =>
            caution.code === 'door_unread' ? (
              <li key={caution.conversation}>{t('share.doorUnread')}</li>
            ) : (
              <li key={caution.who}>
                {t('share.nearKeptAway', { name: caution.who })} <Words inline text={caution.why} />{' '}
                <NameWords words={caution.words} />
              </li>
            ),
          )}
        </ul>
      </div>
    );
  }
  return (
    <div className="note danger" role="status">
      <strong>{t('share.no')}</strong>
      <ul>
        {may.error.map((why, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: reasons of one answer never change places
          <li key={index}>
            <Why why={why} her={her} />{' '}
            {'person' in why && why.person !== null ? (
              <a href={addressOf({ name: 'case', record, part: 'consents', item: why.person })}>
                {t('share.askOffer', { name: her(why.person) })}
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Why({
  why,
  her,
}: {
  readonly why: WhyNot;
  readonly her: (person: string | null) => string;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const names = useFieldNames();
  switch (why.code) {
    case 'kept_away':
      return (
        <>
          {t('share.why.kept_away', { name: why.who })} <Words inline text={why.why} />{' '}
          <NameWords words={why.words} />
        </>
      );
    case 'nothing_named':
      return t('share.why.nothing_named');
    case 'lacking':
      return t(`share.lacks.${why.lacks}`, { name: her(why.person) });
    case 'other_fields': {
      const { narrowed } = why.consent;
      const words = { name: her(why.person), fields: names(why.fields) };
      return narrowed !== null && why.fields.some((field) => narrowed.lost.includes(field))
        ? t('share.why.narrowed', { ...words, date: formatDate(numbers, narrowed.on, 'UTC') })
        : t('share.why.other_fields', words);
    }
    default:
      return t(`share.why.${why.code}`, { name: her(why.person) });
  }
}
