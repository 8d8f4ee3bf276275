import { useLanguage } from '../model/language.ts';
import { Frame } from '../parts/frame.tsx';

/** What is not promised, said plainly. */
export function Hide({ back }: { readonly back: () => void }) {
  const { t } = useLanguage();
  const lines = [
    'hide.visit',
    'hide.device',
    'hide.screen',
    'hide.history',
    'hide.code',
    'hide.size',
    'hide.withdraw',
  ] as const;
  return (
    <Frame title={t('hide.title')}>
      <ul class="plain stack tight">
        {lines.map((key) => (
          <li key={key} class="card padded">
            {t(key)}
          </li>
        ))}
      </ul>
      <p class="quiet small">{t('hide.source', { address: `${location.host}/v1/source` })}</p>
      <button class="button primary" type="button" onClick={back}>
        {t('common.back')}
      </button>
    </Frame>
  );
}
