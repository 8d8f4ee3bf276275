import { formatDateTime } from '@leeward/ui/language/format.ts';
import type { ForgottenConversation } from '@leeward/workspace/door/forgotten.ts';
import { useLanguage } from '../model/language.ts';
import { Frame } from '../parts/frame.tsx';

/** A conversation that was deleted: what is known of that, and what she can do. */
export function Forgotten({
  forgotten: { byTeam, at },
  putAway,
}: {
  readonly forgotten: ForgottenConversation;
  readonly putAway: () => void;
}) {
  const { t, tag } = useLanguage();
  return (
    <Frame title={t('talk.title')}>
      <p class={byTeam ? 'note' : 'note warn'} role="status">
        {t(byTeam ? 'forgotten.byTeam' : 'forgotten.byServer')}
      </p>
      {byTeam && at !== null ? <p>{t('forgotten.date', { date: formatDateTime(tag, at) })}</p> : null}
      <p>{t('forgotten.again')}</p>
      <button class="button" type="button" onClick={putAway}>
        {t('talk.leave')}
      </button>
    </Frame>
  );
}
