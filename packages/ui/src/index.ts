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
export type {
  App,
  DeskKey,
  DirectoryKey,
  DoorFirstKey,
  DoorKey,
  KeyOf,
  PromiseKey,
  SharedKey,
} from './language/keys.ts';
export {
  type DeskLocale,
  type Direction,
  type DoorLocale,
  deskLanguages,
  direction,
  doorLanguages,
  formatLocale,
  isDeskLocale,
  isDoorLocale,
  type Locale,
  matchDeskLocale,
  matchDoorLocale,
  setDocumentDigits,
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
