import { formatTime } from '@leeward/ui/language/format.ts';
import type { Kept } from '../model/kept.ts';
import { useLanguage } from '../model/language.ts';

/** Below every question: whether this phone keeps what is typed, and the one press that ends it. */
export function KeptLine({
  kept,
  offer,
  enter,
}: {
  readonly kept: Kept;
  /** To the explanation; nothing is kept before she has read it. */
  readonly offer: () => void;
  /** To where the words are typed, to open what an earlier visit kept. */
  readonly enter: () => void;
}) {
  const { t, tag } = useLanguage();
  return (
    <section class="stack tight small" data-kept="">
      {kept.isOn && !kept.hasFailed && kept.at !== null ? (
        <p class="note good">{t('keep.on', { time: formatTime(tag, kept.at) })}</p>
      ) : null}
      {kept.isOn || !kept.isFound ? null : <p class="note">{t('keep.found')}</p>}
      <div class="go">
        {kept.isOn ? null : kept.isFound ? (
          <button class="button" type="button" onClick={enter}>
            {t('keep.open')}
          </button>
        ) : (
          <button class="link" type="button" onClick={offer}>
            {t('keep.offer')}
          </button>
        )}
        {kept.isOn || kept.isFound ? (
          <button class="button" type="button" onClick={kept.remove}>
            {t('keep.delete')}
          </button>
        ) : null}
      </div>
      <p role="status" class={kept.hasFailed ? 'note warn' : ''}>
        {kept.hasFailed ? t('keep.failed') : kept.isDeleted ? t('keep.deleted') : ''}
      </p>
    </section>
  );
}
