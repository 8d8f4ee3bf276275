import type { Words } from '@leeward/domain/bring/plan-row.ts';
import type { CodeWords } from '@leeward/domain/bring/read-cell.ts';
import { type CompiledForm, isValueOf, type Question, type Value } from '@leeward/forms';
import { type DeskKey, deskLanguages, doorLanguages, type Translator } from '@leeward/ui';
import { countries } from '@leeward/vocabulary/countries.ts';
import { languages } from '@leeward/vocabulary/languages.ts';
import type { CodeList } from '@leeward/vocabulary/list.ts';
import { caseState } from '@leeward/vocabulary/lists/case-state.ts';
import { familyRelation } from '@leeward/vocabulary/lists/family-relation.ts';
import { immigrationStatus } from '@leeward/vocabulary/lists/immigration-status.ts';
import { urgency } from '@leeward/vocabulary/lists/urgency.ts';
import { phaseKey } from '../cases/phase.ts';
import { statusKey } from '../cases/situation/status-words.ts';
import { cellDates } from './cell-dates.ts';

type Speaking = { readonly t: Translator<DeskKey>; readonly numbers: string };

/** What cells may say for each code: in the reader's language, in English, and as tables of the field abbreviate it. */
export function wordsFor(
  { t, numbers }: Speaking,
  source: string,
  forms: ReadonlyMap<string, CompiledForm>,
  today: string,
): Words {
  const asked = (form: string, question: string): Question | undefined => {
    const compiled = forms.get(form);
    return compiled?.nodes[compiled.byName.get(question) ?? -1]?.question;
  };
  const listed = (list: CodeList, say: (code: string) => string, more: CodeWords = {}): CodeWords =>
    Object.fromEntries(
      list.items.map(({ code, label }) => [code, [label, say(code), ...(more[code] ?? [])]] as const),
    );
  return {
    urgency: listed(
      { ...urgency, items: urgency.items.filter(({ code }) => code !== 'urg_unset') },
      (code) => t(`urgency.${code as 'urg_high'}`),
      {
        urg_standard: ['normal', 'low', 'medium'],
        urg_urgent: ['very high'],
        urg_immediate: ['critical', 'emergency'],
      },
    ),
    state: listed(caseState, (code) => t(phaseKey(code)), {
      case_supporting: ['active', 'open'],
      case_closed: ['inactive', 'done'],
    }),
    status: listed(immigrationStatus, (code) => t(statusKey(code))),
    countries: inAllLanguages('region', countries, numbers),
    languages: inAllLanguages('language', languages, numbers),
    ties: {
      ...listed(familyRelation, () => ''),
      fam_child: ['child', 'son', 'daughter'],
      fam_parent: ['parent', 'mother', 'father'],
      fam_sibling: ['sibling', 'brother', 'sister'],
      fam_spouse: ['spouse', 'wife', 'husband'],
      fam_grandparent: ['grandmother', 'grandfather', 'grandparent'],
    },
    reason: t('bring.reason', { source }),
    person: t('bring.person'),
    answer: (form, question, cell) => {
      const found = asked(form, question);
      return found === undefined ? null : readAnswer(found, cell);
    },
    asksDate: (form, question) => asked(form, question)?.type === 'date',
    otherDate: cellDates(today),
  };
}

const made = new Map<string, CodeWords>();

/**
 * Names of countries or languages in English, as the reader says them, and in every language of desks and doors: a table
 * knows no screen. Made once.
 */
function inAllLanguages(type: 'region' | 'language', codes: readonly string[], own: string): CodeWords {
  const key = `${type} ${own}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const spoken = [...deskLanguages, ...doorLanguages].map(({ tag }) => tag);
  const names = ['en', own, ...spoken].map((tag) => new Intl.DisplayNames([tag], { type }));
  const words = Object.fromEntries(
    codes.map((code) => [code, names.map((one) => one.of(code) ?? code)] as const),
  );
  made.set(key, words);
  return words;
}

/** A cell as an answer to a question: by its value, or by the words of its options in any language. Null for neither. */
function readAnswer(question: Question, cell: string): Value | null {
  const plain = (text: string): string => text.normalize('NFC').trim().toLowerCase();
  const option = (said: string): string =>
    question.options?.find(({ value, label }) =>
      [value, ...Object.values(label)].map(plain).includes(plain(said)),
    )?.value ?? said;
  const isNumber = question.type === 'integer' || question.type === 'decimal';
  // A cell holds no file.
  if (question.type === 'file') return null;
  const value: Value =
    question.type === 'selectMany'
      ? cell
          .split(/[;,،|\s]+/)
          .filter((one) => one !== '')
          .map(option)
      : question.type === 'selectOne'
        ? option(cell)
        : isNumber
          ? Number(cell)
          : question.type === 'yesNoUnsure'
            ? plain(cell)
            : cell;
  return isValueOf(question, value) ? value : null;
}
