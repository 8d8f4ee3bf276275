import type { PersonValues } from '@leeward/domain/people/events.ts';
import { labelOf, type PeopleState, type Person } from '@leeward/domain/people/state.ts';
import { countryName } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Versions } from '../item/versions.tsx';
import { usePeopleWords } from './words.ts';

/** What two people wrote apart about one person: every field of it, all versions, to choose from. */
export function PersonVersions({
  people,
  person: { fields },
  onChoose,
}: {
  readonly people: PeopleState;
  readonly person: Person;
  readonly onChoose: (part: Partial<PersonValues>) => void;
}): ReactNode {
  const { t, locale } = useSpeech();
  const words = usePeopleWords();
  const nothing = t('people.nothing');
  const one = <Name extends keyof PersonValues>(
    name: Name,
    label: string,
    say: (value: PersonValues[Name]) => string,
  ): ReactNode => (
    <Versions
      key={name}
      label={label}
      field={fields[name]}
      say={(value: PersonValues[Name]) => say(value) || nothing}
      onChoose={(value: PersonValues[Name]) => onChoose({ [name]: value } as Partial<PersonValues>)}
    />
  );
  const yesNo = (value: boolean): string => t(value ? 'people.maybe.yes' : 'people.maybe.no');
  return (
    <>
      {one('label', t('people.label'), (value) => value)}
      {one('roles', t('people.roles'), (value) => words.list(value.map(words.role)))}
      {one('applied', t('people.applied'), yesNo)}
      {one('doors', t('people.doors'), (value) => t('people.doorCount', { count: value.length }))}
      {one('ageBand', t('people.age'), (value) => t(`people.age.${value}`))}
      {one('country', t('people.country'), (value) => (value === null ? '' : countryName(locale, value)))}
      {one('travelling', t('people.travelling'), (value) => t(`people.maybe.${value}`))}
      {one('danger', t('people.danger'), (value) => t(`people.danger.${value}`))}
      {one('knows', t('people.knows'), (value) => t(`people.knows.${value}`))}
      {one('contact', t('people.contact'), (value) => t(`people.contact.${value}`))}
      {one('through', t('people.through'), (value) => (value === null ? '' : (labelOf(people, value) ?? '')))}
      {one('channels', t('people.channels'), (value) => words.list(value.map(words.channel)))}
      {one('howToContact', t('people.howToContact'), (value) => value)}
      {one('languages', t('people.languages'), words.languages)}
      {one('needs', t('people.needs'), (value) => value)}
      {one('note', t('people.note'), (value) => value)}
    </>
  );
}
