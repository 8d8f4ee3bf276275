import type { Mechanism } from '@leeward/directory/mechanism.ts';
import type { Json } from '@leeward/domain/directory/events.ts';

/**
 * The fields of a released mechanism that an organisation may know better, one change each. Not among them: what names
 * the entry (`id`), how it came to be known (`sources`, `readOn`, `mended`) and who checked it: a check is an act of its own.
 */
export const fields = [
  'name',
  'otherNames',
  'organisation',
  'kind',
  'summary',
  'sameForm',
  'gives.services',
  'gives.sums',
  'gives.months',
  'gives.hostedIn',
  'gives.notCovered',
  'who',
  'where',
  'exile',
  'parties',
  'family',
  'return',
  'gates',
  'wishes',
  'openers',
  'asks',
  'application',
  'languages',
  'contact.ways',
  'contact.secure',
  'contact.words',
  'dangers',
  'speed.answerHours',
  'speed.urgentHours',
  'speed.decisionDays',
  'speed.helpDays',
  'speed.words',
  'clocks',
  'state.is',
  'state.calls',
  'state.since',
  'link.url',
  'link.own',
  'sourceDated',
  'confidence',
  'remarks',
] as const;
export type FieldName = (typeof fields)[number];

export const isField = (field: string): field is FieldName => (fields as readonly string[]).includes(field);

type Group = Readonly<Record<string, Json>>;

/** The value of a field; null where it has none. */
export function fieldOf(entry: Mechanism, field: string): Json {
  let found: Json = entry as unknown as Group;
  for (const name of field.split('.'))
    found = isGroup(found) && Object.hasOwn(found, name) ? (found[name] ?? null) : null;
  return found;
}

/** The entry with another value in one field. What follows from it by itself follows. */
export function withField(entry: Mechanism, field: FieldName, value: Json): Mechanism {
  const [first = '', second] = field.split('.');
  const group = entry as unknown as Group;
  const inner = group[first] ?? null;
  const next = second === undefined ? value : { ...(isGroup(inner) ? inner : {}), [second]: value };
  const changed = { ...group, [first]: next } as unknown as Mechanism;
  // Whether anything was seen of what is given is said by the list itself.
  if (field === 'gives.services')
    return {
      ...changed,
      gives: { ...changed.gives, servicesSeen: Array.isArray(value) && value.length > 0 },
    };
  return changed;
}

const isGroup = (value: Json): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
