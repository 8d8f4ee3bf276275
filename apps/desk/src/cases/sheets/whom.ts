import { valueIn } from '@leeward/domain/shared/items.ts';
import type { SheetTerms } from '@leeward/domain/sheet/events.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { useSpeech } from '../../language/speech.tsx';

/** How whoever was asked is called in this file: as a source of the verification, or in the officer's own words. */
export function useWhom(view: CaseView): (terms: Pick<SheetTerms, 'source' | 'whom'>) => string {
  const { t } = useSpeech();
  const { sources } = view.state.parts.verification;
  return ({ source, whom }) => {
    if (source === null) return whom;
    const item = sources.get(source);
    return (item === undefined ? undefined : valueIn(item, 'label')) ?? t('sheets.unknownSource');
  };
}
