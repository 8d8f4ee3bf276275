import type { OwnCode } from '@leeward/vocabulary/list.ts';
import { type BudgetLine, budgetLine } from '@leeward/vocabulary/lists/budget-line.ts';
import { type Test, tests } from '../programme/events.ts';
import type { EventRef } from '../shared/context.ts';
import type { EventShapes } from '../shared/event.ts';
import { defineItems, type ItemEvent } from '../shared/items.ts';
import { replaced } from '../shared/references.ts';
import {
  code,
  day,
  listOf,
  object,
  oneOf,
  orNull,
  type Shape,
  sizes,
  text,
  textOrEmpty,
  token,
  whole,
} from '../shared/shape.ts';

/* Whether she is a defender in danger because of her work who needs help that nobody gives: argued, never computed. */

/** What an argument points to in the file, or words where it stands nowhere in it. */
export const evidenceKinds = [
  'finding',
  'answer',
  'situation',
  'incident',
  'person',
  'note',
  'document',
  'sheet',
  'words',
] as const;
export type Evidence = {
  readonly of: (typeof evidenceKinds)[number];
  /** Id of the thing; empty for words. */
  readonly id: string;
  readonly words: string;
};

export const verdicts = ['yes', 'not_yet', 'no'] as const;
export type Verdict = (typeof verdicts)[number];

/** One test as somebody argued it. A verdict without an argument is none: it needs words. */
export type Argument = {
  readonly test: Test;
  readonly verdict: Verdict;
  readonly words: string;
  readonly evidence: readonly Evidence[];
};

/** A fact that rules ask for and that stands nowhere else in the file: with how it is known. */
export type SaidFact = {
  readonly fact: string;
  readonly value: SaidValue;
  /** Who said it or where it was read. A fact without a source is a rumour. */
  readonly how: string;
  readonly on: string;
};
export type SaidValue = boolean | number | string | readonly string[];

/** One cost that she asks for. The first thing that funds hold against each other are costs, not people (handbook 6). */
export type CostValues = {
  readonly line: BudgetLine | OwnCode;
  /** What is asked for, and what all of it costs, in whole units. */
  readonly amount: number;
  readonly whole: number | null;
  readonly currency: string;
  /** When it is spent. */
  readonly from: string | null;
  readonly until: string | null;
  /** Whether somebody else pays this very cost. */
  readonly elsewhere: 'yes' | 'no' | 'asked' | 'unknown';
  readonly byWhom: string;
  readonly note: string;
};

/** What became of a door that somebody picked for her. */
export const doorStates = ['to_try', 'asked', 'yes', 'no', 'left'] as const;
/** A door that fits, taken up in the case: a programme of ours, or a mechanism of the directory. */
export type DoorValues = {
  readonly of: 'programme' | 'mechanism';
  readonly door: string;
  readonly name: string;
  readonly state: (typeof doorStates)[number];
  readonly on: string;
  /** Last day on which it can be tried; null where none is known. */
  readonly until: string | null;
  readonly why: string;
};

const value: Shape<SaidValue> = (json, path) => {
  if (typeof json === 'boolean') return { ok: true, value: json };
  if (typeof json === 'number') return whole(1_000_000_000)(json, path);
  if (typeof json === 'string') return text(sizes.line)(json, path);
  return listOf(text(100), 100)(json, path);
};

const evidence: Shape<Evidence> = object({
  of: oneOf(...evidenceKinds),
  id: textOrEmpty(128),
  words: textOrEmpty(sizes.line),
});

export const costItems = defineItems<'AskedCost', CostValues>({
  noun: 'AskedCost',
  needed: ['line', 'amount', 'currency'],
  limit: 200,
  fields: {
    line: code(budgetLine),
    amount: whole(1_000_000_000),
    whole: orNull(whole(1_000_000_000)),
    currency: text(3),
    from: orNull(day),
    until: orNull(day),
    elsewhere: oneOf('yes', 'no', 'asked', 'unknown'),
    byWhom: textOrEmpty(sizes.name),
    note: textOrEmpty(1000),
  },
});

export const doorItems = defineItems<'PickedDoor', DoorValues>({
  noun: 'PickedDoor',
  needed: ['of', 'door', 'name', 'state'],
  limit: 200,
  fields: {
    of: oneOf('programme', 'mechanism'),
    door: text(120),
    name: text(sizes.name),
    state: oneOf(...doorStates),
    on: day,
    until: orNull(day),
    why: textOrEmpty(sizes.line),
  },
});

export type EligibilityEvent =
  | ({
      readonly type: 'EligibilityArgued';
      readonly v: 1;
      readonly replaces: readonly EventRef[];
    } & Argument)
  | ({
      readonly type: 'EligibilityFactSaid';
      readonly v: 1;
      readonly replaces: readonly EventRef[];
    } & SaidFact)
  | ItemEvent<'AskedCost', CostValues>
  | ItemEvent<'PickedDoor', DoorValues>;

export const eligibilityShapes: EventShapes<EligibilityEvent> = {
  EligibilityArgued: {
    v: 1,
    fields: object({
      test: oneOf(...tests),
      verdict: oneOf(...verdicts),
      words: text(4000),
      evidence: listOf(evidence, 40),
      replaces: replaced,
    }),
  },
  EligibilityFactSaid: {
    v: 1,
    fields: object({ fact: token, value, how: text(sizes.line), on: day, replaces: replaced }),
  },
  ...costItems.shapes,
  ...doorItems.shapes,
};
