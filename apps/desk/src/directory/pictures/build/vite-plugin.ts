import type { Plugin } from 'vite';
import { drawWorld } from './draw-world.ts';

const name = 'virtual:leeward-world';

/** Ships the drawing of the world as a part that is fetched when somebody opens the map. */
export function worldDrawing(): Plugin {
  return {
    name: 'leeward-world',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? `export const world = ${JSON.stringify(drawWorld())};` : undefined),
  };
}
