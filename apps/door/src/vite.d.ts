/// <reference types="vite/client" />
/// <reference path="../../../packages/directory/src/build/virtual.d.ts" />

declare module 'virtual:leeward-built-at' {
  /** When this code was built, in seconds since 1970. */
  export const builtAt: number;
}
