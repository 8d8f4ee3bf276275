import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** The first screen of the page takes no focus away; every later one is read from its heading. */
let isFirst = true;

/** One screen: a heading that gets the focus, and what belongs to it. */
export function Frame({
  title,
  step,
  lead,
  children,
}: {
  readonly title: string;
  readonly step?: ComponentChildren;
  readonly lead?: string | undefined;
  readonly children?: ComponentChildren;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirst) {
      scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    isFirst = false;
  }, []);
  return (
    <section class="screen stack">
      <div class="head">
        {step}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead === undefined ? null : <p class="quiet">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
