/// <reference path="./virtual.d.ts" />

/** A drawing of the world. Codes are ISO 3166-1 letters and XK; the empty code is land that no country's colour may fill. */
export type World = {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly { readonly code: string; readonly line: string }[];
  /** Countries that are too small for a shape. */
  readonly dots: readonly { readonly code: string; readonly x: number; readonly y: number }[];
};

/** Fetches the drawing, from our own origin. Rejects where it cannot be fetched; call it again. */
export async function loadWorld(): Promise<World> {
  return (await import('virtual:leeward-world')).world;
}
