import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { World } from '../world.ts';
import { lettersOf } from './numeric-codes.ts';

/*
 * Draws the world once, when the desk is built: what ships is lines, no geometry and no library. The shapes are those
 * of Natural Earth (public domain) in their coarsest form. Countries too small for it become dots at their middle.
 */

const width = 960;
const height = 470;
/** Nothing is asked and nothing is counted there, and it would take a fifth of the paper. */
const leftOut: ReadonlySet<string> = new Set(['AQ', 'TF', 'HM', 'GS', 'BV']);
/** Shapes to which the atlas gives no number: they are counted under the code that the entries use for who lives there. */
const withoutNumber: Readonly<Record<string, string>> = { Kosovo: 'XK', Somaliland: 'SO', 'N. Cyprus': 'CY' };

type Outlines = number[][][];
type Shape = {
  readonly type: 'Feature';
  readonly id?: string | number;
  readonly properties: { readonly name: string };
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: Outlines }
    | { readonly type: 'MultiPolygon'; readonly coordinates: Outlines[] };
};

/** The drawing. `project` turns degrees into places on it. */
export function drawWorld(): World {
  const coarse = shapesOf('countries-110m.json');
  const fine = shapesOf('countries-50m.json');
  const projection = geoEqualEarth().fitExtent(
    [
      [2, 2],
      [width - 2, height - 2],
    ],
    { type: 'FeatureCollection', features: coarse.filter((shape) => !leftOut.has(codeOf(shape) ?? '')) },
  );
  const path = geoPath(projection).digits(1);
  const pieces = new Map<string, string[]>();
  for (const shape of coarse) {
    for (const polygon of polygonsOf(shape)) {
      const code = codeOfPolygon(codeOf(shape), polygon);
      if (leftOut.has(code)) continue;
      const line = path({ type: 'Polygon', coordinates: polygon });
      if (line !== null) pieces.set(code, [...(pieces.get(code) ?? []), line]);
    }
  }
  const dots = fine.flatMap((shape) => {
    const code = codeOf(shape) ?? '';
    if (code === '' || pieces.has(code) || leftOut.has(code)) return [];
    const [x, y] = path.centroid(shape);
    return Number.isFinite(x) ? [{ code, x: Math.round(x), y: Math.round(y) }] : [];
  });
  return {
    width,
    height,
    shapes: [...pieces].map(([code, lines]) => ({ code, line: lines.join('') })),
    dots,
  };
}

function shapesOf(file: string): readonly Shape[] {
  const found = createRequire(import.meta.url).resolve(`world-atlas/${file}`);
  const atlas = JSON.parse(readFileSync(found, 'utf8')) as {
    readonly objects: { readonly countries: object };
  };
  const read = feature(atlas as never, atlas.objects.countries as never) as unknown;
  return (read as { readonly features: readonly Shape[] }).features;
}

function codeOf(shape: Shape): string | undefined {
  return shape.id === undefined ? withoutNumber[shape.properties.name] : lettersOf(String(shape.id));
}

function polygonsOf({ geometry }: Shape): readonly Outlines[] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** Two places that the atlas counts with a country elsewhere. Crimea is left without a colour: the map takes no side. */
function codeOfPolygon(code: string | undefined, [outline = []]: Outlines): string {
  const within = ([west, east, south, north]: readonly [number, number, number, number]): boolean =>
    outline.every(([x = 0, y = 0]) => x >= west && x <= east && y >= south && y <= north);
  if (code === 'RU' && within([32, 37, 44, 46.5])) return '';
  if (code === 'FR' && within([-56, -50, 1, 7])) return 'GF';
  return code ?? '';
}
