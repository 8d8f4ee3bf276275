import { formatDateTime } from '@leeward/ui/language/format.ts';
import type { ItemState } from '@leeward/workspace/door/conversation.ts';
import { useLanguage } from '../model/language.ts';

/** One of the three states, never confused (rule 21): in words, with a shape for the eye. */
export function State({ state, at = null }: { readonly state: ItemState; readonly at?: number | null }) {
  const { t, tag } = useLanguage();
  const date = at === null ? null : formatDateTime(tag, at);
  if (state === 'not-sent') return <span class="state">{t('state.notSent')}</span>;
  if (state === 'stored')
    return (
      <span class="state sent">{date === null ? t('state.stored') : t('state.storedAt', { date })}</span>
    );
  return (
    <span class="state confirmed">{date === null ? t('state.opened') : t('state.openedAt', { date })}</span>
  );
}
