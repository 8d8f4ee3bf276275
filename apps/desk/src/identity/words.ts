import type { IdentityQuestion, QuestionStanding } from '@leeward/domain/custody/state.ts';
import { standingOf } from '@leeward/domain/custody/state.ts';
import { type DocumentValues, nameUses } from '@leeward/domain/identity/sheet.ts';
import { labelOf, type PeopleState } from '@leeward/domain/people/state.ts';
import type { DeskKey } from '@leeward/ui';
import { familyRelation } from '@leeward/vocabulary/lists/family-relation.ts';
import { travelDocument } from '@leeward/vocabulary/lists/travel-document.ts';
import type { ShownPerson } from '@leeward/workspace/desk/identity/contract.ts';
import { useSpeech } from '../language/speech.tsx';
import { useNow } from '../parts/clock.tsx';

/** States of a paper that the list of kinds also names: who holds it says that better here. */
const noKinds: ReadonlySet<string> = new Set(['doc_expired', 'doc_confiscated', 'doc_none']);
export const documentKinds: readonly DocumentValues['kind'][] = [
  ...travelDocument.items.map(({ code }) => code).filter((code) => !noKinds.has(code)),
  'doc_birth_certificate',
  'doc_other',
];
export const relations = familyRelation.items.map(({ code }) => code);
export const uses = nameUses;

/** The words for a code, or the code itself where an organisation made its own. */
export function useCodeWords(): (prefix: 'identity.doc' | 'people.tie', code: string) => string {
  const { t } = useSpeech();
  return (prefix, code) => {
    if (code.startsWith('x_')) return code;
    return prefix === 'identity.doc'
      ? t(`identity.doc.${code}` as DeskKey)
      : t(`people.tie.${code}` as DeskKey);
  };
}

/** How a question stands now. */
export function useStanding(): (question: IdentityQuestion) => QuestionStanding {
  const now = useNow();
  return (question) => standingOf(question, now);
}

/** What a person of a case is called at the desk: her label; the pseudonym of the case where it is about her. */
export function usePersonLabel(): (people: PeopleState, person: string | null) => string {
  const { t } = useSpeech();
  return (people, person) =>
    person === null ? t('identity.theDefender') : (labelOf(people, person) ?? t('identity.somebody'));
}

/** Cases with the persons in them, in one line: pseudonyms and nothing else. */
export function useOfWords(): (of: readonly ShownPerson[]) => string {
  const { t } = useSpeech();
  return (of) =>
    of
      .map(({ pseudonym, person }) => {
        const name = pseudonym ?? t('identity.otherCase');
        return person === null ? name : t('identity.personOf', { name });
      })
      .join(' · ') || t('identity.otherCase');
}
