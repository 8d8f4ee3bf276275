export {
  firstStrongIsolate,
  isolate,
  isolateWithin,
  leftToRightIsolate,
  popDirectionalIsolate,
} from './bidi.ts';
export {
  defang,
  type InertFileName,
  type InertSegment,
  inertFileName,
  inertSegments,
  inertText,
  safeFileName,
} from './inert.ts';
export * from './language/format.ts';
export type { App, DeskKey, DoorFirstKey, DoorKey, KeyOf, SharedKey } from './language/keys.ts';
export {
  type Direction,
  direction,
  formatLocale,
  isLocale,
  type Locale,
  languages,
  matchLocale,
  setDocumentLanguage,
} from './language/languages.ts';
export type { CompiledMessage, Messages, MessageValue, MessageValues } from './language/message.ts';
export {
  countries,
  countryName,
  languageChoices,
  languageName,
  type Named,
  ownLanguageName,
} from './language/names.ts';
export { createTranslator, type Translator } from './language/translator.ts';
