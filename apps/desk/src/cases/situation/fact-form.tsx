import {
  type SituationKind,
  type SituationValues,
  situationItems,
} from '@leeward/domain/situation/events.ts';
import type { SituationFact } from '@leeward/domain/situation/state.ts';
import { countries } from '@leeward/ui/language/names.ts';
import { confidence as confidences } from '@leeward/vocabulary/lists/confidence.ts';
import { immigrationStatus } from '@leeward/vocabulary/lists/immigration-status.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useMemo, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { InexactDateField } from '../../parts/inexact-date-field.tsx';
import { TextBox } from '../../request/back-fields.tsx';
import { FormFoot } from '../item/form-foot.tsx';
import { PersonBox } from '../item/person-box.tsx';
import { SelectBox } from '../item/select-box.tsx';
import { useItemForm } from '../item/use-item-form.ts';
import { statusKey } from './status-words.ts';

/** A fact with its days: a new one, or a correction. Exact places have no field here: they belong to the identity. */
export function FactForm({
  view,
  kind,
  person,
  fact,
  onDone,
}: {
  readonly view: CaseView;
  readonly kind: SituationKind;
  readonly person: string | null;
  readonly fact: SituationFact | undefined;
  readonly onDone: () => void;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const form = useItemForm<'Situation', SituationValues>(
    situationItems,
    view.record,
    fact,
    () => ({
      kind,
      country: null,
      status: null,
      from: null,
      until: null,
      person,
      confidence: 'conf_medium',
      note: '',
    }),
    `${kind}${person ?? ''}`,
  );
  const [opened, setOpened] = useState(fact !== undefined);
  const named = useMemo(
    () => countries(numbers).map(({ code, name }) => ({ value: code, label: name })),
    [numbers],
  );
  const { values } = form;
  const close = (): void => {
    setOpened(false);
    onDone();
  };
  if (!opened && form.draft.keeping === null)
    return (
      <div>
        <button type="button" className="button" data-act={`add-${kind}`} onClick={() => setOpened(true)}>
          {t(`situation.add.${kind}`)}
        </button>
      </div>
    );
  return (
    <form
      className="stack card padded"
      onSubmit={(event) => {
        event.preventDefault();
        void form.save().then((kept) => {
          if (kept) close();
        });
      }}
    >
      <SelectBox
        label={t(kind === 'status' ? 'situation.statusIn' : 'situation.country')}
        {...(kind === 'place' ? { hint: t('situation.countryHint') } : {})}
        value={values.country ?? ''}
        none={t(kind === 'nationality' ? 'situation.noNationality' : 'situation.unknownCountry')}
        choices={named}
        onChange={(country) => form.set({ country: country === '' ? null : country })}
      />
      {kind === 'status' ? (
        <SelectBox
          label={t('situation.status')}
          value={values.status ?? ''}
          none={t('common.choose')}
          required
          choices={immigrationStatus.items.map(({ code }) => ({ value: code, label: t(statusKey(code)) }))}
          onChange={(status) => form.set({ status: status === '' ? null : status })}
        />
      ) : null}
      <InexactDateField
        label={t('situation.fromField')}
        value={values.from ?? null}
        none={t('date.unknown')}
        onChange={(from) => form.set({ from })}
      />
      <InexactDateField
        label={t('situation.untilField')}
        value={values.until ?? null}
        none={t('situation.stillSo')}
        onChange={(until) => form.set({ until })}
      />
      <PersonBox
        state={view.state}
        label={t('situation.whose')}
        value={values.person ?? null}
        onChange={(whose) => form.set({ person: whose })}
      />
      <SelectBox
        label={t('situation.confidenceField')}
        value={values.confidence ?? 'conf_medium'}
        choices={confidences.items.map(({ code }) => ({ value: code, label: t(`confidence.${code}`) }))}
        onChange={(confidence) => form.set({ confidence: confidence === '' ? 'conf_medium' : confidence })}
      />
      <TextBox
        label={t('situation.note')}
        hint={t('situation.noteHint')}
        rows={2}
        value={values.note ?? ''}
        onChange={(note) => form.set({ note })}
      />
      <FormFoot form={form} onEnd={close} />
    </form>
  );
}
