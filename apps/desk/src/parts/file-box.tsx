import { inertFileName } from '@leeward/ui';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';

/**
 * A field for files that speaks the desk's language. The browser's own speaks the browser's, whatever the reader chose:
 * it lies unseen over a button with our words, and keeps its label, its keys, and files that are dropped on it. `shows`:
 * the name of what was chosen stands beside it, where nothing else says it.
 */
export function FileBox({
  shows = false,
  onChange,
  ...field
}: Omit<ComponentProps<'input'>, 'type' | 'className' | 'value'> & { readonly shows?: boolean }): ReactNode {
  const { t } = useSpeech();
  const [names, setNames] = useState<readonly string[]>([]);
  return (
    <span className="file-box">
      <input
        {...field}
        type="file"
        onChange={(event) => {
          setNames([...(event.target.files ?? [])].map(({ name }) => inertFileName(name).display));
          onChange?.(event);
        }}
      />
      <span className="button" aria-hidden="true">
        {t(field.multiple === true ? 'file.chooseMany' : 'file.choose')}
      </span>
      {shows && names.length > 0 ? (
        <span className="hint">
          <bdi>{names.join(' · ')}</bdi>
        </span>
      ) : null}
    </span>
  );
}
