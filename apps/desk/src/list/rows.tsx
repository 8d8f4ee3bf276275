import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useSpeech } from '../language/speech.tsx';
import { isTyping } from '../parts/typing.ts';
import { rangeBetween, toggled } from './selection.ts';
import type { Column } from './shape.ts';
import { useWindow } from './window.ts';

/** How high a row is thought to be before it was seen. */
const guess = 104;

export type RowsProps<Row> = {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  readonly hrefOf: (row: Row) => string;
  /** What the row is called, for who hears it. */
  readonly nameOf: (row: Row) => string;
  /** The first column, as people read it. */
  readonly children: (row: Row) => ReactNode;
  /** Further columns. */
  readonly columns: readonly Column<Row>[];
  readonly selecting: boolean;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly active: string | null;
  readonly onActive: (id: string) => void;
};

/**
 * A list of any length: only what can be seen is on the page, and who listens is told of all of it. Arrows, Home, End
 * and page keys move; Enter opens; while selecting, Space takes one, Shift a range, Ctrl and A all, also those that are
 * not on the page.
 */
export function Rows<Row>(props: RowsProps<Row>): ReactNode {
  const { label, rows, idOf, columns, selecting, selected, onSelect } = props;
  const box = useRef<HTMLDivElement>(null);
  const ids = rows.map(idOf);
  const seen = useWindow(box, ids, guess);
  const [at, setAt] = useState(() => Math.max(0, props.active === null ? 0 : ids.indexOf(props.active)));
  const [anchor, setAnchor] = useState<number | null>(null);
  const moved = useRef(false);
  const current = Math.min(at, Math.max(0, ids.length - 1));

  useLayoutEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    const row = box.current?.querySelector<HTMLElement>(`[data-index="${current}"]`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  });

  // Coming back, one finds the row that one left.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the list comes
  useEffect(() => {
    const index = props.active === null ? -1 : ids.indexOf(props.active);
    // A list that comes back while somebody narrows it down leaves her in her field.
    if (index > 0 && !isTyping()) go(index);
  }, []);

  /** Goes to a row, wherever it is: the page scrolls there first, so that the row is on it. */
  function go(index: number): void {
    const next = Math.max(0, Math.min(ids.length - 1, index));
    moved.current = true;
    setAt(next);
    const top = box.current?.getBoundingClientRect().top ?? 0;
    const place = top + seen.topOf(next);
    if (place < 80 || place + guess > window.innerHeight)
      window.scrollBy({ top: place - window.innerHeight / 3, behavior: 'instant' });
  }

  const select = (index: number, how: 'one' | 'range'): void => {
    const id = ids[index];
    if (id === undefined) return;
    if (how === 'range') onSelect(rangeBetween(ids, selected, anchor ?? index, index));
    else {
      onSelect(toggled(selected, id));
      setAnchor(index);
    }
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['index'] === undefined) return;
    const page = Math.max(1, Math.floor(window.innerHeight / guess) - 1);
    const to = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: ids.length - 1,
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const next = Math.max(0, Math.min(ids.length - 1, to));
      if (selecting && event.shiftKey) {
        const from = anchor ?? current;
        setAnchor(from);
        onSelect(rangeBetween(ids, selected, from, next));
      }
      go(next);
    } else if (event.key === 'Enter') open(current, event);
    else if (event.key === ' ' && selecting) {
      event.preventDefault();
      select(current, event.shiftKey ? 'range' : 'one');
    } else if (event.code === 'KeyA' && (event.ctrlKey || event.metaKey) && selecting) {
      event.preventDefault();
      onSelect(new Set(ids));
    }
  };

  const open = (index: number, event: KeyboardEvent | MouseEvent): void => {
    const row = rows[index];
    if (row === undefined) return;
    event.preventDefault();
    if (selecting) {
      select(index, event.shiftKey ? 'range' : 'one');
      return;
    }
    props.onActive(idOf(row));
    window.location.hash = props.hrefOf(row);
  };

  const shown: number[] = [];
  for (let index = seen.first; index <= seen.last; index += 1) shown.push(index);
  // The row with the focus stays on the page, or the next arrow would begin nowhere.
  if (rows.length > 0 && !shown.includes(current)) shown.push(current);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot leave out the rows that nobody sees
    <div
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + (columns.length > 0 ? 1 : 0)}
      aria-colcount={columns.length + 1}
      aria-multiselectable={selecting}
      className={`lines card window ${columns.length > 0 ? 'with-columns' : ''}`}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: the rows of the grid */}
      <div ref={box} role="rowgroup" className="window-box" style={{ blockSize: seen.height }}>
        {shown.map((index) => {
          const row = rows[index];
          if (row === undefined) return null;
          const id = idOf(row);
          return (
            <OneRow
              key={id}
              {...props}
              row={row}
              index={index}
              offset={columns.length > 0 ? 2 : 1}
              top={seen.topOf(index)}
              reached={index === current}
              onMeasured={(height) => seen.measured(id, height)}
              onFocus={() => setAt(index)}
              onOpen={(event) => open(index, event)}
            />
          );
        })}
      </div>
    </div>
  );
}

type OneRowProps<Row> = RowsProps<Row> & {
  readonly row: Row;
  readonly index: number;
  readonly offset: number;
  readonly top: number;
  readonly reached: boolean;
  readonly onMeasured: (height: number) => void;
  readonly onFocus: () => void;
  readonly onOpen: (event: MouseEvent) => void;
};

function OneRow<Row>(props: OneRowProps<Row>): ReactNode {
  const { t } = useSpeech();
  const { row, columns, selecting, selected, idOf, index } = props;
  const element = useRef<HTMLDivElement>(null);
  const isSelected = selected.has(idOf(row));
  useLayoutEffect(() => {
    if (element.current !== null) props.onMeasured(element.current.offsetHeight);
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of the grid above
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears its keys
    <div
      ref={element}
      role="row"
      aria-rowindex={index + props.offset}
      aria-label={props.nameOf(row)}
      {...(selecting ? { 'aria-selected': isSelected } : {})}
      tabIndex={props.reached ? 0 : -1}
      data-index={index}
      data-selected={isSelected || undefined}
      className="line-row window-row"
      style={{ insetBlockStart: props.top }}
      onFocus={props.onFocus}
      onClick={(event) => {
        // A link that somebody opens beside this page is left to the browser.
        if (event.defaultPrevented || event.ctrlKey || event.metaKey) return;
        props.onOpen(event);
      }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a cell of the row */}
      <div role="gridcell" className="window-cell" tabIndex={-1}>
        {selecting ? (
          <span className="select-box" data-selected={isSelected || undefined}>
            <span className="select-mark" />
            <span className="visually-hidden">{isSelected ? t('list.isSelected') : ''}</span>
          </span>
        ) : null}
        {props.children(row)}
        {selecting ? null : (
          <a className="window-link" href={props.hrefOf(row)} tabIndex={-1}>
            {props.nameOf(row)}
          </a>
        )}
      </div>
      {columns.map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: a cell of the row
        <div key={column.id} role="gridcell" className="window-cell small" tabIndex={-1}>
          <span className="cell-title quiet">{column.title}</span>
          <bdi>{column.text(row)}</bdi>
        </div>
      ))}
    </div>
  );
}
