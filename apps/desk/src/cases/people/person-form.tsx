import {
  ageBands,
  contactWays,
  dangers,
  knowing,
  maybe,
  type PersonValues,
  persons,
} from '@leeward/domain/people/events.ts';
import { labelOf, type PeopleState, type Person, peopleIn } from '@leeward/domain/people/state.ts';
import { countries, languageChoices } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useMemo, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { LineBox, TextBox } from '../../request/back-fields.tsx';
import { suggestPseudonym, wordsIn } from '../../request/pseudonym.ts';
import { FormFoot } from '../item/form-foot.tsx';
import { useItemForm } from '../item/use-item-form.ts';
import { DoorsField } from './doors-field.tsx';
import { Choose, ChoosePerson, Several, Tick } from './inputs.tsx';
import { PersonVersions } from './person-versions.tsx';
import { allChannels, allRoles, usePeopleWords } from './words.ts';

/** What is known of nobody yet. */
const blank: PersonValues = {
  label: '',
  roles: [],
  applied: false,
  ageBand: 'unknown',
  languages: [],
  country: null,
  travelling: 'unknown',
  knows: 'unknown',
  danger: 'unknown',
  contact: 'unknown',
  through: null,
  channels: [],
  howToContact: '',
  needs: '',
  note: '',
  doors: [],
};

/** A person of the file, or a new one. Only the label is asked for; everything else can wait. */
export function PersonForm({
  view,
  person,
  onDone,
}: {
  readonly view: CaseView;
  readonly person: Person | undefined;
  readonly onDone: (id: string | null) => void;
}): ReactNode {
  const { t, locale } = useSpeech();
  const words = usePeopleWords();
  const people: PeopleState = view.state.parts.people;
  const [asked, setAsked] = useState(false);
  const form = useItemForm(persons, view.record, person, () => ({
    ...blank,
    label: suggestPseudonym(
      wordsIn(t('openCase.words')),
      peopleIn(people).map(({ id }) => labelOf(people, id) ?? ''),
    ),
  }));
  const value: PersonValues = { ...blank, ...form.values };
  const lists = useMemo(
    () => ({
      countries: countries(locale).map(({ code, name }) => [code, name] as const),
      languages: languageChoices(locale).map(({ code, name }) => [code, name] as const),
    }),
    [locale],
  );
  const choices = <Value extends string>(values: readonly Value[], say: (one: Value) => string) =>
    values.map((one) => [one, say(one)] as const);
  const yesNo = choices(maybe, (one) => t(`people.maybe.${one}`));
  const save = async (): Promise<void> => {
    setAsked(true);
    if (value.label.trim() === '') return;
    if (await form.save()) onDone(form.id);
  };
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>{person === undefined ? t('people.add') : t('people.edit')}</h2>
      {person === undefined ? null : <PersonVersions people={people} person={person} onChoose={form.set} />}
      <LineBox
        label={t('people.label')}
        hint={t('people.labelHint')}
        value={value.label}
        onChange={(label) => form.set({ label })}
      />
      {asked && value.label.trim() === '' ? (
        <p className="error" role="status">
          {t('people.labelNeeded')}
        </p>
      ) : null}
      <Several
        label={t('people.roles')}
        hint={t('people.rolesHint')}
        values={value.roles}
        options={choices<PersonValues['roles'][number]>(allRoles, words.role)}
        onChange={(roles) => form.set({ roles })}
      />
      <Tick label={t('people.applied')} value={value.applied} onChange={(applied) => form.set({ applied })} />
      <DoorsField view={view} id={form.id} doors={value.doors} onChange={(doors) => form.set({ doors })} />
      <div className="people-fields">
        <Choose
          label={t('people.age')}
          hint={t('people.ageHint')}
          value={value.ageBand}
          options={choices(ageBands, (one) => t(`people.age.${one}`))}
          onChange={(ageBand) => form.set({ ageBand })}
        />
        <Choose
          label={t('people.country')}
          value={value.country ?? ''}
          options={[['', t('people.countryUnknown')], ...lists.countries]}
          onChange={(country) => form.set({ country: country === '' ? null : country })}
        />
        <Choose
          label={t('people.travelling')}
          value={value.travelling}
          options={yesNo}
          onChange={(travelling) => form.set({ travelling })}
        />
        <Choose
          label={t('people.danger')}
          value={value.danger}
          options={choices(dangers, (one) => t(`people.danger.${one}`))}
          onChange={(danger) => form.set({ danger })}
        />
        <Choose
          label={t('people.knows')}
          value={value.knows}
          options={choices(knowing, (one) => t(`people.knows.${one}`))}
          onChange={(knows) => form.set({ knows })}
        />
        <Choose
          label={t('people.contact')}
          value={value.contact}
          options={choices(contactWays, (one) => t(`people.contact.${one}`))}
          onChange={(contact) => form.set({ contact })}
        />
        {value.contact === 'through' ? (
          <ChoosePerson
            people={people}
            label={t('people.through')}
            value={value.through}
            without={form.id}
            onChange={(through) => form.set({ through })}
          />
        ) : null}
      </div>
      <details className="stack tight" open={value.channels.length > 0 || value.howToContact !== ''}>
        <summary>{t('people.channelsMore')}</summary>
        <Several
          label={t('people.channels')}
          values={value.channels}
          options={choices<PersonValues['channels'][number]>(allChannels, words.channel)}
          onChange={(channels) => form.set({ channels })}
        />
        <TextBox
          label={t('people.howToContact')}
          hint={t('people.howToContactHint')}
          rows={2}
          value={value.howToContact}
          onChange={(howToContact) => form.set({ howToContact })}
        />
      </details>
      <details className="stack tight" open={value.languages.length > 0}>
        <summary>{t('people.languages')}</summary>
        <Several
          label={t('people.languages')}
          values={value.languages}
          options={lists.languages}
          onChange={(languages) => form.set({ languages })}
        />
      </details>
      <TextBox
        label={t('people.needs')}
        rows={2}
        value={value.needs}
        onChange={(needs) => form.set({ needs })}
      />
      <TextBox
        label={t('people.note')}
        hint={t('people.noteHint')}
        rows={3}
        value={value.note}
        onChange={(note) => form.set({ note })}
      />
      <FormFoot form={form} save={t('people.save')} onEnd={() => onDone(null)} />
    </form>
  );
}
