import { tests } from '@leeward/domain/programme/events.ts';
import { ruleOrder } from '@leeward/domain/programme/fields.ts';
import { isCodeOf } from '@leeward/vocabulary/list.ts';
import { budgetLine } from '@leeward/vocabulary/lists/budget-line.ts';
import { defenderProfile } from '@leeward/vocabulary/lists/defender-profile.ts';
import { populationGroup } from '@leeward/vocabulary/lists/population-group.ts';
import { programmeRule } from '@leeward/vocabulary/lists/programme-rule.ts';
import { supportType } from '@leeward/vocabulary/lists/support-type.ts';
import { ownWord } from '../cases/verification/names.ts';
import { useSpeech } from '../language/speech.tsx';

/** The words of the codes in programmes. An organisation's own code is its own word. */
export function useProgrammeNames() {
  const { t } = useSpeech();
  return {
    rule: (code: string): string =>
      isCodeOf(programmeRule, code) ? t(`programme.rule.${code}`) : ownWord(code),
    cost: (code: string): string =>
      isCodeOf(budgetLine, code) ? t(`programme.cost.${code}`) : ownWord(code),
    profile: (code: string): string =>
      isCodeOf(defenderProfile, code) ? t(`programme.profile.${code}`) : ownWord(code),
    group: (code: string): string =>
      isCodeOf(populationGroup, code) ? t(`programme.group.${code}`) : ownWord(code),
    support: (code: string): string => (isCodeOf(supportType, code) ? t(`support.${code}`) : ownWord(code)),
  };
}

type Names = ReturnType<typeof useProgrammeNames>;
type T = ReturnType<typeof useSpeech>['t'];

export const ruleChoices = (names: Names) => ruleOrder.map((code) => ({ code, name: names.rule(code) }));
export const costChoices = (names: Names) =>
  budgetLine.items.map(({ code }) => ({
    code: code as (typeof budgetLine.items)[number]['code'] | `x_${string}`,
    name: names.cost(code),
  }));
export const profileChoices = (names: Names) =>
  defenderProfile.items.map(({ code }) => ({
    code: code as (typeof defenderProfile.items)[number]['code'] | `x_${string}`,
    name: names.profile(code),
  }));
export const groupChoices = (names: Names) =>
  populationGroup.items.map(({ code }) => ({
    code: code as (typeof populationGroup.items)[number]['code'] | `x_${string}`,
    name: names.group(code),
  }));
export const supportChoices = (names: Names) =>
  supportType.items.map(({ code }) => ({
    code: code as (typeof supportType.items)[number]['code'] | `x_${string}`,
    name: names.support(code),
  }));
export const testChoices = (t: T) => tests.map((code) => ({ code, name: t(`eligible.test.${code}`) }));
