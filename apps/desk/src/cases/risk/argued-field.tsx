import { type Argued, notArgued, weights } from '@leeward/domain/risk/argued.ts';
import { confidence as confidences } from '@leeward/vocabulary/lists/confidence.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { TextBox } from '../../request/back-fields.tsx';
import { SelectBox } from '../item/select-box.tsx';

/** A judgement with its reasons, its sources, and how sure one is. */
export function ArguedField({
  label,
  hint,
  value = notArgued,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly value: Argued | undefined;
  readonly onChange: (value: Argued) => void;
}): ReactNode {
  const { t } = useSpeech();
  const set = (part: Partial<Argued>): void => onChange({ ...value, ...part });
  return (
    <fieldset className="stack tight">
      <legend>
        <b>{label}</b>
      </legend>
      <span className="hint">{hint}</span>
      <div className="two-fields">
        <SelectBox
          label={t('danger.weight')}
          value={value.weight}
          choices={weights.map((one) => ({ value: one, label: t(`danger.weight.${one}`) }))}
          onChange={(weight) => set({ weight: weight === '' ? 'weight_unknown' : weight })}
        />
        <SelectBox
          label={t('danger.howSure')}
          value={value.confidence}
          choices={confidences.items.map(({ code }) => ({ value: code, label: t(`confidence.${code}`) }))}
          onChange={(sure) => set({ confidence: sure === '' ? 'conf_low' : sure })}
        />
      </div>
      <TextBox
        label={t('danger.why')}
        rows={2}
        required={value.weight !== 'weight_unknown'}
        value={value.words}
        onChange={(words) => set({ words })}
      />
      <TextBox
        label={t('danger.sources')}
        hint={t('danger.sourcesHint')}
        rows={2}
        value={value.sources.join('\n')}
        onChange={(text) => set({ sources: text === '' ? [] : text.split('\n').slice(0, 20) })}
      />
    </fieldset>
  );
}

/** A judgement as it is read. Nothing where nobody has said anything. */
export function ArguedWords({
  label,
  value,
}: {
  readonly label: string;
  readonly value: Argued | undefined;
}): ReactNode {
  const { t } = useSpeech();
  if (value === undefined || (value.weight === 'weight_unknown' && value.words === '')) return null;
  const sources = value.sources.filter((one) => one.trim() !== '');
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <b>{t(`danger.weight.${value.weight}`)}</b>{' '}
        <span className="small quiet">{t('danger.sure', { how: t(`confidence.${value.confidence}`) })}</span>
        <Words text={value.words} />
        {sources.length === 0 ? null : (
          <span className="small quiet">
            {t('danger.sources')}: <Words inline text={sources.join('; ')} />
          </span>
        )}
      </dd>
    </div>
  );
}

/** Whether every judgement that says something says why. */
export const isArgued = (value: Argued | undefined): boolean =>
  value === undefined || value.weight === 'weight_unknown' || value.words.trim() !== '';
