import { formatNumber } from '@leeward/ui';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { typedDirection } from '../parts/typed-direction.ts';
import { askedOf, type Filter, type ListDefinition, type ListShape, offeredBy, withValue } from './shape.ts';

type Props<Row extends object> = {
  readonly definition: ListDefinition<Row>;
  /** All rows, before any filter. */
  readonly rows: readonly Row[];
  readonly shape: ListShape;
  readonly arrange: (shape: ListShape) => void;
  /** Beside the buttons: views, taking out. */
  readonly children?: ReactNode;
};

/** The ways to arrange a list: find in it, filters, order, columns. What is asked stands in words under it. */
export function Arrange<Row extends object>(props: Props<Row>): ReactNode {
  const { t } = useSpeech();
  const { definition, shape, arrange } = props;
  const [panel, setPanel] = useState<'filters' | 'columns' | null>(null);
  const find = useId();
  const asked = askedOf(shape);
  const toggle = (name: 'filters' | 'columns') => (): void => setPanel(panel === name ? null : name);
  return (
    <div className="stack tight screen-only">
      <div className="arrange">
        <div className="list-find">
          <label className="visually-hidden" htmlFor={find}>
            {t('list.find')}
          </label>
          <input
            id={find}
            type="search"
            data-find=""
            value={shape.find}
            placeholder={t('list.find')}
            autoComplete="off"
            spellCheck={false}
            dir={typedDirection(shape.find)}
            onChange={(event) => arrange({ ...shape, find: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Escape') arrange({ ...shape, find: '' });
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              document.querySelector<HTMLElement>('.window-row[tabindex="0"]')?.focus();
            }}
          />
        </div>
        <button
          type="button"
          className="button"
          aria-expanded={panel === 'filters'}
          onClick={toggle('filters')}
        >
          {t('list.filters')}
        </button>
        <button
          type="button"
          className="button"
          aria-expanded={panel === 'columns'}
          onClick={toggle('columns')}
        >
          {t('list.columns')}
        </button>
        <SortBy {...props} />
        {props.children}
      </div>
      {panel === 'filters' ? <Filters {...props} /> : null}
      {panel === 'columns' ? <Columns definition={definition} shape={shape} arrange={arrange} /> : null}
      {asked === 0 ? null : <Asked {...props} />}
    </div>
  );
}

function SortBy<Row extends object>({ definition, shape, arrange }: Props<Row>): ReactNode {
  const { t } = useSpeech();
  const id = useId();
  const { sort } = shape;
  return (
    <span className="cluster">
      <label className="visually-hidden" htmlFor={id}>
        {t('list.sort')}
      </label>
      <select
        id={id}
        className="auto"
        value={sort?.column ?? ''}
        onChange={({ target }) =>
          arrange({
            ...shape,
            sort: target.value === '' ? null : { column: target.value, descending: false },
          })
        }
      >
        <option value="">{t('list.sortUsual')}</option>
        {definition.columns.map(({ id: column, title }) => (
          <option key={column} value={column}>
            {t('list.sortBy', { column: title })}
          </option>
        ))}
      </select>
      {sort === null ? null : (
        <button
          type="button"
          className="button"
          aria-pressed={sort.descending}
          onClick={() => arrange({ ...shape, sort: { ...sort, descending: !sort.descending } })}
        >
          {t('list.descending')}
        </button>
      )}
    </span>
  );
}

function Filters<Row extends object>(props: Props<Row>): ReactNode {
  const { t } = useSpeech();
  return (
    <section className="card panel" aria-label={t('list.filters')}>
      <div className="panel-groups">
        {props.definition.filters.map((filter) => (
          <Values key={filter.id} {...props} filter={filter} />
        ))}
      </div>
    </section>
  );
}

/** The values of one filter, each with how many rows it would leave. */
function Values<Row extends object>({
  definition,
  rows,
  shape,
  arrange,
  filter,
}: Props<Row> & { readonly filter: Filter<Row> }): ReactNode {
  const { numbers } = useSpeech();
  const chosen = shape.filters[filter.id] ?? [];
  const offered = offeredBy(definition, rows, shape, filter);
  if (offered.length === 0) return null;
  return (
    <fieldset>
      <legend>{filter.title}</legend>
      <div className="values">
        {offered.map(({ value, count }) => (
          <label key={value} className="value">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ target }) => arrange(withValue(shape, filter.id, value, target.checked))}
            />
            <bdi>{filter.wordOf(value)}</bdi>
            <span className="num">{formatNumber(numbers, count)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Columns<Row>({
  definition,
  shape,
  arrange,
}: {
  readonly definition: ListDefinition<Row>;
  readonly shape: ListShape;
  readonly arrange: (shape: ListShape) => void;
}): ReactNode {
  const { t } = useSpeech();
  const offered = definition.columns.slice(1);
  const move = (id: string, by: -1 | 1): void => {
    const columns = [...shape.columns];
    const at = columns.indexOf(id);
    const to = at + by;
    if (at === -1 || to < 0 || to >= columns.length) return;
    columns.splice(to, 0, ...columns.splice(at, 1));
    arrange({ ...shape, columns });
  };
  const sorted = [
    ...shape.columns.flatMap((id) => offered.find((column) => column.id === id) ?? []),
    ...offered.filter((column) => !shape.columns.includes(column.id)),
  ];
  return (
    <section className="card panel" aria-label={t('list.columns')}>
      <p className="quiet small">{t('list.columnsHint')}</p>
      <ul className="plain values">
        {sorted.map(({ id, title }) => {
          const shown = shape.columns.includes(id);
          return (
            <li key={id} className="value">
              <label className="value">
                <input
                  type="checkbox"
                  checked={shown}
                  onChange={({ target }) =>
                    arrange({
                      ...shape,
                      columns: target.checked
                        ? [...shape.columns, id]
                        : shape.columns.filter((column) => column !== id),
                    })
                  }
                />
                {title}
              </label>
              {shown ? (
                <span className="cluster">
                  <button type="button" className="button small quiet" onClick={() => move(id, -1)}>
                    {t('list.earlier')}
                    <span className="visually-hidden"> {title}</span>
                  </button>
                  <button type="button" className="button small quiet" onClick={() => move(id, 1)}>
                    {t('list.later')}
                    <span className="visually-hidden"> {title}</span>
                  </button>
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What is asked, each part with a way to take it back. */
function Asked<Row extends object>({ definition, shape, arrange }: Props<Row>): ReactNode {
  const { t } = useSpeech();
  return (
    <div className="asked">
      {definition.filters.flatMap((filter) =>
        (shape.filters[filter.id] ?? []).map((value) => (
          <button
            key={`${filter.id} ${value}`}
            type="button"
            className="button small"
            onClick={() => arrange(withValue(shape, filter.id, value, false))}
          >
            <span className="quiet">{filter.title}:</span> <bdi>{filter.wordOf(value)}</bdi>
            <span aria-hidden="true"> ×</span>
            <span className="visually-hidden"> {t('list.takeBack')}</span>
          </button>
        )),
      )}
      <button
        type="button"
        className="button quiet small"
        onClick={() => arrange({ ...shape, filters: {}, find: '' })}
      >
        {t('list.clear')}
      </button>
    </div>
  );
}
