/// <reference types="vite/client" />

declare module 'virtual:leeward-built-at' {
  /** When this code was built, in seconds since 1970. */
  export const builtAt: number;
}
