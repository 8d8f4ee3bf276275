import { type ReactNode, useEffect, useRef } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { placeOf } from './groups.ts';

/**
 * What a part shows, under its name for who listens. Whoever goes to another part begins at its top: the screen scrolls
 * there, and the focus goes along, so that the next Tab is in the part and not in the ways to it.
 */
export function PartBody({
  name,
  part,
  item,
  children,
}: {
  /** Whose file it is. */
  readonly name: string;
  readonly part: string | null;
  readonly item: string | null;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useSpeech();
  const body = useRef<HTMLElement>(null);
  const shown = useRef({ part, item });
  useEffect(() => {
    const before = shown.current;
    shown.current = { part, item };
    const box = body.current;
    if (box === null || (before.part === part && before.item === item)) return;
    // Within a part the focus moves only where what had it is gone.
    if (before.part === part && document.activeElement !== document.body) return;
    box.focus({ preventScroll: true });
    if (box.getBoundingClientRect().top < 0) box.scrollIntoView({ block: 'start' });
  }, [part, item]);
  return (
    <section
      ref={body}
      className="case-body"
      tabIndex={-1}
      aria-label={`${t(placeOf(part).title)} · ${name}`}
    >
      {children}
    </section>
  );
}
