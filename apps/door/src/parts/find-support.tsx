import { useLanguage } from '../model/language.ts';

/** The other thing that one can do here, whoever answers at this door or does not. */
export function FindSupport({ find }: { readonly find: () => void }) {
  const { t } = useLanguage();
  return (
    <section class="card padded stack tight">
      <h2>{t('home.findTitle')}</h2>
      <p class="small quiet">{t('home.findHint')}</p>
      <button class="button find-support" type="button" onClick={find}>
        {t('home.find')}
      </button>
    </section>
  );
}
