declare module 'virtual:leeward-directory' {
  /** Where the directory lies that this page was built with, and its hash. */
  export const pin: import('../release.ts').Pin;
}
