import { bandBy, impacts, likelihoods, type MatrixCells } from '@leeward/domain/risk/matrix.ts';
import type { Impact } from '@leeward/vocabulary/lists/impact.ts';
import type { Likelihood } from '@leeward/vocabulary/lists/likelihood.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { dangerWord } from './danger-words.ts';

/** The matrix as a table, with the cell that is meant marked in words too. The most likely stands on top. */
export function MatrixTable({
  cells,
  likelihood,
  impact,
}: {
  readonly cells: MatrixCells;
  readonly likelihood: Likelihood | null;
  readonly impact: Impact | null;
}): ReactNode {
  const { t } = useSpeech();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways at 400 % must be reached by keys
    <div className="matrix-frame" tabIndex={0}>
      <table className="matrix">
        <caption>{t('danger.matrix.title')}</caption>
        <thead>
          <tr>
            <td />
            {impacts.map((one) => (
              <th key={one} scope="col">
                {dangerWord(t, 'impact', one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {likelihoods.toReversed().map((row) => (
            <tr key={row}>
              <th scope="row">{dangerWord(t, 'likelihood', row)}</th>
              {impacts.map((column) => {
                const band = bandBy(cells, row, column);
                const here = row === likelihood && column === impact;
                return (
                  <td key={column} data-band={band} aria-current={here ? 'true' : undefined}>
                    {dangerWord(t, 'band', band)}
                    {here ? <span className="visually-hidden"> {t('danger.matrix.here')}</span> : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
