import { deskLanguages } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Screen } from '../parts/screen.tsx';

type Props = {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
};

/** The frame of the screens before anything is open: one column, with the languages in reach. */
export function Frame({ title, lead, children }: Props): ReactNode {
  const { t, locale, setLocale } = useSpeech();
  return (
    <main className="begin">
      <div className="bar begin-head screen-only">
        <span className="mark">{t('shell.mark')}</span>
        <fieldset className="cluster" aria-label={t('common.language')}>
          {deskLanguages.map(({ tag, name }) => (
            <button
              key={tag}
              type="button"
              lang={tag}
              className="button quiet"
              aria-pressed={tag === locale}
              onClick={() => setLocale(tag)}
            >
              {name}
            </button>
          ))}
        </fieldset>
      </div>
      <Screen title={title} lead={lead}>
        {children}
      </Screen>
    </main>
  );
}
