import { formatList } from './format.ts';
import type { DoorKey } from './keys.ts';
import { countryName, languageName } from './names.ts';
import type { Translator } from './translator.ts';

/** What a team holds about somebody, as far as a note of it can be made without anybody's thinking. */
export type Held = {
  readonly messages: number;
  readonly name: string;
  readonly country: string | null;
  /** Tags of languages. */
  readonly languages: readonly string[];
  readonly otherLanguages: string;
  readonly ways: readonly string[];
  readonly never: readonly ('call' | 'text' | 'mail' | 'family' | 'employer' | 'authorities')[];
  readonly neverOther: string;
  readonly files: number;
  readonly hasAnswers: boolean;
  readonly hasCase: boolean;
  readonly hasPlan: boolean;
  readonly hasConsents: boolean;
};

export type HeldFact = { readonly what: string; readonly why: string };

const nevers = {
  call: 'ask.reach.neverCall',
  text: 'ask.reach.neverText',
  mail: 'ask.reach.neverMail',
  family: 'ask.reach.neverFamily',
  employer: 'ask.reach.neverEmployer',
  authorities: 'ask.reach.neverAuthorities',
} as const;

/**
 * The lines of a note of what is held about her, in the language in which she reads it: the desk composes them, a person
 * reads them over, and only then they are sealed to her.
 */
export function sayHeld(held: Held, t: Translator<DoorKey>, tag: string): readonly HeldFact[] {
  const listed = (all: readonly string[]): string => {
    const words = all.filter((one) => one.trim() !== '');
    return words.length === 0 ? '' : formatList(tag, words);
  };
  const never = listed([...held.never.map((one) => t(nevers[one])), held.neverOther]);
  const languages = listed([...held.languages.map((one) => languageName(tag, one)), held.otherLanguages]);
  const ways = listed(held.ways);
  const country = held.country === null ? '' : countryName(tag, held.country);
  const said = (key: DoorKey, value: string): string => (value === '' ? '' : t(key, { value }));
  const facts: readonly (readonly [what: string, why: DoorKey])[] = [
    [held.messages === 0 ? '' : t('back.heldWhat.words', { count: held.messages }), 'back.heldWhyOf.words'],
    [said('back.heldWhat.name', held.name), 'back.heldWhyOf.name'],
    [said('back.heldWhat.country', country), 'back.heldWhyOf.country'],
    [said('back.heldWhat.languages', languages), 'back.heldWhyOf.languages'],
    [said('back.heldWhat.ways', ways), 'back.heldWhyOf.ways'],
    [said('back.heldWhat.never', never), 'back.heldWhyOf.never'],
    [held.files === 0 ? '' : t('back.heldWhat.files', { count: held.files }), 'back.heldWhyOf.files'],
    [held.hasAnswers ? t('back.heldWhat.ours') : '', 'back.heldWhyOf.ours'],
    [held.hasConsents ? t('back.heldWhat.consents') : '', 'back.heldWhyOf.consents'],
    [held.hasPlan ? t('back.heldWhat.plan') : '', 'back.heldWhyOf.plan'],
    [held.hasCase ? t('back.heldWhat.case') : '', 'back.heldWhyOf.case'],
  ];
  return facts.filter(([what]) => what !== '').map(([what, why]) => ({ what, why: t(why) }));
}

/** Who can read what is held, in her language. */
export const sayHeldBy = (t: Translator<DoorKey>): string => t('back.heldWhoOf');
