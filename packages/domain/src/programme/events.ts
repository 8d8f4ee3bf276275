import { isCountry } from '@leeward/vocabulary/countries.ts';
import type { OwnCode } from '@leeward/vocabulary/list.ts';
import { type BudgetLine, budgetLine } from '@leeward/vocabulary/lists/budget-line.ts';
import { type DefenderProfile, defenderProfile } from '@leeward/vocabulary/lists/defender-profile.ts';
import { type PopulationGroup, populationGroup } from '@leeward/vocabulary/lists/population-group.ts';
import { type ProgrammeRule, programmeRule } from '@leeward/vocabulary/lists/programme-rule.ts';
import { type SupportType, supportType } from '@leeward/vocabulary/lists/support-type.ts';
import { defineItems, type ItemEvent } from '../shared/items.ts';
import {
  code,
  codeThat,
  day,
  flag,
  id16,
  languageTag,
  listOf,
  object,
  oneOf,
  orNull,
  type Shape,
  sizes,
  text,
  textOrEmpty,
  whole,
} from '../shared/shape.ts';

/*
 * What an organisation itself offers, with its rules as data (invariant 13): a pause, a ceiling or a new exclusion is
 * written by whoever runs the programme, and no code changes.
 */

/** The tests of the field: who she is, the danger, the need, and whether the danger comes of the work. */
export const tests = ['defender', 'danger', 'need', 'link'] as const;
export type Test = (typeof tests)[number];

/** What a rule is about, beyond its code. Each code reads those that it knows; see `fields.ts` for which. */
export type RuleTerms = {
  readonly months?: number;
  readonly number?: number;
  /** Whole units of the currency. */
  readonly amount?: number;
  readonly currency?: string;
  readonly percent?: number;
  /** First and last day; null for an end that nobody knows. */
  readonly from?: string | null;
  readonly until?: string | null;
  readonly costs?: readonly (BudgetLine | OwnCode)[];
  readonly profiles?: readonly (DefenderProfile | OwnCode)[];
  readonly groups?: readonly (PopulationGroup | OwnCode)[];
  readonly countries?: readonly string[];
  /** Whether a country is where she is or where she is from. */
  readonly whose?: 'now' | 'home';
  readonly languages?: readonly string[];
  readonly tests?: readonly Test[];
  readonly question?: string;
  readonly wanted?: 'yes' | 'no';
};

export type Rule = {
  readonly id: string;
  readonly code: ProgrammeRule | OwnCode;
  /** Whether it shuts the door, or is only looked at when places are few. */
  readonly must: boolean;
  readonly terms: RuleTerms;
  /** The programme's own words, and where they stand; may be empty. */
  readonly words: string;
};

export type ProgrammeValues = {
  readonly name: string;
  readonly gives: readonly (SupportType | OwnCode)[];
  readonly note: string;
  readonly rules: readonly Rule[];
  /** Within how many hours somebody answers, and decides; null where nothing was promised. */
  readonly replyHours: number | null;
  readonly decisionHours: number | null;
};

const currency: Shape<string> = (json, path) => {
  const read = text(3)(json, path);
  if (!read.ok) return read;
  return /^[A-Z]{3}$/.test(read.value) ? read : { ok: false, error: { problem: 'wrong', path } };
};

const country: Shape<string> = codeThat(isCountry);
const terms: Shape<RuleTerms> = object(
  {},
  {
    months: whole(600),
    number: whole(1_000_000),
    amount: whole(1_000_000_000),
    currency,
    percent: whole(100),
    from: orNull(day),
    until: orNull(day),
    costs: listOf(code(budgetLine), 64),
    profiles: listOf(code(defenderProfile), 64),
    groups: listOf(code(populationGroup), 64),
    countries: listOf(country, 260),
    whose: oneOf('now', 'home'),
    languages: listOf(languageTag, 32),
    tests: listOf(oneOf(...tests), tests.length),
    question: text(sizes.line),
    wanted: oneOf('yes', 'no'),
  },
);

const rule: Shape<Rule> = object({
  id: id16,
  code: code(programmeRule),
  must: flag,
  terms,
  words: textOrEmpty(sizes.line),
});

export const programmeItems = defineItems<'Programme', ProgrammeValues>({
  noun: 'Programme',
  needed: ['name'],
  limit: 100,
  action: 'programme.edit',
  fields: {
    name: text(sizes.name),
    gives: listOf(code(supportType), 64),
    note: textOrEmpty(2000),
    rules: listOf(rule, 60),
    replyHours: orNull(whole(10_000)),
    decisionHours: orNull(whole(10_000)),
  },
});

export type ProgrammeEvent = ItemEvent<'Programme', ProgrammeValues>;
