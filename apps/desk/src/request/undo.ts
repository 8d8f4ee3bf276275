import { useSpeech } from '../language/speech.tsx';
import { type Notice, useNotice } from '../parts/notices.tsx';

/** Says that something was done, with the way to undo it: by its button, or by the key `z`. */
export function useDone(): (text: string, undo: NonNullable<Notice['undo']>['run']) => void {
  const { t } = useSpeech();
  const notice = useNotice();
  return (text, undo) => notice({ text, undo: { label: t('undo.label'), run: undo } });
}
