import type { AnswerValue } from '../answers/events.ts';
import type { CaseEvent, SummaryField } from '../case/events.ts';
import type { SheetEvent } from '../identity/sheet.ts';
import { persons } from '../people/events.ts';
import { sizes } from '../shared/shape.ts';
import { situationItems } from '../situation/events.ts';
import { answerOf } from './date-ways.ts';
import type { IdentityTarget, Mapping, Mends, Target } from './mapping.ts';
import { type IdentityCell, identityMeans, planIdentity } from './plan-identity.ts';
import { planTools, type RowDate, type RowProblem, type Words } from './plan-tools.ts';
import { type PersonIdentity, personsIn, planOthers, planPersons, turnsOf } from './plan-turns.ts';
import { severalIn } from './read-cell.ts';
import { type BroughtRow, type Cells, own } from './table.ts';

export type { RowDate, RowProblem, Words } from './plan-tools.ts';

/** A row as it would become a case. */
export type PlannedRow = {
  readonly number: number;
  readonly key: string;
  /** Whether a column says its key; else its own words are it. */
  readonly isKeyed: boolean;
  readonly pseudonym: string;
  /** After the case was opened, in this order. */
  readonly events: readonly CaseEvent[];
  readonly problems: readonly RowProblem[];
  /** Every date of it, as it is written and as it is read. */
  readonly dates: readonly RowDate[];
  readonly persons: number;
  readonly incidents: number;
  /** What goes into the identity record of the person, under a key of its own. */
  readonly identity: readonly SheetEvent[];
  /** The same for other people of the row: the person in the case, and what goes into that person's identity record. */
  readonly people: readonly PersonIdentity[];
  /**
   * What each new id stands for. Two desks that bring the same row apart name its things alike, so that they meet: the
   * session puts an id in the place of each that follows from the row.
   */
  readonly ids: Readonly<Record<string, string>>;
};

/** Where a pseudonym is mended that stands in no column. */
export const pseudonymPlace = '\u0000pseudonym';

export type Means = {
  /** A new id of 16 random bytes. */
  readonly newId: () => string;
};

/** What one row becomes. Pure but for the ids that it is given. */
export function planRow(
  row: BroughtRow,
  mapping: Mapping,
  mends: Mends,
  words: Words,
  means: Means,
): PlannedRow {
  const mended = mends[row.number];
  const cells: Cells = Object.fromEntries(
    Object.entries(row.cells).map(([column, cell]) => [column, own(mended, column) ?? cell]),
  );
  const tools = planTools(mapping, words, means.newId);
  const { events, problems, dates, notes, ids, complain, coded, dated, newId, make } = tools;

  let [key, pseudonym, nextStep, nextDate] = ['', '', '', ''];
  let urgency: string | null = null;
  let state: string | null = null;
  let status: string | null = null;
  let place: string | null = null;
  let since: ReturnType<typeof dated> = null;
  let ageBand: ReturnType<typeof tools.aged> = null;
  const languages: string[] = [];
  const nationalities: string[] = [];
  const summary = new Map<SummaryField, string[]>();
  const answers = new Map<string, Record<string, AnswerValue>>();
  const identityCells: IdentityCell[] = [];

  for (const [column, cell] of Object.entries(cells)) {
    if (cell === '') continue;
    const target: Target = own(mapping.columns, column) ?? 'note';
    const where = { column, place: column };
    switch (target) {
      case 'leaveOut':
        break;
      case 'key':
        key = cell;
        break;
      case 'pseudonym':
        pseudonym = cell.length > 60 ? (complain(where, 'too-long', cell) ?? '') : cell;
        break;
      case 'note':
        notes.push(`${column}: ${cell}`);
        break;
      case 'urgency':
        urgency = coded(where, cell, words.urgency);
        break;
      case 'state':
        state = coded(where, cell, words.state);
        break;
      case 'status':
        status = coded(where, cell, words.status);
        break;
      case 'place':
        place = coded(where, cell, words.countries);
        break;
      case 'placeSince':
        since = dated(where, cell);
        break;
      case 'nationality':
        for (const one of severalIn(cell)) {
          const country = coded(where, one, words.countries);
          if (country !== null) nationalities.push(country);
        }
        break;
      case 'languages':
        for (const one of severalIn(cell)) {
          const language = coded(where, one, words.languages);
          if (language !== null) languages.push(language);
        }
        break;
      case 'ageBand':
        ageBand = tools.aged(where, cell);
        break;
      case 'nextStep':
        nextStep = cell.slice(0, sizes.line);
        if (cell.length > sizes.line) complain(where, 'too-long', cell);
        break;
      case 'nextDate': {
        const date = dated(where, cell);
        if (date?.kind === 'point' && date.at.length === 10) {
          nextDate = date.at;
          // A next step has no place for the words of another calendar; they stay beside it.
          if (date.said !== '') notes.push(`${column}: ${cell}`);
        } else if (date !== null) complain(where, 'not-a-date', cell);
        break;
      }
      default: {
        const [kind = '', first = '', second = ''] = target.split(':');
        if (kind === 'identity') identityCells.push({ ...where, target: first as IdentityTarget, cell });
        else if (kind === 'summary') {
          const field = first as SummaryField;
          summary.set(field, [...(summary.get(field) ?? []), cell]);
        } else {
          const date = words.asksDate(first, second) ? dated(where, cell) : undefined;
          if (date === null) break;
          const said = date === undefined ? cell : answerOf(date);
          const value = said === null ? null : words.answer(first, second, said);
          if (value === null) complain(where, 'not-an-answer', cell);
          else answers.set(first, { ...answers.get(first), [second]: value });
        }
      }
    }
  }

  if (urgency !== null)
    events.push({
      type: 'UrgencySet',
      v: 2,
      urgency: urgency as Extract<CaseEvent, { readonly type: 'UrgencySet' }>['urgency'],
      reason: words.reason,
      replaces: null,
    });
  if (place !== null || since !== null)
    make(situationItems, { kind: 'place', country: place, from: since, until: null }, newId('place'));
  for (const country of nationalities)
    make(situationItems, { kind: 'nationality', country, from: null }, newId(`nationality:${country}`));
  if (status !== null)
    make(
      situationItems,
      { kind: 'status', country: place, status: status as never, from: null },
      newId('status'),
    );
  for (const [field, texts] of summary) {
    const value = texts.join('\n');
    if (value.length > sizes.body) notes.push(value);
    else events.push({ type: 'SummaryKept', v: 1, field, value, replaces: [] });
  }

  const label = (own(mended, pseudonymPlace) ?? pseudonym) || pseudonymOf(mapping, row);
  const turns = turnsOf(row, mends);
  const innerPersons = personsIn(tools, turns);
  const needsPeople = innerPersons.length > 0 || languages.length > 0 || ageBand !== null;
  const defender = newId('defender');
  if (needsPeople)
    make(
      persons,
      {
        label,
        roles: ['role_defender'],
        languages: [...new Set(languages)].slice(0, 16),
        ageBand: ageBand ?? 'unknown',
        country: place,
      },
      defender,
    );
  const people = planPersons(tools, innerPersons, defender);
  const incidents = planOthers(tools, turns);
  for (const [form, values] of answers)
    events.push({
      type: 'AnswersKept',
      v: 1,
      id: newId(`answers:${form}`),
      set: { '@form': form, '@about': 'case', ...values },
      replaces: {},
    });
  if (nextStep !== '' || nextDate !== '')
    events.push({
      type: 'NextStepSet',
      v: 1,
      text: nextStep === '' ? words.reason : nextStep,
      date: nextDate === '' ? null : nextDate,
      replaces: [],
    });
  for (const text of inPieces(notes.join('\n'), sizes.body)) events.push({ type: 'NoteWritten', v: 1, text });
  if (state !== null && state !== 'case_new' && state !== 'case_erased')
    events.push({
      type: 'StateChanged',
      v: 2,
      state: state as Extract<CaseEvent, { readonly type: 'StateChanged' }>['state'],
      reason: words.reason,
      closure: state === 'case_closed' ? 'x_brought' : null,
      date: null,
      replaces: null,
    });

  const identity = planIdentity(identityCells, identityMeans(tools, ''));
  return {
    number: row.number,
    identity,
    people,
    ids,
    isKeyed: key !== '',
    key: key === '' ? row.digest : key.slice(0, 200),
    pseudonym: label,
    events,
    problems,
    dates,
    persons: innerPersons.length + (needsPeople ? 1 : 0),
    incidents,
  };
}

const pseudonymOf = ({ prefix }: Mapping, { number }: BroughtRow): string => `${prefix} ${number}`.trim();

/** A long text in pieces that each fit one note, cut at ends of lines where there are any. */
function inPieces(text: string, limit: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > limit) {
    const line = rest.lastIndexOf('\n', limit);
    const at = line > limit / 2 ? line : limit;
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at).trim();
  }
  return rest === '' ? pieces : [...pieces, rest];
}

/** Rows with a key or a pseudonym that another row of the table, or a case, has already. */
export function withDoubles(
  rows: readonly PlannedRow[],
  taken: (pseudonym: string) => boolean,
  /** The column that has them, so that they can be mended there; empty where none has. */
  pseudonyms = '',
): readonly PlannedRow[] {
  const keys = new Map<string, number>();
  const names = new Map<string, number>();
  const plain = (name: string): string => name.normalize('NFC').trim().toLowerCase();
  const first = new Map<string, number>();
  for (const row of rows) {
    if (!first.has(row.key)) first.set(row.key, row.number);
    keys.set(row.key, (keys.get(row.key) ?? 0) + 1);
    names.set(plain(row.pseudonym), (names.get(plain(row.pseudonym)) ?? 0) + 1);
  }
  return rows.map((row) => {
    const more: RowProblem[] = [];
    if ((keys.get(row.key) ?? 0) > 1) {
      // Rows without keys that say the very same are one row, brought once.
      if (row.isKeyed) more.push({ column: '', place: '', code: 'same-key', cell: row.key });
      else if (first.get(row.key) !== row.number)
        more.push({ column: '', place: '', code: 'same-row', cell: String(first.get(row.key)) });
    }
    if ((names.get(plain(row.pseudonym)) ?? 0) > 1 || taken(row.pseudonym))
      more.push({
        column: pseudonyms,
        place: pseudonyms === '' ? pseudonymPlace : pseudonyms,
        code: 'same-pseudonym',
        cell: row.pseudonym,
      });
    return more.length === 0 ? row : { ...row, problems: [...row.problems, ...more] };
  });
}
