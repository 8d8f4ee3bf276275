import { declineReasons } from '@leeward/domain/request/events.ts';
import { createTranslator, type DeskLocale } from '@leeward/ui';
import { loadMessages } from '@leeward/ui/language/load-desk.ts';
import type { DeclineReason } from './decline.ts';

/**
 * The prepared words for each reason, in the language of whoever will read them: not in that of the screen.
 * Rejects where the texts cannot be fetched.
 */
export async function templatesIn(locale: DeskLocale): Promise<Readonly<Record<DeclineReason, string>>> {
  const t = createTranslator(locale, await loadMessages(locale));
  const entries = declineReasons.items.map(({ code }) => [code, t(`decline.template.${code}`)] as const);
  return Object.fromEntries(entries) as Record<DeclineReason, string>;
}
