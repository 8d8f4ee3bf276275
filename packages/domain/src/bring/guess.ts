import { normal } from '@leeward/names';
import type { InnerKind, InnerTarget, Mapping, Target } from './mapping.ts';
import type { BroughtTable } from './table.ts';

/*
 * What a table probably means, by the names of its columns: those of Primero and KoboToolbox among them. It is a first
 * guess that a person sees and changes, never more. Names, numbers and documents of people are left out by themselves:
 * they belong to identity records.
 */

/** Which system a table seems to come from. */
export type Shape = 'primero' | 'kobo' | 'other';

export function shapeOf(table: BroughtTable): Shape {
  const has = (...names: readonly string[]): boolean => names.some((name) => table.columns.includes(name));
  if (has('case_id_display', 'case_id') && (has('registration_date', 'module_id') || table.inner.length > 0))
    return 'primero';
  if (has('_uuid', 'meta/instanceID', '_submission_time', 'formhub/uuid')) return 'kobo';
  return 'other';
}

const rules: readonly (readonly [Target, RegExp])[] = [
  [
    'leaveOut',
    /^(_id|_index|_version|__version__|_tags|_notes|_status|_xform|_attachments|_geolocation|_validation|formhub|_bamboo|_submitted_by|meta |start$|end$|deviceid|phonenumber|username|owned by|created by|last updated by|module id|record state|photo|audio)/,
  ],
  [
    'key',
    /^(_uuid|uuid|meta instanceid|case id( display)?|case (no|number|nr)|id|file (no|number)|ref(erence)?( no| number)?|dossier|رقم( الملف)?|n (de )?dossier|expediente)$/,
  ],
  ['pseudonym', /^(pseudonym|code ?name|alias|case name|الاسم المستعار|pseudonyme|seudonimo|псевдоним)$/],
  // Never by a guess: a name in a case is a danger (invariant 1).
  [
    'leaveOut',
    /(^|\b)(name|surname|first ?name|last ?name|family ?name|nom|prenom|nombre|apellidos?|الاسم|اسم|имя|фамилия)(\b|$)/,
  ],
  [
    'leaveOut',
    /(passport|national id|id no|telephone|phone|mobile|e ?mail|address|date of birth|birth ?date|dob|gps|latitude|longitude|هاتف|عنوان|телефон|адрес)/,
  ],
  ['urgency', /^(urgency|priority|risk level|urgence|urgencia|الأولوية|срочность)$/],
  ['state', /^(status|case status|state|phase|statut|estado|الحالة|статус)$/],
  ['placeSince', /^(in country since|since|arrived|date of arrival|arrival date)$/],
  ['place', /^(country|country now|current country|location current|where now|pays|pais|البلد|страна)$/],
  [
    'nationality',
    /^(nationality|nationalities|citizenship|country of origin|nationalite|nacionalidad|الجنسية|гражданство)$/,
  ],
  ['status', /^(legal status|immigration status|displacement status|residence status)$/],
  ['languages', /^(languages?|mother tongue|langues?|idiomas?|اللغة|اللغات|языки?)$/],
  ['ageBand', /^(age|age band|age group|العمر|edad|возраст)$/],
  ['nextStep', /^(next step|next|to do|follow ?up|prochaine etape|siguiente paso)$/],
  ['nextDate', /^(next date|due|due date|follow ?up date|deadline)$/],
  ['summary:danger', /(danger|threat|risk|protection concerns?|menace|amenaza|خطر|تهديد|угроз)/],
  ['summary:needs', /(needs?|help|support|besoins?|necesidad|احتياج|нужд)/],
  ['summary:work', /(work|occupation|profession|activity|travail|trabajo|العمل|работа)/],
  ['summary:family', /(family|household|dependants?|children|famille|familia|العائلة|семь)/],
  ['summary:health', /(health|medical|sante|salud|الصحة|здоров)/],
  ['summary:other_helpers', /(referr|other (helpers|organi[sz]ations?)|partner)/],
  ['summary:situation', /(situation|summary|story|description|narrative|resume|relato|القصة)/],
];

/** Column names as rules read them: no case, no marks, words with single spaces; of a Kobo group the last part. */
const plain = (name: string): string =>
  normal(name.split('/').at(-1) ?? name)
    .replace(/[_\-.:()?]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const whole = (name: string): string =>
  normal(name)
    .replace(/[/.\-:()?]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function targetOf(name: string): Target {
  const words = plain(name);
  const full = whole(name).replaceAll('_', ' ').trim();
  for (const [target, pattern] of rules)
    if (pattern.test(words) || pattern.test(full) || pattern.test(whole(name))) return target;
  return 'note';
}

const inner: readonly (readonly [InnerKind, RegExp])[] = [
  ['persons', /(family|household|member|children|dependant|sibling)/],
  ['incidents', /(incident|violation|event|attack)/],
];

const innerTargets: readonly (readonly [InnerTarget, RegExp])[] = [
  ['key', /^(unique id|_?uuid)$/],
  // Never by a guess: a name in a case is a danger (invariant 1).
  [
    'leaveOut',
    /(^|\b)(names?|surname|first ?name|last ?name|family ?name|nickname|nom|prenom|nombre|apellidos?|الاسم|اسم|имя|фамилия|نام)(\b|$)|phone|mobile|e ?mail|address|photo|passport|national id|id no|date of birth|birth ?date|dob|gps|هاتف|عنوان|телефон|адрес/,
  ],
  ['relation', /^relation(ship)?$/],
  ['age', /(^| )age$/],
  ['country', /country/],
  ['when', /(date|when|since)/],
];

/** A first mapping of a table. */
export function guessMapping(table: BroughtTable): Mapping {
  const taken = new Set<Target>();
  const columns: Record<string, Target> = {};
  for (const column of table.columns) {
    const target = targetOf(column);
    const again =
      taken.has(target) && target !== 'note' && target !== 'leaveOut' && !target.startsWith('summary:');
    columns[column] = again ? 'note' : target;
    taken.add(target);
  }
  const innerMapping: Record<string, Mapping['inner'][string]> = {};
  for (const { name, columns: names } of table.inner) {
    const words = plain(name);
    const as = inner.find(([, pattern]) => pattern.test(words))?.[0] ?? 'note';
    innerMapping[name] = {
      as,
      columns: Object.fromEntries(
        names.map((column): [string, InnerTarget] => [
          column,
          innerTargets.find(([, pattern]) => pattern.test(plain(column)))?.[0] ?? 'note',
        ]),
      ),
    };
  }
  return {
    columns,
    values: {},
    ways: {},
    asksCalendar: isEthiopian(table),
    inner: innerMapping,
    prefix: '',
  };
}

/** Whether anybody who wrote in it writes Amharic or Tigrinya: Ethiopian years lie seven or eight behind, and look like ours. */
const isEthiopian = ({ columns, rows }: BroughtTable): boolean =>
  /\p{Script=Ethiopic}/u.test(columns.join(' ')) ||
  rows.some(({ cells }) => Object.values(cells).some((cell) => /\p{Script=Ethiopic}/u.test(cell)));
