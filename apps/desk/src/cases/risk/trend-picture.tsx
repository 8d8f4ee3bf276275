import { bands, gravity } from '@leeward/domain/risk/matrix.ts';
import { type TrendPoint, wordFor } from '@leeward/domain/risk/standing.ts';
import { formatDate } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { dangerWord } from './danger-words.ts';
import { BandChip } from './risk-chip.tsx';

const [width, height, edge, words, top, step] = [600, 160, 12, 84, 14, 44] as const;

/** How danger went, drawn over time, and the same in words for whoever does not see the picture. */
export function TrendPicture({
  points,
  today,
  whom,
}: {
  readonly points: readonly TrendPoint[];
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
      <figcaption>{t(`danger.trendSaid.${word}`)}</figcaption>
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
        <ol className="plain stack tight">
          {points.toReversed().map((point) => (
            <li key={point.on} className="cluster">
              <span>{formatDate(numbers, point.on, 'UTC')}</span>
              <BandChip band={point.band} />
              <span className="small quiet">
                <bdi>{whom(point.by.who)}</bdi>, {t(`danger.setting.${point.by.setting}`)}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </figure>
  );
}
