import type { CaseState } from '@leeward/domain/case/state.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import { useCallback } from 'react';
import { useSpeech } from '../../language/speech.tsx';

/** How a person of a case is called in it: by a label that points to nobody. */
export function usePersonNames(state: CaseState): (person: string) => string {
  const { t } = useSpeech();
  const { persons } = state.parts.people;
  return useCallback(
    (person: string) => {
      const found = persons.get(person);
      return (found === undefined ? undefined : valueIn(found, 'label')) ?? t('item.unknownPerson');
    },
    [persons, t],
  );
}
