import { contactsFor, measuresInOrder, pageOf } from '@leeward/domain/plan/state.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import { formatDate } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useSpeech } from '../../language/speech.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useNotice } from '../../parts/notices.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Words } from '../../parts/words.tsx';
import { LineBox } from '../../request/back-fields.tsx';
import { useAction } from '../../session/use-session.tsx';
import { kindKey } from './measure-form.tsx';

/** The plan on paper, for her: without a name, without ours, and without who may know it. After a warning, with a reason. */
export function PlanSheetButton({ view }: { readonly view: CaseView }): ReactNode {
  const { t, direction } = useSpeech();
  const notice = useNotice();
  const action = useAction('takeOut');
  const [isOpen, setOpen] = useState(false);
  const [isPrinted, setPrinted] = useState(false);
  const [reason, setReason] = useState('');
  const measures = measuresInOrder(view.state.parts.plan);
  const run = async (): Promise<void> => {
    const done = await action.run({
      list: 'due',
      format: 'print',
      table: [['plan'], ...measures.map((measure) => [valueIn(measure, 'what') ?? ''])],
      columns: ['plan'],
      filter: t('plan.sheet'),
      sort: '',
      reason,
      words: { sheet: t('plan.sheet'), rightToLeft: direction === 'rtl' },
    });
    if (!done.ok) return;
    setOpen(false);
    setPrinted(true);
    notice({ text: t('list.takenOut', { count: measures.length }) });
  };
  return (
    <>
      <button type="button" className="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('plan.print')}
      </button>
      {isOpen ? (
        <Dialog title={t('plan.print')} onClose={() => setOpen(false)}>
          <p className="note warn">{t('plan.printWarning')}</p>
          <LineBox label={t('list.reason')} hint={t('list.reasonHint')} value={reason} onChange={setReason} />
          <FailureNote failure={action.failure} />
          <div className="cluster">
            <button
              type="button"
              className="button primary"
              disabled={reason.trim() === '' || action.busy || measures.length === 0}
              onClick={() => void run()}
            >
              {t(action.busy ? 'list.telling' : 'list.takeOutDo')}
            </button>
            <button type="button" className="button quiet" onClick={() => setOpen(false)}>
              {t('common.cancel')}
            </button>
          </div>
        </Dialog>
      ) : null}
      {isPrinted ? <PlanPaper view={view} onDone={() => setPrinted(false)} /> : null}
    </>
  );
}

function PlanPaper({ view, onDone }: { readonly view: CaseView; readonly onDone: () => void }): ReactNode {
  const { t, numbers } = useSpeech();
  useEffect(() => {
    const done = (): void => onDone();
    window.addEventListener('afterprint', done);
    const frame = requestAnimationFrame(() => window.print());
    return () => {
      window.removeEventListener('afterprint', done);
      cancelAnimationFrame(frame);
    };
  }, [onDone]);
  const { plan } = view.state.parts;
  const page = pageOf(plan);
  const arrest = page === undefined ? '' : (valueIn(page, 'arrestTell') ?? '');
  return createPortal(
    <div className="print-table">
      <h1>{t('plan.sheet')}</h1>
      <table>
        <thead>
          <tr>
            {(['what', 'by', 'trigger', 'fallback'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`plan.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measuresInOrder(plan)
            .filter((measure) => valueIn(measure, 'state') !== 'stopped')
            .map((measure) => {
              const by = valueIn(measure, 'by') ?? null;
              return (
                <tr key={measure.id}>
                  <td>
                    <b>{t(kindKey(valueIn(measure, 'kind') ?? ''))}</b>
                    <Words text={valueIn(measure, 'what') ?? ''} />
                  </td>
                  <td>{by === null ? '' : formatDate(numbers, by, 'UTC')}</td>
                  <td>
                    <Words text={valueIn(measure, 'trigger') ?? ''} />
                  </td>
                  <td>
                    <Words text={valueIn(measure, 'fallback') ?? ''} />
                  </td>
                </tr>
              );
            })}
        </tbody>
      </table>
      {arrest === '' ? null : (
        <>
          <h2>{t('plan.page.arrestTell')}</h2>
          <Words text={arrest} />
        </>
      )}
      <h2>{t('plan.contacts')}</h2>
      <ol>
        {contactsFor(plan, null).map((contact) => (
          <li key={contact.id}>
            <Words inline text={valueIn(contact, 'who') ?? ''} /> ·{' '}
            <Words inline text={valueIn(contact, 'how') ?? ''} />
          </li>
        ))}
      </ol>
    </div>,
    document.body,
  );
}
