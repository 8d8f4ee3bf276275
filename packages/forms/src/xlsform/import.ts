import type { CompiledForm } from '../compile.ts';
import type { Option, Question, QuestionType, Texts } from '../form.ts';
import { limits } from '../form.ts';
import { type FormPath, type FormProblem, pathText } from '../problems.ts';
import { readFormValue } from '../read.ts';
import { err, ok, type Result } from '../result.ts';
import { ownTypes } from './export.ts';

/** The sheets of an XLSForm, as rows of texts. `settings` may be empty. */
export type Sheets = {
  readonly survey: readonly (readonly string[])[];
  readonly choices: readonly (readonly string[])[];
  readonly settings: readonly (readonly string[])[];
};

/** What was refused, by the address of its cell: `survey!C7`. */
export type CellProblem = {
  readonly cell: string;
  readonly code:
    | 'no-header'
    | 'unknown-column'
    | 'unknown-type'
    | 'unknown-list'
    | 'not-supported'
    | 'not-closed'
    | 'not-opened'
    | 'bad-name'
    | 'form';
  readonly detail: string;
};

const MOST = 50;
const MOST_ROWS = 20_000;

/** XLSForm's kinds of answers, as far as they are ours. */
const plainTypes: Readonly<Record<string, QuestionType>> = {
  text: 'text',
  integer: 'integer',
  decimal: 'decimal',
  date: 'date',
  note: 'note',
  calculate: 'calculate',
  // One kind takes them all: what is in a file is seen when it is opened, and not believed by its name.
  file: 'file',
  image: 'file',
  audio: 'file',
  video: 'file',
};
const translated = ['label', 'hint', 'constraint_message'] as const;
const plainColumns = [
  'type',
  'name',
  'relevant',
  'constraint',
  'required',
  'calculation',
  'appearance',
  // Of our own: what XLSForm has no words for.
  'leeward_type',
  'leeward_sensitivity',
  'leeward_seen_by',
  'leeward_sealed_for',
] as const;

type Column = { readonly index: number; readonly field: string; readonly language: string | null };
type Cell = { readonly text: string; readonly at: string };
type Draft = { -readonly [Field in keyof Question]?: Question[Field] } & {
  cells: Map<string, string>;
  at: string;
};
type Open = {
  readonly kind: 'group' | 'repeat';
  readonly draft: Draft;
  readonly list: Draft[];
  readonly at: string;
};

/**
 * Reads the part of XLSForm that this package means the same by: text, integer, decimal, date, note, calculate, files,
 * select_one, select_multiple, groups and repeats, with relevant, constraint, required, calculation and translations.
 * Everything else is refused by the address of its cell, and nothing is taken over by half.
 */
export function importXlsForm(sheets: Sheets): Result<CompiledForm, readonly CellProblem[]> {
  const problems: CellProblem[] = [];
  const say = (code: CellProblem['code'], cell: string, detail: string): void => {
    problems.push({ code, cell, detail: detail.slice(0, 200) });
  };
  const named = settingsIn(sheets.settings);
  const fallback = named.language;
  const survey = tableOf('survey', sheets.survey, [...plainColumns], [...translated], fallback, say);
  const lists = listsIn(sheets.choices, fallback, say);
  if (survey === null) return err(problems);

  const languages: string[] = [];
  const speak = (language: string): void => {
    if (!languages.includes(language)) languages.push(language);
  };
  for (const { language } of [...survey.columns, ...lists.columns]) if (language !== null) speak(language);
  if (languages.length === 0) languages.push(fallback);
  if (languages.includes(fallback)) languages.sort((a, b) => Number(b === fallback) - Number(a === fallback));

  const root: Draft[] = [];
  const open: Open[] = [];
  for (const row of survey.rows) {
    const type = row.get('type');
    if (type === undefined || type.text === '') continue;
    const words = type.text.split(/\s+/);
    const kind = (words[0] ?? '').replace(/^(begin|end)[ _]?/, '$1 ').trim();
    const joined = /^(begin|end)\b/.test(kind)
      ? `${kind} ${words[1] ?? ''}`.replace(/\s+/g, ' ').trim()
      : kind;
    const list = open.at(-1)?.list ?? root;
    if (joined === 'begin group' || joined === 'begin repeat') {
      const draft = draftFrom(row, joined === 'begin group' ? 'group' : 'repeat', say);
      const inner: Draft[] = [];
      list.push(draft);
      open.push({ kind: draft.type as Open['kind'], draft, list: inner, at: type.at });
    } else if (joined === 'end group' || joined === 'end repeat') {
      const last = open.pop();
      if (last === undefined || `end ${last.kind}` !== joined) say('not-opened', type.at, type.text);
      else last.draft.questions = last.list as unknown as readonly Question[];
    } else if (kind === 'select_one' || kind === 'select_multiple') {
      const draft = draftFrom(row, kind === 'select_one' ? 'selectOne' : 'selectMany', say);
      if (draft.type === 'yesNoUnsure') {
        list.push(draft);
        continue;
      }
      const options = lists.options.get(words[1] ?? '');
      if (words.length > 2) say('not-supported', type.at, words.slice(2).join(' '));
      if (options === undefined) say('unknown-list', type.at, words[1] ?? '');
      else draft.options = options;
      list.push(draft);
    } else {
      const found = Object.hasOwn(plainTypes, type.text) ? plainTypes[type.text] : undefined;
      if (found === undefined) say('unknown-type', type.at, type.text);
      else list.push(draftFrom(row, found, say));
    }
  }
  for (const { at, kind } of open) say('not-closed', at, kind);
  if (problems.length > 0) return err(problems.slice(0, MOST));

  const questions = root.map(stripped);
  const titled = named.titles(languages);
  const read = readFormValue({ v: 1, name: named.name, languages, title: titled, questions });
  if (read.ok) return ok(read.value);
  return err(read.error.slice(0, MOST).map((problem) => cellOf(problem, root)));
}

/** A problem of the form at the cell that it came from. */
function cellOf(problem: FormProblem, root: readonly Draft[]): CellProblem {
  const detail = `${problem.code} ${problem.detail} ${pathText(problem)}`.trim();
  let list = root;
  let draft: Draft | undefined;
  let rest: FormPath = problem.path.slice(1);
  while (typeof rest[0] === 'number') {
    draft = list[rest[0]];
    list = (draft?.questions ?? []) as unknown as readonly Draft[];
    rest = rest[1] === 'questions' && rest.length > 2 ? rest.slice(2) : rest.slice(1);
  }
  const field = String(rest[0] ?? 'name');
  const cell = draft?.cells.get(field === 'options' ? 'type' : field) ?? draft?.at ?? 'survey!A1';
  return { cell, code: 'form', detail };
}

function stripped({ cells: _cells, at: _at, questions, ...question }: Draft): unknown {
  const inner = questions as unknown as readonly Draft[] | undefined;
  return { ...question, ...(inner === undefined ? {} : { questions: inner.map(stripped) }) };
}

type Say = (code: CellProblem['code'], cell: string, detail: string) => void;
type Row = ReadonlyMap<string, Cell>;

function draftFrom(row: Row, type: QuestionType, say: Say): Draft {
  const at = row.get('type')?.at ?? 'survey!A1';
  const cells = new Map<string, string>();
  const draft: Draft = { type, cells, at };
  cells.set('type', at);
  const name = row.get('name');
  draft.name = (name?.text ?? '').toLowerCase();
  cells.set('name', name?.at ?? at);
  if (name !== undefined && !/^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(name.text))
    say('bad-name', name.at, name.text);
  draft.label = textsIn(row, 'label', cells, 'label');
  const hint = textsIn(row, 'hint', cells, 'hint');
  if (Object.keys(hint).length > 0) draft.hint = hint;
  const expressions = [
    ['relevant', 'relevant'],
    ['constraint', 'constraint'],
    ['calculation', 'calculate'],
  ] as const;
  for (const [column, field] of expressions) {
    const cell = row.get(column);
    if (cell === undefined || cell.text === '') continue;
    // Names are folded to small letters on the way in, and so are those that rules speak of.
    draft[field] = cell.text.replace(/\$\{[^}]*\}/g, (found) => found.toLowerCase());
    cells.set(field, cell.at);
  }
  const message = textsIn(row, 'constraint_message', cells, 'constraintMessage');
  if (Object.keys(message).length > 0) draft.constraintMessage = message;
  const required = row.get('required');
  if (required !== undefined && required.text !== '') {
    const word = required.text.toLowerCase();
    if (['yes', 'true', 'true()', '1'].includes(word)) draft.required = true;
    else if (!['no', 'false', 'false()', '0'].includes(word))
      say('not-supported', required.at, required.text);
    cells.set('required', required.at);
  }
  const appearance = row.get('appearance');
  if (appearance !== undefined && appearance.text !== '') {
    if (type === 'text' && appearance.text === 'multiline') draft.type = 'longText';
    else say('not-supported', appearance.at, appearance.text);
  }
  ownFields(row, draft, say);
  return draft;
}

/** What stands in columns of our own. */
function ownFields(row: Row, draft: Draft, say: Say): void {
  const own = (column: string): Cell | null => {
    const cell = row.get(column);
    return cell === undefined || cell.text === '' ? null : cell;
  };
  const type = own('leeward_type');
  if (type !== null) {
    const found = ownTypes.find((one) => one === type.text);
    const isNearest = draft.type === (found === 'yesNoUnsure' ? 'selectOne' : 'text');
    if (found !== undefined && isNearest) draft.type = found;
    else say('not-supported', type.at, type.text);
  }
  const sensitivity = own('leeward_sensitivity');
  if (sensitivity !== null) {
    const level = ([0, 1, 2, 3, 4] as const).find((one) => String(one) === sensitivity.text);
    if (level === undefined) say('not-supported', sensitivity.at, sensitivity.text);
    else draft.sensitivity = level;
    draft.cells.set('sensitivity', sensitivity.at);
  }
  const lists = [
    ['leeward_seen_by', 'seenBy'],
    ['leeward_sealed_for', 'sealedFor'],
  ] as const;
  for (const [column, field] of lists) {
    const cell = own(column);
    if (cell === null) continue;
    draft[field] = cell.text.split(/\s+/);
    draft.cells.set(field, cell.at);
  }
}

function textsIn(row: Row, column: string, cells: Map<string, string>, field: string): Texts {
  const texts: Record<string, string> = {};
  for (const [key, { text, at }] of row) {
    if (!key.startsWith(`${column}::`) || text === '') continue;
    texts[key.slice(column.length + 2)] = text;
    if (!cells.has(field)) cells.set(field, at);
  }
  return texts;
}

type Table = { readonly columns: readonly Column[]; readonly rows: readonly Row[] };

/** A sheet as rows by column; columns that we do not know are refused where they hold anything. */
function tableOf(
  sheet: string,
  rows: Sheets['survey'],
  plain: readonly string[],
  texts: readonly string[],
  fallback: string,
  say: Say,
): Table | null {
  const [header, ...lines] = rows.slice(0, MOST_ROWS);
  if (header === undefined || !header.some((cell) => cell.trim().toLowerCase() === 'name')) {
    say('no-header', `${sheet}!A1`, 'name');
    return null;
  }
  const columns = header.flatMap((cell, index): readonly Column[] => {
    const head = cell.trim();
    if (head === '') return [];
    const [field = '', spoken] = head.split('::').map((part) => part.trim());
    const name = field.toLowerCase().replace(/[ -]/g, '_');
    const at = addressOf(sheet, index, 0);
    if (spoken === undefined && plain.includes(name)) return [{ index, field: name, language: null }];
    if (texts.includes(name)) {
      const tag = spoken === undefined ? fallback : languageIn(spoken);
      if (tag !== null) return [{ index, field: `${name}::${tag}`, language: tag }];
      say('not-supported', at, head);
      return [];
    }
    const isUsed = lines.some((line) => (line[index] ?? '').trim() !== '');
    if (isUsed) say('unknown-column', at, head);
    return [];
  });
  const found = lines.map(
    (line, row): Row =>
      new Map(
        columns.map(({ index, field }) => [
          field,
          { text: (line[index] ?? '').trim(), at: addressOf(sheet, index, row + 1) },
        ]),
      ),
  );
  return { columns, rows: found };
}

/** `Arabic (ar)` and `ar` are Arabic; a language without its tag is nobody's. */
function languageIn(spoken: string): string | null {
  const tag = /\(([^()]*)\)\s*$/.exec(spoken)?.[1]?.trim() ?? spoken;
  return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(tag) ? tag : null;
}

function listsIn(
  rows: Sheets['choices'],
  fallback: string,
  say: Say,
): { readonly columns: readonly Column[]; readonly options: ReadonlyMap<string, readonly Option[]> } {
  const options = new Map<string, Option[]>();
  if (rows.length === 0) return { columns: [], options };
  const table = tableOf('choices', rows, ['list_name', 'name'], ['label'], fallback, say);
  for (const row of table?.rows ?? []) {
    const list = row.get('list_name')?.text ?? '';
    const name = row.get('name');
    if (list === '' || name === undefined || name.text === '') continue;
    const known = options.get(list) ?? [];
    options.set(list, known);
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(name.text)) say('bad-name', name.at, name.text);
    else if (known.length < limits.options)
      known.push({ value: name.text, label: textsIn(row, 'label', new Map(), 'label') });
    else say('not-supported', name.at, String(limits.options));
  }
  return { columns: table?.columns ?? [], options };
}

function settingsIn(rows: Sheets['settings']): {
  /** The title in the languages of the form; in the first of them at least. */
  readonly titles: (languages: readonly string[]) => Texts;
  readonly name: string;
  readonly language: string;
} {
  const [header = [], values = []] = rows;
  const of = (column: string): string => {
    const index = header.findIndex((cell) => cell.trim().toLowerCase() === column);
    return index === -1 ? '' : (values[index] ?? '').trim();
  };
  const id = of('form_id')
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '_');
  return {
    titles: (languages) => {
      const found: Record<string, string> = {};
      for (const [index, cell] of header.entries()) {
        const [field = '', spoken] = cell.split('::').map((part) => part.trim());
        const tag = spoken === undefined ? null : languageIn(spoken);
        const text = (values[index] ?? '').trim();
        if (field.toLowerCase() === 'form_title' && tag !== null && languages.includes(tag) && text !== '')
          found[tag] = text;
      }
      const [first = 'en'] = languages;
      found[first] ??= of('form_title') || of('form_id') || 'Questions';
      return found;
    },
    name: /^[a-z][a-z0-9_]{0,63}$/.test(id) ? id : 'imported',
    language: languageIn(of('default_language')) ?? 'en',
  };
}

/** `survey!C7`, as every spreadsheet shows it. Columns and rows count from 0 here. */
export function addressOf(sheet: string, column: number, row: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${sheet}!${letters}${row + 1}`;
}
