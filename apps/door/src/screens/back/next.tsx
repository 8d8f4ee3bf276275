import { defang } from '@leeward/ui/inert.ts';
import { formatDate, formatDateTime } from '@leeward/ui/language/format.ts';
import type { ComeBack } from '@leeward/workspace/door/come-back.ts';
import { useLanguage } from '../../model/language.ts';

/** What happens next, in the words of the team: the first thing that somebody looks for who comes back. */
export function Next({ next }: { readonly next: ComeBack['next'] }) {
  const { t, tag } = useLanguage();
  return (
    <section class="card padded stack tight" aria-labelledby="next">
      <h2 id="next">{t('back.next')}</h2>
      {next === null ? (
        <p class="quiet">{t('back.nextNone')}</p>
      ) : (
        <>
          <p class="words" dir="auto" translate={false}>
            {defang(next.text)}
          </p>
          {next.day === null ? null : (
            <p>{t('back.nextDay', { date: formatDate(tag, `${next.day}T12:00:00Z`, 'UTC') })}</p>
          )}
          {next.who === '' ? null : (
            <p>
              {t('back.nextWho')} <bdi>{defang(next.who)}</bdi>
            </p>
          )}
          <p class="small quiet">{t('back.said', { date: formatDateTime(tag, next.at) })}</p>
        </>
      )}
    </section>
  );
}
