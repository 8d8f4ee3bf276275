import type { Answer, Failure } from '@leeward/workspace/desk/contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote } from '../parts/problem.tsx';
import type { QueueTab } from '../router/route.ts';
import { useSession } from '../session/use-session.tsx';

/** How many records one call takes along: a crisis day's junk is thousands, and between two calls a person sees how far it is. */
const atOnce = 100;

type Props = {
  readonly tab: QueueTab;
  readonly chosen: readonly string[];
  readonly done: () => void;
};

/** What can be done with many requests at once, with numbers while it is done. */
export function BulkActs({ tab, chosen, done }: Props): ReactNode {
  const { t } = useSpeech();
  const { session } = useSession();
  const notice = useNotice();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);

  /** Some at a time, in their order; the first refusal stops it, and what was done is done. */
  const inSteps = async (
    records: readonly string[],
    act: (some: readonly string[]) => Promise<Failure | null>,
  ): Promise<Answer<null>> => {
    setFailure(null);
    for (let from = 0; from < records.length; from += atOnce) {
      setProgress({ done: from, total: records.length });
      const failed = await act(records.slice(from, from + atOnce));
      if (failed !== null) {
        setFailure(failed);
        setProgress(null);
        return { ok: false, error: failed };
      }
    }
    setProgress(null);
    return { ok: true, value: null };
  };
  const each =
    (command: 'claim' | 'release') =>
    async (some: readonly string[]): Promise<Failure | null> => {
      const answers = await Promise.all(some.map((record) => session.call(command, { record })));
      const failed = answers.find((answer) => !answer.ok);
      return failed !== undefined && !failed.ok ? failed.error : null;
    };
  const setAside = async (records: readonly string[]): Promise<Failure | null> => {
    const answer = await session.call('setAside', { records, reason: '' });
    return answer.ok ? null : answer.error;
  };
  const putBack = async (records: readonly string[]): Promise<Failure | null> => {
    const answer = await session.call('putBackAll', { records });
    return answer.ok ? null : answer.error;
  };
  const run = async (act: (some: readonly string[]) => Promise<Failure | null>): Promise<void> => {
    if ((await inSteps(chosen, act)).ok) done();
  };
  const setAllAside = async (): Promise<void> => {
    const records = [...chosen];
    if (!(await inSteps(records, setAside)).ok) return;
    done();
    notice({
      text: t('queue.setAsideDone', { count: records.length }),
      undo: { label: t('queue.setAsideUndo'), run: () => inSteps(records, putBack) },
    });
  };

  const idle = chosen.length > 0 && progress === null;
  return (
    <>
      {progress === null ? null : (
        <span className="num small" role="status">
          {t('list.progress', progress)}
        </span>
      )}
      {tab === 'aside' ? (
        <button type="button" className="button" disabled={!idle} onClick={() => void run(putBack)}>
          {t('queue.setAsideUndo')}
        </button>
      ) : (
        <>
          <button type="button" className="button" disabled={!idle} onClick={() => void run(each('claim'))}>
            {t('queue.claim')}
          </button>
          {tab === 'mine' ? (
            <button
              type="button"
              className="button"
              disabled={!idle}
              onClick={() => void run(each('release'))}
            >
              {t('queue.release')}
            </button>
          ) : null}
          <button type="button" className="button" disabled={!idle} onClick={() => void setAllAside()}>
            {t('queue.setAside')}
          </button>
        </>
      )}
      <FailureNote failure={failure} />
    </>
  );
}
