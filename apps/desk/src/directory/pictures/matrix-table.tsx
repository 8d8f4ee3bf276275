import type { Cell, Row, Whereabouts } from '@leeward/directory/gaps.ts';
import { formatList } from '@leeward/ui';
import { type ReactNode, useId } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useSpeaker } from '../speaker.tsx';
import { shadeOf } from './counts.ts';
import { useRegionName } from './use-region-name.ts';

const sides: readonly Whereabouts[] = ['home', 'exile'];

/** So many countries are named in a cell; the rest is counted and opens on demand. */
const namedAtMost = 3;

/** Sub-regions by whereabouts, for one need. What is empty says so in a word. */
export function MatrixTable({
  rows,
  caption,
}: {
  readonly rows: readonly Row[];
  readonly caption: string;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const speaker = useSpeaker();
  const order = new Intl.Collator(numbers).compare;
  const nameOf = useRegionName();
  const head = useId();
  return (
    <section className="table-frame card" aria-labelledby={head}>
      <table className="gap-matrix">
        <caption id={head}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('pictures.region')}</th>
            {sides.map((side) => (
              <th key={side} scope="col">
                {t(`pictures.${side}`)}
              </th>
            ))}
            <th scope="col">{t('pictures.without')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const without = row.without.map((code) => speaker.country(code)).sort(order);
            return (
              <tr key={row.subregion}>
                <th scope="row">{nameOf(row.subregion)}</th>
                {sides.map((side) => (
                  <td key={side} className={`cell ${shadeOf(row.cells[side])}`}>
                    <CellWords cell={row.cells[side]} />
                  </td>
                ))}
                <td className="without">
                  {without.length === 0 ? (
                    <span className="quiet">{t('pictures.withoutNone')}</span>
                  ) : without.length <= namedAtMost ? (
                    formatList(numbers, without)
                  ) : (
                    <details>
                      <summary>{t('pictures.countries', { count: without.length })}</summary>
                      {formatList(numbers, without)}
                    </details>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** A cell in words: a number alone does not say what it counts, an empty one says that it is a gap. */
export function CellWords({ cell }: { readonly cell: Cell }): ReactNode {
  const { t } = useSpeech();
  const speaker = useSpeaker();
  return (
    <>
      <span className="near">
        {cell.near === 0 && cell.anywhere === 0 ? (
          <b className="gap-word">{t('pictures.gap')}</b>
        ) : cell.near === 0 ? (
          <span className="none">{t('pictures.noneMeant')}</span>
        ) : (
          <>
            <b className="num">{speaker.number(cell.near)}</b> {t('pictures.near', { count: cell.near })}
          </>
        )}
      </span>
      <span className="rest small">
        {t('pictures.rest', { anywhere: cell.anywhere, unsure: cell.unsure })}
      </span>
    </>
  );
}
