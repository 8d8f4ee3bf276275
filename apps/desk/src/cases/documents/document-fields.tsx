import type { CaseState } from '@leeward/domain/case/state.ts';
import type { DocumentValues } from '@leeward/domain/document/events.ts';
import { evidenceType } from '@leeward/vocabulary/lists/evidence-type.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { InexactDateField } from '../../parts/inexact-date-field.tsx';
import { LineBox, TextBox } from '../../request/back-fields.tsx';
import { PersonBox } from '../item/person-box.tsx';
import { SelectBox } from '../item/select-box.tsx';

type Values = Partial<Omit<DocumentValues, 'file'>>;

/** What is said of a document. */
export function DocumentFields({
  state,
  values,
  set,
}: {
  readonly state: CaseState;
  readonly values: Values;
  readonly set: (part: Values) => void;
}): ReactNode {
  const { t } = useSpeech();
  return (
    <>
      <LineBox
        label={t('documents.title')}
        hint={t('documents.titleHint')}
        required
        value={values.title ?? ''}
        onChange={(title) => set({ title })}
      />
      <SelectBox
        label={t('documents.kind')}
        value={values.kind ?? ''}
        none={t('documents.noKind')}
        choices={evidenceType.items.map(({ code }) => ({ value: code, label: t(`evidence.${code}`) }))}
        onChange={(kind) => set({ kind: kind === '' ? null : (kind as DocumentValues['kind']) })}
      />
      <PersonBox
        state={state}
        label={t('documents.about')}
        value={values.about ?? null}
        onChange={(about) => set({ about })}
      />
      <LineBox
        label={t('documents.source')}
        hint={t('documents.sourceHint')}
        value={values.source ?? ''}
        onChange={(source) => set({ source })}
      />
      <InexactDateField
        label={t('documents.made')}
        value={values.made ?? null}
        none={t('date.unknown')}
        onChange={(made) => set({ made })}
      />
      <LineBox
        label={t('documents.received')}
        type="date"
        value={values.received ?? ''}
        onChange={(day) => set({ received: day === '' ? null : day })}
      />
      <LineBox
        label={t('documents.expires')}
        hint={t('documents.expiresHint')}
        type="date"
        value={values.expires ?? ''}
        onChange={(day) => set({ expires: day === '' ? null : day })}
      />
      <label className="option">
        <input
          type="checkbox"
          checked={values.graphic ?? false}
          onChange={({ target }) => set({ graphic: target.checked })}
        />
        <span>
          {t('graphic.field')}
          <span className="hint">{t('graphic.fieldHint')}</span>
        </span>
      </label>
      {values.graphic === true ? (
        <TextBox
          label={t('graphic.shows')}
          hint={t('graphic.showsHint')}
          rows={2}
          required
          value={values.shows ?? ''}
          onChange={(shows) => set({ shows })}
        />
      ) : null}
    </>
  );
}
