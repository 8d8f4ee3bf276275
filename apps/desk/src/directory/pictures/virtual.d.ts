declare module 'virtual:leeward-world' {
  import type { World } from './world.ts';

  export const world: World;
}
