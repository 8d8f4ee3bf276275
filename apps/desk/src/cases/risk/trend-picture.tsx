import { type Band, bands, gravity } from '@leeward/domain/risk/matrix.ts';
import { type TrendPoint, wordFor } from '@leeward/domain/risk/standing.ts';
import { formatDate } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { dangerWord } from './danger-words.ts';
import { BandChip } from './risk-chip.tsx';

/** The picture is stretched over the room that there is, a row for each word: nothing in it has a size of its own. */
const width = 100;
/** What is left free at both ends, so that a point is whole. */
const edge = 4;

/** How danger went, drawn over time, and the same in words for whoever does not see the picture. */
export function TrendPicture({
  points,
  label,
  today,
  whom,
}: {
  readonly points: readonly TrendPoint[];
  /** Whose danger it is, or that it is the whole file's. */
  readonly label: string;
  readonly today: string;
  readonly whom: (who: string) => string;
}): ReactNode {
  const { t, numbers, direction } = useSpeech();
  const [first] = points;
  if (first === undefined) return null;
  const begins = Date.parse(first.on);
  const ends = Math.max(Date.parse(today), Date.parse(points.at(-1)?.on ?? today), begins + 86_400_000);
  const across = (day: number): number => {
    const at = edge + ((day - begins) / (ends - begins)) * (width - 2 * edge);
    return direction === 'rtl' ? width - at : at;
  };
  const row = (band: Band): number => bands.length - 1 - gravity(band) + 0.5;
  const down = (point: TrendPoint): number => row(point.band);
  const path = points
    .map((point, at) => {
      const [x, y] = [across(Date.parse(point.on)), down(point)];
      return at === 0 ? `M${x},${y}` : `H${x}V${y}`;
    })
    .join('');
  const word = wordFor(points);
  return (
    <figure className="trend">
      <figcaption>
        <b>
          <bdi>{label}</bdi>
        </b>{' '}
        {t(`danger.trendSaid.${word}`)}
      </figcaption>
      <div className="trend-plot" aria-hidden="true">
        <div className="trend-words">
          {bands.toReversed().map((band) => (
            <span key={band}>{dangerWord(t, 'band', band)}</span>
          ))}
        </div>
        <svg viewBox={`0 0 ${width} ${bands.length}`} preserveAspectRatio="none" aria-hidden="true">
          {bands.map((band) => (
            <path key={band} d={`M0,${row(band)}H${width}`} className="trend-line" />
          ))}
          <path d={`${path}H${across(ends)}`} className="trend-path" />
          {points.map((point) => (
            <path
              key={point.on}
              // A line without length, with a round end: it stays round, however the picture is stretched.
              d={`M${across(Date.parse(point.on))},${down(point)}h0`}
              className="trend-point"
              data-band={point.band}
            />
          ))}
        </svg>
      </div>
      <details className="more-detail">
        <summary>{t('danger.trendWords')}</summary>
        <div className="matrix-frame">
          <table>
            <caption className="visually-hidden">{label}</caption>
            <thead>
              <tr>
                <th scope="col">{t('danger.assess.on')}</th>
                <th scope="col">{t('danger.trend.band')}</th>
                <th scope="col">{t('danger.assess.who')}</th>
                <th scope="col">{t('danger.assess.reasons')}</th>
              </tr>
            </thead>
            <tbody>
              {points.toReversed().map(({ on, band, by }) => (
                <tr key={on}>
                  <th scope="row">{formatDate(numbers, on, 'UTC')}</th>
                  <td>
                    <BandChip band={band} />
                  </td>
                  <td>
                    <bdi>{whom(by.who)}</bdi> · {t(`danger.setting.${by.setting}`)}
                  </td>
                  <td>
                    <Words text={by.reasons} />
                    {by.override === null ? null : (
                      <span className="small">
                        {t('danger.trend.otherwise', { band: dangerWord(t, 'band', by.byMatrix) })}{' '}
                        <Words inline text={by.override.reason} />
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
