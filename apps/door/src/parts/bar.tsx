import { type DoorLocale, doorLanguages, isDoorLocale } from '@leeward/ui/language/languages.ts';
import { useLanguage } from '../model/language.ts';
import { leave } from '../model/leaving.ts';

/** Always on the screen: another language, and the way out. */
export function Bar({ onLanguage }: { readonly onLanguage: (locale: DoorLocale) => void }) {
  const { t, locale } = useLanguage();
  return (
    <header class="top">
      <button class="button skip visually-hidden" type="button" onClick={toContent}>
        {t('shell.skip')}
      </button>
      <select
        class="auto"
        aria-label={t('shell.language')}
        autocomplete="off"
        value={locale}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (isDoorLocale(value)) onLanguage(value);
        }}
      >
        {doorLanguages.map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
      <button class="button danger" type="button" aria-describedby="leave-hint" onClick={() => leave(locale)}>
        {t('shell.leave')}
      </button>
      <span id="leave-hint" class="visually-hidden">
        {t('shell.leaveHint')}
      </span>
    </header>
  );
}

/** A button and no link: a jump to a part of the page would change the address, and with it lose the door's link. */
function toContent(): void {
  document.querySelector<HTMLElement>('h1')?.focus();
}
