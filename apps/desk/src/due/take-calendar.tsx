import { addDays } from '@leeward/domain/clock/days.ts';
import { dateFormat } from '@leeward/ui/language/date-format.ts';
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { SelectBox } from '../cases/item/select-box.tsx';
import { useToday } from '../directory/use-today.ts';
import { saveBytes } from '../files/save.ts';
import { useSpeech } from '../language/speech.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { LineBox } from '../request/back-fields.tsx';
import { useAction } from '../session/use-session.tsx';
import type { Due } from './due-of.ts';
import { firstDayOf, monthsBetween } from './months.ts';

const titles = ['neutral', 'kind', 'name'] as const;
type Title = (typeof titles)[number];
const spans = ['30', '90', '365'] as const;
type Day = { readonly id: string; readonly day: string; readonly title: string };

/** Takes days out of the sealed space, for another calendar or for paper: after a warning, with a reason, and so that colleagues know. */
export function TakeCalendar({
  mine,
  all,
}: {
  readonly mine: readonly Due[];
  readonly all: readonly Due[];
}): ReactNode {
  const { t } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const [printed, setPrinted] = useState<readonly Day[] | null>(null);
  return (
    <>
      <button type="button" className="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('calendar.take')}
      </button>
      {isOpen ? (
        <TakeDialog
          mine={mine}
          all={all}
          onClose={() => setOpen(false)}
          onPrint={(days) => {
            setPrinted(days);
            setOpen(false);
          }}
        />
      ) : null}
      {printed === null ? null : <CalendarPaper days={printed} onDone={() => setPrinted(null)} />}
    </>
  );
}

function TakeDialog({
  mine,
  all,
  onClose,
  onPrint,
}: {
  readonly mine: readonly Due[];
  readonly all: readonly Due[];
  readonly onClose: () => void;
  readonly onPrint: (days: readonly Day[]) => void;
}): ReactNode {
  const { t, direction } = useSpeech();
  const today = useToday();
  const notice = useNotice();
  const action = useAction('takeOut');
  const [whose, setWhose] = useState<'mine' | 'team'>('mine');
  const [title, setTitle] = useState<Title>('neutral');
  const [span, setSpan] = useState<(typeof spans)[number]>('90');
  const [format, setFormat] = useState<'ics' | 'print'>('ics');
  const [reason, setReason] = useState('');

  const titleOf = ({ task, name }: Due): string => {
    if (title === 'neutral') return t('calendar.neutral');
    const kind = t(`due.kind.${task.kind}`);
    return title === 'kind' || name === null ? kind : `${kind}: ${name}`;
  };
  const last = addDays(today, Number(span));
  const days = (whose === 'mine' ? mine : all).flatMap((one): readonly Day[] => {
    const day = one.task.due;
    return day === null || day < today || day > last ? [] : [{ id: one.id, day, title: titleOf(one) }];
  });

  const run = async (): Promise<void> => {
    const done = await action.run({
      list: 'due',
      format,
      table: [['day', 'title'], ...days.map(({ day, title: words }) => [day, words])],
      columns: ['day', title],
      filter: t(`due.${whose}`),
      sort: '',
      reason,
      words: { sheet: t('calendar.neutral'), rightToLeft: direction === 'rtl' },
      ...(format === 'ics' ? { calendar: days } : {}),
    });
    if (!done.ok) return;
    if (done.value.bytes === null) onPrint(days);
    else {
      saveBytes(done.value.bytes, done.value.name);
      onClose();
    }
    notice({ text: t('list.takenOut', { count: days.length }) });
  };

  return (
    <Dialog title={t('calendar.title', { count: days.length })} onClose={onClose}>
      <p className="note warn">{t('calendar.warning')}</p>
      <div className="enter-row">
        <SelectBox
          label={t('due.whose')}
          value={whose}
          choices={(['mine', 'team'] as const).map((value) => ({ value, label: t(`due.${value}`) }))}
          onChange={(value) => setWhose(value === 'team' ? 'team' : 'mine')}
        />
        <SelectBox
          label={t('calendar.span')}
          value={span}
          choices={spans.map((value) => ({ value, label: t('calendar.days', { days: Number(value) }) }))}
          onChange={(value) => setSpan(value === '' ? '90' : value)}
        />
      </div>
      <SelectBox
        label={t('calendar.titles')}
        hint={t(`calendar.titleHint.${title}`)}
        value={title}
        choices={titles.map((value) => ({ value, label: t(`calendar.title.${value}`) }))}
        onChange={(value) => setTitle(value === '' ? 'neutral' : value)}
      />
      <SelectBox
        label={t('list.format')}
        value={format}
        choices={(['ics', 'print'] as const).map((value) => ({
          value,
          label: t(`calendar.format.${value}`),
        }))}
        onChange={(value) => setFormat(value === 'print' ? 'print' : 'ics')}
      />
      <LineBox label={t('list.reason')} hint={t('list.reasonHint')} value={reason} onChange={setReason} />
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button
          type="button"
          className="button primary"
          disabled={reason.trim() === '' || action.busy || days.length === 0}
          onClick={() => void run()}
        >
          {t(action.busy ? 'list.telling' : 'list.takeOutDo')}
        </button>
        <button type="button" className="button quiet" onClick={onClose}>
          {t('common.cancel')}
        </button>
      </div>
    </Dialog>
  );
}

/** Months on paper, with what was chosen and nothing else: whoever finds the sheet reads days. */
function CalendarPaper({
  days,
  onDone,
}: {
  readonly days: readonly Day[];
  readonly onDone: () => void;
}): ReactNode {
  const { numbers, calendar } = useSpeech();
  const today = useToday();
  useEffect(() => {
    const done = (): void => onDone();
    window.addEventListener('afterprint', done);
    // The months are on the page by the next frame.
    const frame = requestAnimationFrame(() => window.print());
    return () => {
      window.removeEventListener('afterprint', done);
      cancelAnimationFrame(frame);
    };
  }, [onDone]);
  const byDay = new Map<string, Day[]>();
  for (const one of days) byDay.set(one.day, [...(byDay.get(one.day) ?? []), one]);
  const last = days.reduce((latest, { day }) => (day > latest ? day : latest), today);
  const months = monthsBetween(today, last, firstDayOf(numbers), calendar);
  const say = (day: string, options: Intl.DateTimeFormatOptions): string =>
    dateFormat(numbers, { ...options, timeZone: 'UTC' }).format(Date.parse(day));
  return createPortal(
    <div className="print-table print-months">
      {months.map(({ first, last: end, weeks }) => (
        <section key={first}>
          <h1>{say(first, { month: 'long', year: 'numeric' })}</h1>
          <table>
            <thead>
              <tr>
                {(weeks[0] ?? []).map((day) => (
                  <th key={day} scope="col">
                    {say(day, { weekday: 'short' })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <tr key={week[0]}>
                  {week.map((day) => (
                    <td key={day} className={day >= first && day <= end ? undefined : 'other-month'}>
                      <b>{say(day, { day: 'numeric' })}</b>
                      {day >= first && day <= end
                        ? (byDay.get(day) ?? []).map(({ id, title }) => (
                            <div key={id}>
                              <bdi>{title}</bdi>
                            </div>
                          ))
                        : null}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>,
    document.body,
  );
}
