import type { DeskKey } from '@leeward/ui';
import { isCodeOf } from '@leeward/vocabulary/list.ts';
import { evidenceType } from '@leeward/vocabulary/lists/evidence-type.ts';
import { useSpeech } from '../../language/speech.tsx';

/** The words for a kind of document; an organisation's own code stands as it is. */
export function useKindWords(): (kind: string) => string {
  const { t } = useSpeech();
  return (kind) => (isCodeOf(evidenceType, kind) ? t(`evidence.${kind}` as DeskKey) : kind);
}
