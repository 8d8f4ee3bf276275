import type { Answers, ChosenFile } from '../model/answers.ts';
import { useLanguage } from '../model/language.ts';
import { FilePicker } from '../parts/files.tsx';
import { Frame } from '../parts/frame.tsx';
import { Step } from '../parts/steps.tsx';

/** The fourth question. */
export function Files({
  answers,
  update,
}: {
  readonly answers: Answers;
  readonly update: (update: (files: readonly ChosenFile[]) => readonly ChosenFile[]) => void;
}) {
  const { t } = useLanguage();
  return (
    <Frame title={t('ask.files.title')} lead={t('ask.files.lead')} step={<Step step={4} />}>
      <FilePicker files={answers.files} update={update} />
      <p class="note small">{t('ask.files.photoNote')}</p>
    </Frame>
  );
}
