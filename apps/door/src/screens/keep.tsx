import { useLanguage } from '../model/language.ts';
import { Frame } from '../parts/frame.tsx';

/** Before anything is kept: what it is good for, and what it leaves on the phone. */
export function Keep() {
  const { t } = useLanguage();
  return (
    <Frame title={t('keep.title')} lead={t('keep.why')}>
      <p class="note warn">{t('keep.leaves')}</p>
      <p class="small quiet">{t('keep.files')}</p>
    </Frame>
  );
}
