declare module 'virtual:leeward-directory' {
  import type { Pin } from '@leeward/directory/release.ts';

  /** Where the directory lies that this page was built with, and its hash. */
  export const pin: Pin;
}
