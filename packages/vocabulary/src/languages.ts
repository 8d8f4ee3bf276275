// biome-ignore format: a table of codes is read in rows
/**
 * Languages that a person may read: ISO 639-1 where there is a code of two letters, ISO 639-3 where there is none.
 * Chosen for living languages of the regions that defenders come from and go to; more can be added, none taken away.
 * Names come from `Intl.DisplayNames` in the reader's language.
 */
export const languages = [
  'aa', 'ab', 'af', 'ak', 'am', 'an', 'ar', 'as', 'av', 'ay', 'az', 'ba', 'be', 'bg', 'bm', 'bn', 'bo',
  'br', 'bs', 'ca', 'ce', 'co', 'cs', 'cv', 'cy', 'da', 'de', 'dv', 'dz', 'ee', 'el', 'en', 'eo', 'es',
  'et', 'eu', 'fa', 'ff', 'fi', 'fj', 'fo', 'fr', 'fy', 'ga', 'gd', 'gl', 'gn', 'gu', 'ha', 'he', 'hi',
  'hr', 'ht', 'hu', 'hy', 'id', 'ig', 'ii', 'is', 'it', 'iu', 'ja', 'jv', 'ka', 'kg', 'ki', 'kj', 'kk',
  'kl', 'km', 'kn', 'ko', 'kr', 'ks', 'ku', 'kv', 'ky', 'lb', 'lg', 'ln', 'lo', 'lt', 'lu', 'lv', 'mg',
  'mh', 'mi', 'mk', 'ml', 'mn', 'mr', 'ms', 'mt', 'my', 'na', 'nb', 'nd', 'ne', 'ng', 'nl', 'nn', 'nr',
  'nv', 'ny', 'oc', 'oj', 'om', 'or', 'os', 'pa', 'pl', 'ps', 'pt', 'qu', 'rm', 'rn', 'ro', 'ru', 'rw',
  'sc', 'sd', 'se', 'sg', 'si', 'sk', 'sl', 'sm', 'sn', 'so', 'sq', 'sr', 'ss', 'st', 'su', 'sv', 'sw',
  'ta', 'te', 'tg', 'th', 'ti', 'tk', 'tn', 'to', 'tr', 'ts', 'tt', 'ug', 'uk', 'ur', 'uz', 've', 'vi',
  'wo', 'xh', 'yi', 'yo', 'za', 'zh', 'zu', 'ary', 'arz', 'bal', 'bem', 'bho', 'ceb', 'chr', 'ckb',
  'din', 'fil', 'fur', 'gsw', 'hak', 'haw', 'hmn', 'inh', 'ilo', 'kab', 'kac', 'kbd', 'kea', 'krc',
  'kmb', 'lez', 'lus', 'luo', 'mad', 'mai', 'mni', 'mos', 'nan', 'nqo', 'nus', 'pcm', 'prs', 'rhg',
  'quc', 'rom', 'sah', 'sat', 'shn', 'srr', 'syr', 'tig', 'tpi', 'tyv', 'tzm', 'udm', 'umb', 'wal',
  'yue', 'zgh', 'zza',
] as const;

/** A language, by its ISO 639 code. */
export type Language = (typeof languages)[number];

const known: ReadonlySet<string> = new Set(languages);

/** Whether `value` is one of the codes, in small letters. */
export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && known.has(value);
}
