import { warningOf } from '@leeward/domain/request/file-marks.ts';
import type { FileNote } from '@leeward/domain/shared/context.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { LineBox } from '../request/back-fields.tsx';
import { useAction, useView } from '../session/use-session.tsx';
import { Graphic } from './graphic.tsx';

/** A file of a conversation behind the warning that somebody gave; and the way to give one. */
export function MarkedFile({
  record,
  file,
  children,
}: {
  readonly record: string;
  readonly file: FileNote;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useSpeech();
  const answer = useView('request', { record });
  const action = useAction('markFile');
  const [asking, setAsking] = useState(false);
  const [shows, setShows] = useState('');
  const warning = answer?.ok === true ? warningOf(answer.value.state.marks, file.blob) : null;
  const mark = async (graphic: boolean): Promise<void> => {
    const done = await action.run({ record, blob: file.blob, graphic, shows: graphic ? shows.trim() : '' });
    if (done.ok) setAsking(false);
  };
  return (
    <>
      {warning === null ? children : <Graphic shows={warning.shows}>{children}</Graphic>}
      <FailureNote failure={action.failure} />
      {asking ? (
        <form
          className="stack tight"
          onSubmit={(event) => {
            event.preventDefault();
            void mark(true);
          }}
        >
          <LineBox
            label={t('graphic.shows')}
            hint={t('graphic.showsHint')}
            required
            value={shows}
            onChange={setShows}
          />
          <div className="cluster">
            <button type="submit" className="button" disabled={action.busy}>
              {t('graphic.warn')}
            </button>
            <button type="button" className="button quiet" onClick={() => setAsking(false)}>
              {t('common.cancel')}
            </button>
          </div>
        </form>
      ) : (
        <div>
          {warning === null ? (
            <button
              type="button"
              className="button quiet small"
              data-act="warn"
              onClick={() => setAsking(true)}
            >
              {t('graphic.markFile')}
            </button>
          ) : (
            <button
              type="button"
              className="button quiet small"
              disabled={action.busy}
              onClick={() => void mark(false)}
            >
              {t('graphic.unmark')}
            </button>
          )}
        </div>
      )}
    </>
  );
}
