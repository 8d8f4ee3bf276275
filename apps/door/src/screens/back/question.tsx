import { defang } from '@leeward/ui/inert.ts';
import type { ComeBack } from '@leeward/workspace/door/come-back.ts';
import { plainItem } from '@leeward/workspace/door/request.ts';
import { useLanguage } from '../../model/language.ts';
import { TextField } from '../../parts/field.tsx';
import { Choice } from '../../parts/options.tsx';
import type { BackProps } from './kept.ts';

/** One question of the team. A form of the organisation's own, named by its hash, takes the place of this card one day. */
export function Question({
  question: { id, text, choices },
  kept,
  keep,
  say,
  isBusy,
}: BackProps & { readonly question: ComeBack['questions'][number] }) {
  const { t } = useLanguage();
  const field = `question ${id}`;
  const value = kept[field] ?? '';
  const heading = `question-${id}`;
  return (
    <section class="card padded stack tight" aria-labelledby={heading}>
      <h2 id={heading}>{t('back.question')}</h2>
      <p class="words" dir="auto" translate={false}>
        {defang(text)}
      </p>
      {choices.length === 0 ? (
        <TextField label={t('talk.write')} value={value} rows={3} onChange={(typed) => keep(field, typed)} />
      ) : (
        <Choice
          label={t('back.question')}
          hidden
          options={choices.map((choice) => ({ value: choice, label: defang(choice) }))}
          value={value === '' ? undefined : value}
          onChange={(chosen) => keep(field, chosen ?? '')}
        />
      )}
      <button
        class="button primary"
        type="button"
        disabled={isBusy || value.trim() === ''}
        onClick={() =>
          void say([plainItem({ type: 'answer', v: 1, question: id, value: value.slice(0, 8000) })], [field])
        }
      >
        {t('talk.send')}
      </button>
      <p class="small quiet">{t('back.questionFree')}</p>
    </section>
  );
}
