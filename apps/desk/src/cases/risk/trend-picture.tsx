import { bands, gravity } from '@leeward/domain/risk/matrix.ts';
import { type TrendPoint, wordFor } from '@leeward/domain/risk/standing.ts';
import { formatDate } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { dangerWord } from './danger-words.ts';
import { BandChip } from './risk-chip.tsx';

const [width, height, edge, words, top, step] = [600, 168, 12, 84, 22, 44] as const;

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
  const span = width - edge - words;
  const across = (day: number): number => {
    const at = ((day - begins) / (ends - begins)) * span;
    return direction === 'rtl' ? width - words - at : words + at;
  };
  const down = (point: TrendPoint): number => top + (bands.length - 1 - gravity(point.band)) * step;
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
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {bands.map((band, at) => {
          const y = top + (bands.length - 1 - at) * step;
          return (
            <g key={band}>
              <line x1={edge} x2={width - edge} y1={y} y2={y} className="trend-line" />
              <text
                x={direction === 'rtl' ? width - edge : edge}
                y={y - 4}
                className="trend-word"
                direction={direction}
              >
                {dangerWord(t, 'band', band)}
              </text>
            </g>
          );
        })}
        <path d={`${path}H${across(ends)}`} className="trend-path" />
        {points.map((point) => (
          <circle
            key={point.on}
            cx={across(Date.parse(point.on))}
            cy={down(point)}
            r={6}
            className="trend-point"
            data-band={point.band}
          />
        ))}
      </svg>
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
                    <bdi>{whom(by.who)}</bdi>, {t(`danger.setting.${by.setting}`)}
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
