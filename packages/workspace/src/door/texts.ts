/** What the organisation says at its door, in all its languages; from the signed settings. A text may be empty. */
export type DoorTexts = {
  /** Languages that the people who answer read. */
  readonly languages: readonly string[];
  readonly name: ByLanguage;
  readonly retention: ByLanguage;
  readonly contacts: ByLanguage;
  /** Questions before the form, to be answered for oneself; see self-check.ts. */
  readonly selfCheck: ByLanguage;
};
type ByLanguage = ReadonlyMap<string, string>;

/** The same in one language. */
export type DoorWords = {
  readonly languages: readonly string[];
  /** Empty where the door shows no name. */
  readonly name: string;
  readonly retention: string;
  /** Other ways of contact. */
  readonly contacts: string;
  /** Empty where the organisation asks nothing before its form. */
  readonly selfCheck: string;
};

/** Reads the texts in the door's settings. What is not in the expected form is left out: a bad text closes no door. */
export function readTexts(json: string): DoorTexts {
  const fields = objectIn(json);
  const { languages } = fields;
  return {
    languages: Array.isArray(languages)
      ? languages.filter((tag): tag is string => typeof tag === 'string').slice(0, 64)
      : [],
    name: byLanguage(fields['name']),
    retention: byLanguage(fields['retention']),
    contacts: byLanguage(fields['contacts']),
    selfCheck: byLanguage(fields['selfCheck']),
  };
}

/** The texts in her language; where one is missing in English, and else in whatever language it has. */
export function wordsIn(texts: DoorTexts, locale: string): DoorWords {
  const pick = (text: ByLanguage): string =>
    text.get(locale) ?? text.get('en') ?? [...text.values()].find((words) => words !== '') ?? '';
  return {
    languages: texts.languages,
    name: pick(texts.name),
    retention: pick(texts.retention),
    contacts: pick(texts.contacts),
    selfCheck: pick(texts.selfCheck),
  };
}

function objectIn(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

function byLanguage(value: unknown): ByLanguage {
  if (typeof value !== 'object' || value === null) return new Map();
  const texts = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return new Map(texts.slice(0, 64));
}
