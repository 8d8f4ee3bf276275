import { isCountry } from '@leeward/vocabulary/countries.ts';
import { isLanguage } from '@leeward/vocabulary/languages.ts';
import { requestSource } from '@leeward/vocabulary/lists/request-source.ts';
import { safeChannel } from '@leeward/vocabulary/lists/safe-channel.ts';
import { supportType } from '@leeward/vocabulary/lists/support-type.ts';
import { code, codeThat, flag, listOf, object, oneOf, textOrEmpty } from '../shared/shape.ts';
import { messageLimits } from './message.ts';
import { safeHoursShape } from './safe-hours.ts';

const { line, detail, codeWord, list } = messageLimits;

/** How each detail of a request is read, whoever brought it: her page, or an officer who listened to her. */
export const detailShapes = {
  danger48h: oneOf('yes', 'no', 'unsure'),
  writtenBy: code(requestSource),
  about: oneOf('self', 'other', 'both'),
  relation: oneOf('family', 'colleague', 'client', 'other'),
  knows: oneOf('yes', 'no', 'cannot'),
  callName: textOrEmpty(line),
  country: codeThat(isCountry),
  languages: listOf(codeThat(isLanguage), list),
  otherLanguages: textOrEmpty(line),
  channels: listOf(object({ channel: code(safeChannel), safe: flag }, { detail: textOrEmpty(detail) }), list),
  safeHours: safeHoursShape,
  safeTimes: textOrEmpty(line),
  codeWords: object({}, { fromUs: textOrEmpty(codeWord), underForce: textOrEmpty(codeWord) }),
  doNotContactDirectly: flag,
  never: listOf(oneOf('call', 'text', 'mail', 'family', 'employer', 'authorities'), list),
  neverOther: textOrEmpty(line),
  help: listOf(code(supportType), list),
} as const;
