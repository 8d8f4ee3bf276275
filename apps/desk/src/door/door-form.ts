import { usualAnswerDays } from '@leeward/domain/request/at-her-page.ts';
import type { DoorTexts, DoorView } from '@leeward/workspace/desk/door-contract.ts';

type ByLanguage = Readonly<Record<string, string>>;

/** What is typed about the door; texts of a language that is switched off are kept, in case it is switched on again. */
export type DoorForm = {
  readonly languages: readonly string[];
  readonly name: ByLanguage;
  readonly retention: ByLanguage;
  readonly contacts: ByLanguage;
  readonly selfCheck: ByLanguage;
  /** Missing in a draft from before this could be chosen. */
  readonly answerDays?: number;
};

/** The form with what the door says now; a new door begins with no language chosen. */
export function emptyDoorForm(texts: DoorTexts | null): DoorForm {
  const answerDays = texts?.answerDays ?? usualAnswerDays;
  if (texts === null)
    return { languages: [], name: {}, retention: {}, contacts: {}, selfCheck: {}, answerDays };
  const { languages, name, retention, contacts, selfCheck = {} } = texts;
  return { languages, name, retention, contacts, selfCheck, answerDays };
}

/** A door without questions of its own is signed as it always was. */
function selfCheckOf(texts: ByLanguage): Pick<DoorTexts, 'selfCheck'> {
  return Object.values(texts).some((text) => text !== '') ? { selfCheck: texts } : {};
}

/** The usual time is not said, so that a door that never chose is signed as it always was. */
const answerDaysOf = ({ answerDays = usualAnswerDays }: DoorForm): Pick<DoorTexts, 'answerDays'> =>
  answerDays === usualAnswerDays ? {} : { answerDays };

/** The texts to sign; null while no language is chosen. A door may show no name. */
export function doorTextsOf(form: DoorForm): DoorTexts | null {
  if (form.languages.length === 0) return null;
  const only = (texts: ByLanguage): ByLanguage =>
    Object.fromEntries(form.languages.map((language) => [language, (texts[language] ?? '').trim()]));
  return {
    v: 1,
    languages: form.languages,
    name: only(form.name),
    retention: only(form.retention),
    contacts: only(form.contacts),
    ...selfCheckOf(only(form.selfCheck)),
    ...answerDaysOf(form),
  };
}

const threeDays = 3 * 24 * 60 * 60 * 1000;

/** Whether people can come in, and whether that ends soon. */
export function doorState(door: DoorView, now: number): 'none' | 'open' | 'soon' | 'closed' {
  if (door.link === null || door.validUntil === null) return 'none';
  if (door.validUntil <= now) return 'closed';
  return door.validUntil - now < threeDays ? 'soon' : 'open';
}

/** The chosen languages in which one part of the door says nothing. */
export function silentIn(form: DoorForm, part: 'name' | 'retention' | 'contacts'): readonly string[] {
  return form.languages.filter((language) => (form[part][language] ?? '').trim() === '');
}
