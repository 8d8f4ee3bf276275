export { actsAcrossBorders, violationOfAct } from './act-roll-up.ts';
export { type Country, countries, isCountry } from './countries.ts';
export { isLanguage, type Language, languages } from './languages.ts';
export {
  type AllowedCode,
  type CodeItem,
  type CodeList,
  type CodeOf,
  isAllowedCode,
  isCodeOf,
  itemOf,
  itemsUnder,
  type OwnCode,
  type Sensitivity,
} from './list.ts';
export * from './lists.ts';
export { vocabularyVersion } from './version.ts';
