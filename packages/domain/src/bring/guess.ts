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

/**
 * A pattern over names as `normal` makes them: it knows no hamza and one kind of yeh, so neither may the pattern. `\b`
 * knows Latin letters alone; `<` and `>` stand where a word of any script begins and ends.
 */
const over = ({ source }: RegExp): RegExp =>
  new RegExp(
    source
      .replaceAll('<', '(?<![\\p{L}\\p{N}])')
      .replaceAll('>', '(?![\\p{L}\\p{N}])')
      .replace(/[^\p{ASCII}]+/gu, normal),
    'u',
  );

const rules: readonly (readonly [Target, RegExp])[] = [
  [
    'leaveOut',
    /^(_id|_index|_version|__version__|_tags|_notes|_status|_xform|_attachments|_geolocation|_validation|formhub|_bamboo|_submitted_by|meta |start$|end$|deviceid|phonenumber|username|owned by|created by|last updated by|module id|record state|photo|audio)/,
  ],
  [
    'key',
    /^(_uuid|uuid|meta instanceid|case id( display)?|case (no|number|nr)|id|file (no|number)|ref(erence)?( no| number)?|dossier|(ال)?رقم|رقم (الملف|الحالة|القضية)|n (de )?dossier|expediente)$/,
  ],
  ['pseudonym', /^(pseudonym|code ?name|alias|case name|الاسم المستعار|pseudonyme|seudonimo|псевдоним)$/],
  // Never by a guess: a name in a case is a danger (invariant 1).
  [
    'leaveOut',
    /<(names?|surname|first ?name|last ?name|family ?name|nickname|nom|prenom|nombre|apellidos?|الاسم|اسم|اسمه|اسمها|اللقب|لقب|الكنية|كنية|نام|имя|имени|фамилия|отчество|фио)>/,
  ],
  [
    'leaveOut',
    /(passport|passeport|pasaporte|national id|id no|telephone|telefono|phone|mobile|e ?mail|courriel|correo|address|adresse|direccion|date of birth|birth ?date|dob|naissance|nacimiento|gps|latitude|longitude|هاتف|تلفون|تلفن|جوال|موبايل|عنوان|آدرس|نشانی|بريد|ايميل|جواز|گذرنامه|هوية|الرقم الوطني|ميلاد|تولد|телефон|адрес|почта|паспорт|рождени)/,
  ],
  ['urgency', /^(urgency|priority|risk level|urgence|urgencia|الأولوية|срочность)$/],
  ['state', /^(status|case status|state|phase|statut|estado|الحالة|статус)$/],
  [
    'placeSince',
    /^(in country since|since|arrived|date of arrival|arrival date|تاريخ الوصول|منذ|date d.arrivee|fecha de llegada|дата прибытия)$/,
  ],
  [
    'place',
    /^(country|country now|current country|location current|where now|pays|pais|البلد|الدولة|страна)$/,
  ],
  [
    'nationality',
    /^(nationality|nationalities|citizenship|country of origin|nationalite|nacionalidad|الجنسية|гражданство)$/,
  ],
  [
    'status',
    /^(legal status|immigration status|displacement status|residence status|الوضع القانوني|правовой статус)$/,
  ],
  ['languages', /^(languages?|mother tongue|langues?|idiomas?|اللغة|اللغات|языки?)$/],
  ['ageBand', /^(age|age band|age group|العمر|السن|edad|возраст)$/],
  [
    'nextStep',
    /^(next step|next|to do|follow ?up|prochaine etape|siguiente paso|الخطوة التالية|следующий шаг)$/,
  ],
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

const read = rules.map(([target, pattern]) => [target, over(pattern)] as const);

function targetOf(name: string): Target {
  const words = plain(name);
  const full = whole(name).replaceAll('_', ' ').trim();
  for (const [target, pattern] of read)
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
    /<(names?|surname|first ?name|last ?name|family ?name|nickname|nom|prenom|nombre|apellidos?|الاسم|اسم|اسمه|اسمها|اللقب|لقب|الكنية|كنية|نام|имя|имени|фамилия|отчество|фио)>|passport|passeport|pasaporte|national id|id no|telephone|telefono|phone|mobile|e ?mail|courriel|correo|address|adresse|direccion|photo|date of birth|birth ?date|dob|naissance|nacimiento|gps|هاتف|تلفون|تلفن|جوال|موبايل|عنوان|آدرس|نشانی|بريد|ايميل|جواز|گذرنامه|هوية|الرقم الوطني|ميلاد|تولد|телефон|адрес|почта|паспорт|рождени/,
  ],
  ['relation', /^relation(ship)?$/],
  ['age', /(^| )age$/],
  ['country', /country/],
  ['when', /(date|when|since)/],
];

const readInner = innerTargets.map(([target, pattern]) => [target, over(pattern)] as const);

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
          readInner.find(([, pattern]) => pattern.test(plain(column)))?.[0] ?? 'note',
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
