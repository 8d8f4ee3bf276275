import { useEffect, useState } from 'preact/hooks';

/** Draws again whenever what is looked at changes. */
export function useView<View>(source: {
  readonly view: () => View;
  readonly subscribe: (listener: () => void) => () => void;
}): View {
  const [, draw] = useState(0);
  useEffect(() => source.subscribe(() => draw((count) => count + 1)), [source]);
  return source.view();
}
