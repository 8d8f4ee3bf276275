import type { ExportFormat } from '@leeward/workspace/directory/contract.ts';
import type { ReactNode } from 'react';
import { saveBytes } from '../files/save.ts';
import { useSpeech } from '../language/speech.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { useAction } from '../session/use-session.tsx';
import { exportWords } from './export-words.ts';
import { useSpeaker } from './speaker.tsx';

const formats: readonly ExportFormat[] = ['xlsx', 'csv', 'json'];

/** Takes exactly what is shown out as a file, and says how much that is. */
export function ExportButtons({ mechanisms }: { readonly mechanisms: readonly string[] }): ReactNode {
  const { t } = useSpeech();
  const speaker = useSpeaker();
  const notice = useNotice();
  const action = useAction('exportDirectory');
  if (mechanisms.length === 0) return null;
  const take = async (format: ExportFormat): Promise<void> => {
    const words = format === 'json' ? null : exportWords(speaker, t);
    const answer = await action.run({ format, mechanisms, words });
    if (!answer.ok) return;
    saveBytes(answer.value.bytes, answer.value.name);
    notice({ text: t('directory.exported', { count: mechanisms.length }) });
  };
  return (
    <section className="stack tight screen-only" aria-label={t('directory.export')}>
      <div className="cluster">
        <span className="small quiet">{t('directory.exportCount', { count: mechanisms.length })}</span>
        {formats.map((format) => (
          <button
            key={format}
            type="button"
            className="button quiet small"
            disabled={action.busy}
            onClick={() => void take(format)}
          >
            {t(`directory.format.${format}`)}
          </button>
        ))}
      </div>
      <FailureNote failure={action.failure} />
    </section>
  );
}
