import type { ReactNode } from 'react';
import { type KeyId, onApple, written } from './keys.ts';

/** A key beside what it does. Who listens hears it in the map of keys: in every name it would be noise. */
export function KeyHint({ id }: { readonly id: KeyId }): ReactNode {
  return (
    <span className="key-hint" aria-hidden="true" dir="ltr">
      {written(id, onApple()).map((piece) => (
        <kbd key={piece}>{piece}</kbd>
      ))}
    </span>
  );
}
