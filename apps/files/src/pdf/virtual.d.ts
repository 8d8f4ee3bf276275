/** Names and hashes of the scripts that build/pdf-scripts.ts lays beside the viewer. */
declare module 'virtual:pdf-scripts' {
  export const hashes: Readonly<Record<string, string>>;
}
