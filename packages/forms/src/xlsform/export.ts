import type { Form, Question, QuestionType, Texts } from '../form.ts';
import type { Sheets } from './import.ts';

/** How XLSForm calls a kind; what it has no word for is said in a column of ours beside the nearest that it has. */
const types: Readonly<Record<QuestionType, string>> = {
  text: 'text',
  longText: 'text',
  integer: 'integer',
  decimal: 'decimal',
  yesNoUnsure: 'select_one yes_no_unsure',
  selectOne: 'select_one',
  selectMany: 'select_multiple',
  date: 'date',
  country: 'text',
  language: 'text',
  file: 'file',
  note: 'note',
  calculate: 'calculate',
  group: 'begin group',
  repeat: 'begin repeat',
};

/** Kinds that are read back from the column `leeward_type`. */
export const ownTypes: readonly QuestionType[] = ['yesNoUnsure', 'country', 'language'];

/** The words of `yes`, `no` and `unsure` for programs that need a label; here every screen has its own. */
const yesNoUnsure: Readonly<Record<string, readonly [string, string, string]>> = {
  ar: ['نعم', 'لا', 'لا أعرف'],
  en: ['Yes', 'No', 'I do not know'],
  es: ['Sí', 'No', 'No lo sé'],
  fr: ['Oui', 'Non', 'Je ne sais pas'],
  ru: ['Да', 'Нет', 'Не знаю'],
};

/**
 * A form as the sheets of an XLSForm, for other programs and for another organisation. Brought back it is the same form:
 * what XLSForm cannot say stands in columns whose names begin with `leeward_`, which other programs leave alone.
 */
export function exportXlsForm(form: Form): Sheets {
  const { languages } = form;
  const columns = languages.map(headOf);
  const texts = (field: Texts | undefined): readonly string[] =>
    languages.map((tag) => (field !== undefined && Object.hasOwn(field, tag) ? (field[tag] ?? '') : ''));
  const heads = (name: string): readonly string[] => columns.map((column) => `${name}::${column}`);
  const survey: string[][] = [
    [
      'type',
      'name',
      ...heads('label'),
      ...heads('hint'),
      'relevant',
      'constraint',
      ...heads('constraint_message'),
      'required',
      'calculation',
      'appearance',
      'leeward_type',
      'leeward_sensitivity',
      'leeward_seen_by',
      'leeward_sealed_for',
    ],
  ];
  const choices: string[][] = [['list_name', 'name', ...heads('label')]];
  const hasYesNo = some(form.questions, ({ type }) => type === 'yesNoUnsure');
  if (hasYesNo)
    for (const [index, value] of ['yes', 'no', 'unsure'].entries())
      choices.push([
        'yes_no_unsure',
        value,
        ...languages.map((tag) => (yesNoUnsure[tag] ?? yesNoUnsure['en'])?.[index] ?? value),
      ]);
  const write = (question: Question): void => {
    const { name, type, options, questions } = question;
    const chooses = type === 'selectOne' || type === 'selectMany';
    // A list that a form calls like ours would be taken for it.
    const list = name === 'yes_no_unsure' ? `${name}_list` : name;
    survey.push([
      chooses ? `${types[type]} ${list}` : types[type],
      name,
      ...texts(question.label),
      ...texts(question.hint),
      question.relevant ?? '',
      question.constraint ?? '',
      ...texts(question.constraintMessage),
      question.required === true ? 'yes' : '',
      question.calculate ?? '',
      type === 'longText' ? 'multiline' : '',
      ownTypes.includes(type) ? type : '',
      question.sensitivity === undefined ? '' : String(question.sensitivity),
      (question.seenBy ?? []).join(' '),
      (question.sealedFor ?? []).join(' '),
    ]);
    if (chooses) for (const { value, label } of options ?? []) choices.push([list, value, ...texts(label)]);
    if (questions !== undefined) {
      for (const inner of questions) write(inner);
      survey.push([type === 'group' ? 'end group' : 'end repeat']);
    }
  };
  for (const question of form.questions) write(question);
  const settings = [
    [...heads('form_title'), 'form_id', 'default_language'],
    [...texts(form.title), form.name, columns[0] ?? ''],
  ];
  return { survey, choices: choices.length === 1 ? [] : choices, settings };
}

/** `Arabic (ar)`: the name is for people, the tag is what counts. */
function headOf(tag: string): string {
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
  return `${name.replaceAll('::', ' ')} (${tag})`;
}

const some = (questions: readonly Question[], is: (question: Question) => boolean): boolean =>
  questions.some((one) => is(one) || some(one.questions ?? [], is));
