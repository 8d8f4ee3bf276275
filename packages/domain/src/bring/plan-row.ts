import type { AnswerValue } from '../answers/events.ts';
import type { CaseEvent, SummaryField } from '../case/events.ts';
import type { SheetEvent } from '../identity/sheet.ts';
import { incidentItems } from '../incident/events.ts';
import { persons, relations } from '../people/events.ts';
import type { Tie } from '../people/ties.ts';
import { baseOf, editOf, type ItemKind, type Values } from '../shared/items.ts';
import { sizes } from '../shared/shape.ts';
import { situationItems } from '../situation/events.ts';
import type { IdentityTarget, InnerTarget, Mapping, Mends, Target } from './mapping.ts';
import { type IdentityCell, planIdentity } from './plan-identity.ts';
import { type CodeWords, readAge, readCode, readDate, severalIn } from './read-cell.ts';
import { type BroughtRow, type Cells, own } from './table.ts';

/** What stands in the way of a row, and where. */
export type RowProblem = {
  readonly column: string;
  readonly code:
    | 'not-in-list'
    | 'not-a-date'
    | 'which-order'
    | 'not-an-age'
    | 'too-long'
    | 'not-an-answer'
    | 'same-key'
    | 'same-pseudonym';
  readonly cell: string;
};

/** A row as it would become a case. */
export type PlannedRow = {
  readonly number: number;
  readonly key: string;
  readonly pseudonym: string;
  /** After the case was opened, in this order. */
  readonly events: readonly CaseEvent[];
  readonly problems: readonly RowProblem[];
  readonly persons: number;
  readonly incidents: number;
  /** What goes into the identity record of the person, under a key of its own. */
  readonly identity: readonly SheetEvent[];
  /**
   * What each new id stands for. Two desks that bring the same row apart name its things alike, so that they meet: the
   * session puts an id in the place of each that follows from the row.
   */
  readonly ids: Readonly<Record<string, string>>;
};

/** What planning needs to know from outside. */
export type Words = {
  readonly urgency: CodeWords;
  readonly state: CodeWords;
  readonly status: CodeWords;
  readonly countries: CodeWords;
  readonly languages: CodeWords;
  readonly ties: CodeWords;
  /** "Brought from {source}, row {row}." for the reasons that acts must have. */
  readonly reason: string;
  /** What a person without words for who it is is called: "Person". */
  readonly person: string;
  /** Reads an answer to a question of a form that is asked in files; null where it takes no such value. */
  readonly answer: (form: string, question: string, cell: string) => AnswerValue | null;
};

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
  const cells: Cells = { ...row.cells, ...mends[row.number] };
  const problems: RowProblem[] = [];
  const events: CaseEvent[] = [];
  const notes: string[] = [];
  const complain = (column: string, code: RowProblem['code'], cell: string): null => {
    problems.push({ column, code, cell });
    return null;
  };
  const coded = (column: string, cell: string, list: CodeWords): string | null => {
    const chosen = own(own(mapping.values, column), cell);
    if (chosen !== undefined) return chosen === '' ? null : chosen;
    return readCode(cell, list) ?? complain(column, 'not-in-list', cell);
  };
  const dated = (column: string, cell: string) => {
    const read = readDate(cell, mapping.dates);
    return 'date' in read ? read.date : complain(column, read.problem, cell);
  };
  const ids: Record<string, string> = {};
  const named = new Map<string, number>();
  const newId = (what: string): string => {
    const id = means.newId();
    const before = named.get(what) ?? 0;
    named.set(what, before + 1);
    ids[id] = before === 0 ? what : `${what} ${before + 1}`;
    return id;
  };
  const make = <Noun extends string, V extends Values>(
    kind: ItemKind<Noun, V>,
    values: Partial<V>,
    id: string,
  ): string => {
    const event = editOf(kind, baseOf<V>(undefined, id), values);
    if (event !== null) events.push(event as unknown as CaseEvent);
    return id;
  };

  let [key, pseudonym, nextStep, nextDate] = ['', '', '', ''];
  let urgency: string | null = null;
  let state: string | null = null;
  let status: string | null = null;
  let place: string | null = null;
  let since: ReturnType<typeof dated> = null;
  let ageBand: ReturnType<typeof readAge> = null;
  const languages: string[] = [];
  const nationalities: string[] = [];
  const summary = new Map<SummaryField, string[]>();
  const answers = new Map<string, Record<string, AnswerValue>>();
  const identityCells: IdentityCell[] = [];

  for (const [column, cell] of Object.entries(cells)) {
    if (cell === '') continue;
    const target: Target = own(mapping.columns, column) ?? 'note';
    switch (target) {
      case 'leaveOut':
        break;
      case 'key':
        key = cell;
        break;
      case 'pseudonym':
        pseudonym = cell.length > 60 ? (complain(column, 'too-long', cell) ?? '') : cell;
        break;
      case 'note':
        notes.push(`${column}: ${cell}`);
        break;
      case 'urgency':
        urgency = coded(column, cell, words.urgency);
        break;
      case 'state':
        state = coded(column, cell, words.state);
        break;
      case 'status':
        status = coded(column, cell, words.status);
        break;
      case 'place':
        place = coded(column, cell, words.countries);
        break;
      case 'placeSince':
        since = dated(column, cell);
        break;
      case 'nationality':
        for (const one of severalIn(cell)) {
          const country = coded(column, one, words.countries);
          if (country !== null) nationalities.push(country);
        }
        break;
      case 'languages':
        for (const one of severalIn(cell)) {
          const language = coded(column, one, words.languages);
          if (language !== null) languages.push(language);
        }
        break;
      case 'ageBand':
        ageBand = readAge(cell) ?? complain(column, 'not-an-age', cell);
        break;
      case 'nextStep':
        nextStep = cell.slice(0, sizes.line);
        if (cell.length > sizes.line) complain(column, 'too-long', cell);
        break;
      case 'nextDate': {
        const date = dated(column, cell);
        if (date?.kind === 'point' && date.at.length === 10) nextDate = date.at;
        else if (date !== null) complain(column, 'not-a-date', cell);
        break;
      }
      default: {
        const [kind = '', first = '', second = ''] = target.split(':');
        if (kind === 'identity') identityCells.push({ target: first as IdentityTarget, column, cell });
        else if (kind === 'summary') {
          const field = first as SummaryField;
          summary.set(field, [...(summary.get(field) ?? []), cell]);
        } else {
          const value = words.answer(first, second, cell);
          if (value === null) complain(column, 'not-an-answer', cell);
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

  const label = pseudonym === '' ? pseudonymOf(mapping, row) : pseudonym;
  const innerPersons = Object.entries(row.inner).flatMap(([name, turns]) =>
    own(mapping.inner, name)?.as === 'persons' ? turns.map((turn) => ({ name, turn })) : [],
  );
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
  const turnCells = (
    name: string,
    turn: Cells,
    take: (target: InnerTarget, column: string, cell: string) => void,
  ) => {
    for (const [column, cell] of Object.entries(turn))
      if (cell !== '') take(own(own(mapping.inner, name)?.columns, column) ?? 'note', column, cell);
  };
  /** Which turn of its own table it is: the same at another desk, whatever other tables are taken for. */
  const turnAt = (name: string, index: number): number =>
    innerPersons.slice(0, index).filter((one) => one.name === name).length;
  for (const [index, { name, turn }] of innerPersons.entries()) {
    const own: string[] = [];
    const values: {
      label: string;
      ageBand: NonNullable<typeof ageBand> | 'unknown';
      country: string | null;
    } = {
      label: `${words.person} ${index + 2}`,
      ageBand: 'unknown',
      country: null,
    };
    let tie: string | null = null;
    turnCells(name, turn, (target, column, cell) => {
      if (target === 'label') values.label = cell.slice(0, 60);
      else if (target === 'relation') tie = coded(`${name}/${column}`, cell, words.ties);
      else if (target === 'age')
        values.ageBand = readAge(cell) ?? complain(`${name}/${column}`, 'not-an-age', cell) ?? 'unknown';
      else if (target === 'country') values.country = coded(`${name}/${column}`, cell, words.countries);
      else if (target !== 'leaveOut') own.push(`${column}: ${cell}`);
    });
    const id = newId(`person:${name}:${turnAt(name, index)}`);
    make(persons, { ...values, roles: [], note: own.join('\n').slice(0, 4000) }, id);
    if (tie !== null)
      make(
        relations,
        { who: id, tie: tie as Tie, whom: defender },
        newId(`tie:${name}:${turnAt(name, index)}`),
      );
  }

  let incidents = 0;
  for (const [name, turns] of Object.entries(row.inner)) {
    const as = own(mapping.inner, name)?.as ?? 'note';
    if (as === 'note')
      for (const turn of turns)
        notes.push(
          [
            name,
            ...Object.entries(turn).flatMap(([column, cell]) => (cell === '' ? [] : [`${column}: ${cell}`])),
          ].join('\n'),
        );
    if (as !== 'incidents') continue;
    for (const [index, turn] of turns.entries()) {
      const told: string[] = [];
      let when: ReturnType<typeof dated> = null;
      let country: string | null = null;
      turnCells(name, turn, (target, column, cell) => {
        if (target === 'when') when = dated(`${name}/${column}`, cell);
        else if (target === 'country') country = coded(`${name}/${column}`, cell, words.countries);
        else if (target !== 'leaveOut') told.push(`${column}: ${cell}`);
      });
      if (told.length === 0) continue;
      incidents += 1;
      make(
        incidentItems,
        {
          kind: 'x_brought',
          happened: told.join('\n').slice(0, sizes.body),
          when,
          country,
          graphic: true,
        },
        newId(`incident:${name}:${index}`),
      );
    }
  }

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

  const identity = planIdentity(identityCells, {
    newId,
    date: dated,
    country: (column, cell) => coded(column, cell, words.countries),
    complain,
    reason: words.reason,
  });
  return {
    number: row.number,
    identity,
    ids,
    key: key === '' ? row.digest : key.slice(0, 200),
    pseudonym: label,
    events,
    problems,
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
  for (const row of rows) {
    keys.set(row.key, (keys.get(row.key) ?? 0) + 1);
    names.set(plain(row.pseudonym), (names.get(plain(row.pseudonym)) ?? 0) + 1);
  }
  return rows.map((row) => {
    const more: RowProblem[] = [];
    if ((keys.get(row.key) ?? 0) > 1) more.push({ column: '', code: 'same-key', cell: row.key });
    if ((names.get(plain(row.pseudonym)) ?? 0) > 1 || taken(row.pseudonym))
      more.push({ column: pseudonyms, code: 'same-pseudonym', cell: row.pseudonym });
    return more.length === 0 ? row : { ...row, problems: [...row.problems, ...more] };
  });
}
