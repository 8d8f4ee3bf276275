import { formatDateTime } from '@leeward/ui/language/format.ts';
import { useLanguage } from '../model/language.ts';
import { leave } from '../model/leaving.ts';
import { Frame } from '../parts/frame.tsx';

/** The server has signed that it has the answer. That somebody has read it, nobody says here (rule 21). */
export function Sent({ storedAt, again }: { readonly storedAt: number; readonly again: () => void }) {
  const { t, tag, locale } = useLanguage();
  return (
    <Frame key="sent" title={t('sheet.sent.title')}>
      <p class="note good" role="status">
        {t('sheet.sent.stored', { date: formatDateTime(tag, storedAt) })}
      </p>
      <p>{t('sheet.sent.next')}</p>
      <p>{t('sheet.sent.link')}</p>
      <div class="go">
        <button class="button" type="button" onClick={again}>
          {t('sheet.sent.again')}
        </button>
        <button class="button primary wide" type="button" onClick={() => leave(locale)}>
          {t('shell.leave')}
        </button>
      </div>
    </Frame>
  );
}
