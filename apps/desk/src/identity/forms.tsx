import {
  type DocumentValues,
  documentHolders,
  identityDocuments,
  identityNames,
  identityParticulars,
  identityReaches,
  identityRelatives,
  type NameValues,
  type ParticularsValues,
  type ReachValues,
  type RelativeValues,
  theParticulars,
} from '@leeward/domain/identity/sheet.ts';
import type { Item } from '@leeward/domain/shared/items.ts';
import type { PersonInCase } from '@leeward/workspace/desk/identity/contract.ts';
import type { ReactNode } from 'react';
import { channelChoices } from '../enter/account-fields.tsx';
import { useSpeech } from '../language/speech.tsx';
import { InexactDateField } from '../parts/inexact-date-field.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { LineBox, TextBox } from '../request/back-fields.tsx';
import { Choice, CountriesChoice, CountryChoice, LanguagesChoice, Tick } from './inputs.tsx';
import { type SheetForm, useSheetForm } from './use-sheet-form.ts';
import { documentKinds, relations, useCodeWords, uses } from './words.ts';

/** What every form of the sheet needs. */
export type FormProps<V extends object> = {
  readonly of: PersonInCase;
  readonly record: string;
  readonly item: Item<V> | undefined;
  readonly onDone: () => void;
};

function FormFrame<V extends object>({
  form,
  isWhole = true,
  onDone,
  children,
}: {
  readonly form: SheetForm<V>;
  readonly isWhole?: boolean;
  readonly onDone: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useSpeech();
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) void form.save().then((kept) => (kept ? onDone() : undefined));
      }}
    >
      {children}
      <FailureNote failure={form.failure} />
      <div className="cluster">
        <button type="submit" className="button primary" disabled={form.busy || !isWhole}>
          {t('identity.save')}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            form.draft.discard();
            onDone();
          }}
        >
          {t('common.cancel')}
        </button>
        <Kept of={form.draft} />
      </div>
    </form>
  );
}

/** Scripts that names are often written in, beside that of the page: as the field names them. */
const scripts = ['Latn', 'Arab', 'Cyrl', 'Mymr', 'Hans', 'Ethi', 'Deva', 'Geor', 'Armn', 'Thai', 'Khmr'];

export function NameForm({ of, record, item, onDone }: FormProps<NameValues>): ReactNode {
  const { t, numbers } = useSpeech();
  const blank = (): NameValues => ({ name: '', use: 'call', script: '', note: '' });
  const form = useSheetForm(identityNames, of, record, item, blank);
  const value: NameValues = { ...blank(), ...form.values };
  const names = new Intl.DisplayNames([numbers], { type: 'script' });
  return (
    <FormFrame form={form} isWhole={value.name.trim() !== ''} onDone={onDone}>
      <LineBox
        label={t('identity.name')}
        required
        value={value.name}
        onChange={(name) => form.set({ name })}
      />
      <Choice
        label={t('identity.use')}
        hint={t('identity.useHint')}
        value={value.use}
        choices={uses.map((use) => [use, t(`identity.use.${use}`)])}
        onChange={(use) => form.set({ use })}
      />
      <Choice
        label={t('identity.script')}
        value={value.script}
        choices={[['', t('identity.notSaid')], ...scripts.map((one) => [one, names.of(one) ?? one] as const)]}
        onChange={(script) => form.set({ script })}
      />
      <LineBox label={t('identity.note')} value={value.note} onChange={(note) => form.set({ note })} />
    </FormFrame>
  );
}

export function ParticularsForm({ of, record, item, onDone }: FormProps<ParticularsValues>): ReactNode {
  const { t } = useSpeech();
  const blank = (): ParticularsValues => ({
    born: null,
    birthPlace: '',
    languages: [],
    nationalities: [],
    stateless: false,
    address: '',
    note: '',
  });
  const form = useSheetForm(identityParticulars, of, record, item, blank, theParticulars);
  const value: ParticularsValues = { ...blank(), ...form.values };
  return (
    <FormFrame form={form} onDone={onDone}>
      <InexactDateField
        label={t('identity.born')}
        hint={t('identity.bornHint')}
        value={value.born}
        none={t('date.unknown')}
        onChange={(born) => form.set({ born })}
      />
      <LineBox
        label={t('identity.birthPlace')}
        value={value.birthPlace}
        onChange={(birthPlace) => form.set({ birthPlace })}
      />
      <CountriesChoice
        label={t('identity.nationalities')}
        values={value.nationalities}
        onChange={(nationalities) => form.set({ nationalities })}
      />
      <Tick
        label={t('identity.stateless')}
        value={value.stateless}
        onChange={(stateless) => form.set({ stateless })}
      />
      <LanguagesChoice
        label={t('identity.languages')}
        values={value.languages}
        onChange={(languages) => form.set({ languages })}
      />
      <TextBox
        label={t('identity.address')}
        hint={t('identity.addressHint')}
        rows={2}
        value={value.address}
        onChange={(address) => form.set({ address })}
      />
      <TextBox
        label={t('identity.note')}
        rows={2}
        value={value.note}
        onChange={(note) => form.set({ note })}
      />
    </FormFrame>
  );
}

export function DocumentForm({ of, record, item, onDone }: FormProps<DocumentValues>): ReactNode {
  const { t } = useSpeech();
  const words = useCodeWords();
  const blank = (): DocumentValues => ({
    kind: 'doc_passport',
    number: '',
    name: '',
    country: null,
    place: '',
    from: null,
    until: null,
    holder: 'herself',
    note: '',
  });
  const form = useSheetForm(identityDocuments, of, record, item, blank);
  const value: DocumentValues = { ...blank(), ...form.values };
  return (
    <FormFrame form={form} onDone={onDone}>
      <Choice
        label={t('identity.documentKind')}
        value={value.kind}
        choices={documentKinds.map((kind) => [kind, words('identity.doc', kind)])}
        onChange={(kind) => form.set({ kind })}
      />
      <LineBox
        label={t('identity.documentNumber')}
        value={value.number}
        onChange={(number) => form.set({ number })}
      />
      <LineBox
        label={t('identity.documentName')}
        hint={t('identity.documentNameHint')}
        value={value.name}
        onChange={(name) => form.set({ name })}
      />
      <CountryChoice
        label={t('identity.documentCountry')}
        none={t('identity.notSaid')}
        value={value.country}
        onChange={(country) => form.set({ country })}
      />
      <LineBox
        label={t('identity.documentPlace')}
        value={value.place}
        onChange={(place) => form.set({ place })}
      />
      <InexactDateField
        label={t('identity.documentFrom')}
        value={value.from}
        none={t('date.unknown')}
        onChange={(from) => form.set({ from })}
      />
      <InexactDateField
        label={t('identity.documentUntil')}
        value={value.until}
        none={t('date.unknown')}
        onChange={(until) => form.set({ until })}
      />
      <Choice
        label={t('identity.holder')}
        hint={t('identity.holderHint')}
        value={value.holder}
        choices={documentHolders.map((one) => [one, t(`identity.holder.${one}`)])}
        onChange={(holder) => form.set({ holder })}
      />
      <LineBox label={t('identity.note')} value={value.note} onChange={(note) => form.set({ note })} />
    </FormFrame>
  );
}

export function ReachForm({ of, record, item, onDone }: FormProps<ReachValues>): ReactNode {
  const { t } = useSpeech();
  const blank = (): ReachValues => ({ channel: 'chan_e2ee_chat', detail: '', safe: true, note: '' });
  const form = useSheetForm(identityReaches, of, record, item, blank);
  const value: ReachValues = { ...blank(), ...form.values };
  return (
    <FormFrame form={form} isWhole={value.detail.trim() !== ''} onDone={onDone}>
      <Choice
        label={t('enter.channel')}
        value={value.channel}
        choices={channelChoices.map((code) => [code, t(`request.channel.${code}`)])}
        onChange={(channel) => form.set({ channel })}
      />
      <LineBox
        label={t('enter.detail')}
        required
        value={value.detail}
        onChange={(detail) => form.set({ detail })}
      />
      <Choice
        label={t('enter.isSafe')}
        hint={t('identity.safeHint')}
        value={value.safe ? 'yes' : 'no'}
        choices={[
          ['yes', t('enter.safe')],
          ['no', t('enter.unsafe')],
        ]}
        onChange={(safe) => form.set({ safe: safe === 'yes' })}
      />
      <LineBox label={t('identity.note')} value={value.note} onChange={(note) => form.set({ note })} />
    </FormFrame>
  );
}

export function RelativeForm({ of, record, item, onDone }: FormProps<RelativeValues>): ReactNode {
  const { t } = useSpeech();
  const words = useCodeWords();
  const blank = (): RelativeValues => ({ relation: 'fam_parent', name: '', born: null, note: '' });
  const form = useSheetForm(identityRelatives, of, record, item, blank);
  const value: RelativeValues = { ...blank(), ...form.values };
  return (
    <FormFrame form={form} isWhole={value.name.trim() !== ''} onDone={onDone}>
      <Choice
        label={t('identity.relation')}
        value={value.relation}
        choices={relations.map((code) => [code, words('people.tie', code)])}
        onChange={(relation) => form.set({ relation })}
      />
      <LineBox
        label={t('identity.name')}
        required
        value={value.name}
        onChange={(name) => form.set({ name })}
      />
      <InexactDateField
        label={t('identity.born')}
        value={value.born}
        none={t('date.unknown')}
        onChange={(born) => form.set({ born })}
      />
      <LineBox label={t('identity.note')} value={value.note} onChange={(note) => form.set({ note })} />
    </FormFrame>
  );
}
