import type { Whereabouts } from '@leeward/directory/gaps.ts';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useSpeaker } from '../speaker.tsx';
import { type CountryCells, type Shade, shadeOf, shades } from './counts.ts';
import { loadWorld, type World } from './world.ts';

type Props = {
  readonly cells: CountryCells;
  readonly whereabouts: Whereabouts;
  readonly chosen: string | null;
  readonly onChoose: (country: string) => void;
  readonly title: string;
};

/**
 * The world, each country by how much is meant for it. Whoever does not see it, or has no mouse, has the list of
 * countries beside it and the table below: the same numbers in words.
 */
export function WorldMap({ cells, whereabouts, chosen, onChoose, title }: Props): ReactNode {
  const { t } = useSpeech();
  const speaker = useSpeaker();
  const [world, setWorld] = useState<World | null>(null);
  const [failed, setFailed] = useState(false);
  const [name, hatch] = [useId(), useId()];
  useEffect(() => {
    let current = true;
    loadWorld().then(
      (drawn) => current && setWorld(drawn),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, []);
  if (failed) return <p className="note">{t('pictures.noMap')}</p>;
  if (world === null) return <p className="quiet">{t('common.loading')}</p>;
  const shadeIn = (code: string): Shade | 'unknown' => {
    const cell = cells.get(code)?.[whereabouts];
    return cell === undefined ? 'unknown' : shadeOf(cell);
  };
  const place = (code: string) => ({
    className: `land ${shadeIn(code)}${code === chosen ? ' chosen' : ''}`,
    ...(shadeIn(code) === 'gap' ? { style: { fill: `url(#${hatch})` } } : {}),
    ...(cells.has(code) ? { onClick: () => onChoose(code) } : {}),
  });
  return (
    <figure className="world stack tight">
      <svg viewBox={`0 0 ${world.width} ${world.height}`} role="img" aria-labelledby={name} direction="ltr">
        <title id={name}>{title}</title>
        <defs>
          <pattern
            id={hatch}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="5" height="5" className="hatch-ground" />
            <rect width="1.6" height="5" className="hatch-line" />
          </pattern>
        </defs>
        {world.shapes.map(({ code, line }) => (
          <path key={code} d={line} {...place(code)}>
            {cells.has(code) ? <title>{speaker.country(code)}</title> : null}
          </path>
        ))}
        {world.dots.map(({ code, x, y }) => (
          <circle key={code} cx={x} cy={y} r={3} {...place(code)}>
            {cells.has(code) ? <title>{speaker.country(code)}</title> : null}
          </circle>
        ))}
        {world.shapes
          .filter(({ code }) => code !== '' && code === chosen)
          .map(({ code, line }) => (
            <path key={code} d={line} className="land-edge" />
          ))}
      </svg>
      <figcaption className="legend">
        <ul className="plain cluster">
          {shades.map((shade) => (
            <li key={shade}>
              <svg viewBox="0 0 20 14" aria-hidden="true" className="legend-mark">
                <rect
                  x="0.5"
                  y="0.5"
                  width="19"
                  height="13"
                  rx="3"
                  className={`land ${shade}`}
                  {...(shade === 'gap' ? { style: { fill: `url(#${hatch})` } } : {})}
                />
              </svg>
              {t(`pictures.shade.${shade}`, { one: 1, two: 2, three: 3, five: 5, six: 6 })}
            </li>
          ))}
        </ul>
        <p className="small quiet">{t('pictures.borders')}</p>
      </figcaption>
    </figure>
  );
}
