import { formatDateTime } from '@leeward/ui/language/format.ts';
import type { Conversation } from '@leeward/workspace/door/conversation.ts';
import { useLanguage } from '../model/language.ts';

/** The team confirms each week; a day more is no reason to worry. In milliseconds. */
const STALE = 8 * 24 * 3600 * 1000;

/** When the team last confirmed that nothing newer is held back (rule 20). */
export function Confirmed({ conversation }: { readonly conversation: Conversation | null }) {
  const { t, tag } = useLanguage();
  if (conversation === null) return <p class="quiet">{t('enter.opening')}</p>;
  const { confirmedAt } = conversation;
  if (confirmedAt === null) return <p class="quiet">{t('talk.neverConfirmed')}</p>;
  const date = formatDateTime(tag, confirmedAt);
  return Date.now() - confirmedAt > STALE ? (
    <p class="note warn">{t('talk.stale', { date })}</p>
  ) : (
    <p class="quiet">{t('talk.confirmed', { date })}</p>
  );
}
