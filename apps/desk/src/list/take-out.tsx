import { formatDateTime } from '@leeward/ui';
import type { ListName, TakeOut } from '@leeward/workspace/lists/contract.ts';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { createPortal } from 'react-dom';
import { saveBytes } from '../files/save.ts';
import { useSpeech } from '../language/speech.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Begun, Kept } from '../parts/kept.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Words } from '../parts/words.tsx';
import { useMemberName } from '../session/organisation.tsx';
import { useBegun, useForm } from '../session/use-form.ts';
import { useAction, useView } from '../session/use-session.tsx';
import type { Table } from './shape.ts';

export type Taking = {
  readonly list: ListName;
  readonly title: string;
  readonly table: Table;
  readonly columns: readonly string[];
  readonly filter: string;
  readonly sort: string;
};

type Form = Pick<TakeOut, 'format' | 'reason'>;
const formats = ['xlsx', 'csv', 'print'] as const;

/** Takes exactly what is shown out of the sealed space: after a warning, with a reason, and so that colleagues know. */
export function TakeOutButton({
  list,
  taking,
}: {
  readonly list: ListName;
  readonly taking: () => Taking;
}): ReactNode {
  const { t } = useSpeech();
  const begun = useBegun(`takeOut:${list}`, null);
  const [open, setOpen] = useState<Taking | null>(null);
  const [printed, setPrinted] = useState<Taking | null>(null);
  return (
    <>
      <button type="button" className="button" aria-haspopup="dialog" onClick={() => setOpen(taking())}>
        {t('list.takeOut')} <Begun begun={begun && open === null} />
      </button>
      {open === null ? null : (
        <TakeOutDialog
          taking={open}
          onClose={() => setOpen(null)}
          onPrint={() => {
            setPrinted(open);
            setOpen(null);
          }}
        />
      )}
      {printed === null ? null : <Paper taking={printed} onDone={() => setPrinted(null)} />}
    </>
  );
}

type DialogProps = {
  readonly taking: Taking;
  readonly onClose: () => void;
  readonly onPrint: () => void;
};

function TakeOutDialog({ taking, onClose, onPrint }: DialogProps): ReactNode {
  const { t, direction } = useSpeech();
  const notice = useNotice();
  const action = useAction('takeOut');
  const draft = useForm<Form>(`takeOut:${taking.list}`, null, () => ({ format: 'xlsx', reason: '' }));
  const { format, reason } = draft.form;
  const field = useId();
  const count = taking.table.length - 1;

  const run = async (): Promise<void> => {
    const { list, table, columns, filter, sort } = taking;
    const words = { sheet: taking.title, rightToLeft: direction === 'rtl' };
    const done = await action.run({ list, format, table, columns, filter, sort, reason, words });
    if (!done.ok) return;
    draft.given();
    if (done.value.bytes === null) onPrint();
    else {
      saveBytes(done.value.bytes, done.value.name);
      onClose();
    }
    notice({ text: t('list.takenOut', { count }) });
  };

  return (
    <Dialog title={t('list.takeOutTitle', { count })} onClose={onClose}>
      <p className="note warn">{t('list.takeOutWarning')}</p>
      <dl className="facts">
        <dt>{t('list.columns')}</dt>
        <dd>{(taking.table[0] ?? []).join(', ')}</dd>
        <dt>{t('list.filters')}</dt>
        <dd>
          <Words inline text={taking.filter === '' ? t('list.noFilter') : taking.filter} />
        </dd>
        <dt>{t('list.sort')}</dt>
        <dd>{taking.sort === '' ? t('list.sortUsual') : taking.sort}</dd>
      </dl>
      <fieldset className="chips">
        <legend>{t('list.format')}</legend>
        {formats.map((one) => (
          <label key={one} className="value">
            <input
              type="radio"
              name="format"
              checked={format === one}
              onChange={() => draft.change({ format: one })}
            />
            {t(`list.format.${one}`)}
          </label>
        ))}
      </fieldset>
      <div className="stack tight">
        <label className="field" htmlFor={field}>
          {t('list.reason')}
        </label>
        <input
          id={field}
          value={reason}
          maxLength={500}
          autoComplete="off"
          dir="auto"
          onChange={(event) => draft.change({ reason: event.target.value })}
        />
        <p className="quiet small">{t('list.reasonHint')}</p>
      </div>
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button
          type="button"
          className="button primary"
          disabled={reason.trim() === '' || action.busy || count === 0}
          onClick={() => void run()}
        >
          {t(action.busy ? 'list.telling' : 'list.takeOutDo')}
        </button>
        <button type="button" className="button quiet" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <Kept of={draft} />
      </div>
      <Earlier list={taking.list} />
    </Dialog>
  );
}

/** What was taken out before, by whom and why: for everybody who reads this list. */
function Earlier({ list }: { readonly list: ListName }): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  const earlier = useView('takenOut', { list });
  if (earlier?.ok !== true || earlier.value.length === 0) return null;
  return (
    <details>
      <summary>{t('list.earlierExports', { count: earlier.value.length })}</summary>
      <ul className="plain stack tight">
        {earlier.value.slice(0, 50).map((one) => (
          <li key={`${one.hash} ${one.claimedTime}`} className="small">
            <b>{nameOf(one.by)}</b> · {formatDateTime(numbers, one.claimedTime)} ·{' '}
            {t('list.rowCount', { count: one.rows })} · {one.format}
            <div className="quiet">
              <Words inline text={one.filter === '' ? t('list.noFilter') : one.filter} />
            </div>
            <Words text={one.reason} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The same table for a printer, which also makes PDF: only this way is Arabic and Burmese set right. */
function Paper({ taking, onDone }: { readonly taking: Taking; readonly onDone: () => void }): ReactNode {
  useEffect(() => {
    const done = (): void => onDone();
    window.addEventListener('afterprint', done);
    // The table is on the page by the next frame.
    const frame = requestAnimationFrame(() => window.print());
    return () => {
      window.removeEventListener('afterprint', done);
      cancelAnimationFrame(frame);
    };
  }, [onDone]);
  const [head = [], ...rows] = taking.table;
  return createPortal(
    <div className="print-table">
      <h1>{taking.title}</h1>
      {taking.filter === '' || taking.filter === taking.title ? null : <p>{taking.filter}</p>}
      <table>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a printed table never changes
            <tr key={index}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a printed table never changes
                <td key={column}>
                  <Words text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  );
}
