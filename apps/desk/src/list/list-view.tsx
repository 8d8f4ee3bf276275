import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Empty } from '../parts/screen.tsx';
import { Arrange } from './arrange.tsx';
import type { Arranged } from './memory.tsx';
import { Rows } from './rows.tsx';
import { stillShown } from './selection.ts';
import { columnsOf, filterWords, type ListDefinition, shownRows, tableOf } from './shape.ts';
import { TakeOutButton } from './take-out.tsx';
import { ViewsMenu } from './views-menu.tsx';

const none: ReadonlySet<string> = new Set();

type Props<Row extends object> = {
  readonly definition: ListDefinition<Row>;
  readonly rows: readonly Row[];
  readonly label: string;
  readonly title: string;
  readonly arranged: Arranged;
  readonly tab: string | null;
  readonly onTab: (tab: string) => void;
  readonly hrefOf: (row: Row) => string;
  readonly nameOf: (row: Row) => string;
  readonly line: (row: Row) => ReactNode;
  /** What can be done with many at once; null where nothing can. */
  readonly acts: ((chosen: readonly string[], done: () => void) => ReactNode) | null;
};

/** A list with everything that can be done with it: arranged, gone through, selected, taken out. */
export function ListView<Row extends object>(props: Props<Row>): ReactNode {
  const { t } = useSpeech();
  const { definition, rows, arranged, tab } = props;
  const { shape, arrange } = arranged;
  const [selecting, setSelecting] = useState(false);
  const [selected, setSelected] = useState(none);
  const shown = useMemo(() => shownRows(definition, rows, shape), [definition, rows, shape]);
  const columns = useMemo(() => columnsOf(definition, shape), [definition, shape]);
  const ids = useMemo(() => shown.map(definition.idOf), [shown, definition]);
  // What a filter holds back is not acted on and not counted, whatever was selected before.
  const chosen = useMemo(() => stillShown(ids, selected), [ids, selected]);
  const stop = (): void => {
    setSelecting(false);
    setSelected(none);
  };
  const sort = definition.columns.find(({ id }) => id === shape.sort?.column);

  return (
    <div className="stack tight">
      <Arrange definition={definition} rows={rows} shape={shape} arrange={arrange}>
        <ViewsMenu
          list={definition.list}
          shape={shape}
          tab={tab}
          onChoose={(next, nextTab) => {
            arrange(next);
            if (nextTab !== null && nextTab !== tab) props.onTab(nextTab);
          }}
        />
        <TakeOutButton
          list={definition.list}
          taking={() => ({
            list: definition.list,
            title: props.title,
            table: tableOf(
              selecting && chosen.length > 0
                ? shown.filter((row) => selected.has(definition.idOf(row)))
                : shown,
              columns,
            ),
            columns: columns.map(({ id }) => id),
            filter: [
              props.label,
              ...filterWords(definition, shape),
              ...(selecting && chosen.length > 0 ? [t('list.onlySelected')] : []),
            ].join(' · '),
            sort: sort === undefined ? '' : `${sort.title}${shape.sort?.descending ? ' ↓' : ' ↑'}`,
          })}
        />
      </Arrange>
      <div className="bar section-head">
        <span className="quiet small num" role="status">
          {selecting
            ? t('queue.selected', { count: chosen.length })
            : t('list.shown', { count: shown.length, total: rows.length })}
        </span>
        {selecting ? (
          <span className="cluster">
            <button type="button" className="button" onClick={() => setSelected(new Set(ids))}>
              {t('list.selectAll', { count: ids.length })}
            </button>
            {props.acts?.(chosen, stop)}
            <button type="button" className="button quiet" onClick={stop}>
              {t('common.cancel')}
            </button>
          </span>
        ) : (
          <button type="button" className="button quiet" data-act="select" onClick={() => setSelecting(true)}>
            {t('queue.select')}
          </button>
        )}
      </div>
      {shown.length === 0 ? (
        <Empty title={t('list.nothing')}>
          <button
            type="button"
            className="button"
            onClick={() => arrange({ ...shape, filters: {}, find: '' })}
          >
            {t('list.clear')}
          </button>
        </Empty>
      ) : (
        <>
          {columns.length > 1 ? <Head columns={columns} arranged={arranged} /> : null}
          <Rows
            label={props.label}
            rows={shown}
            idOf={definition.idOf}
            hrefOf={props.hrefOf}
            nameOf={props.nameOf}
            columns={columns.slice(1)}
            selecting={selecting}
            selected={selected}
            onSelect={setSelected}
            active={arranged.active}
            onActive={arranged.setActive}
          >
            {props.line}
          </Rows>
        </>
      )}
    </div>
  );
}

/** The heads of columns: a press sorts by one, another the other way round. */
function Head<Row>({
  columns,
  arranged: { shape, arrange },
}: {
  readonly columns: ReturnType<typeof columnsOf<Row>>;
  readonly arranged: Arranged;
}): ReactNode {
  const { t } = useSpeech();
  return (
    <div className="window-head screen-only">
      {columns.map(({ id, title }, index) => {
        const sorted = shape.sort?.column === id ? (shape.sort.descending ? 'down' : 'up') : null;
        return (
          <span key={id} className={index === 0 ? '' : 'head-cell'}>
            <button
              type="button"
              className="button quiet small"
              aria-pressed={sorted !== null}
              onClick={() => arrange({ ...shape, sort: { column: id, descending: sorted === 'up' } })}
            >
              {title}
              <span aria-hidden="true">{sorted === null ? '' : sorted === 'up' ? ' ↑' : ' ↓'}</span>
              {sorted === null ? null : (
                <span className="visually-hidden">
                  {t(sorted === 'up' ? 'list.sortedUp' : 'list.sortedDown')}
                </span>
              )}
            </button>
          </span>
        );
      })}
    </div>
  );
}
