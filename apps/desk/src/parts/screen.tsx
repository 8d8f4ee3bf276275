import { type ReactNode, useEffect, useRef } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { placeIn } from '../router/route.ts';
import { isTyping } from './typing.ts';

type Props = {
  readonly title: string;
  readonly lead?: ReactNode;
  /** Where one came from. */
  readonly back?: { readonly href: string; readonly label: string };
  /** Beside the title. */
  readonly aside?: ReactNode;
  /** Something a person wrote, such as a pseudonym: it keeps its own direction. */
  readonly foreign?: boolean;
  readonly children: ReactNode;
};

/** One screen: its heading takes the focus when it comes, so that who listens knows where they are. */
export function Screen({ title, lead, back, aside, foreign = false, children }: Props): ReactNode {
  const { t } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Who was led to a place within the screen begins there: see usePlace.
    if (placeIn(window.location.hash) !== null) return;
    // A screen that comes late, or comes back because the search was emptied, leaves whoever types where she is.
    if (isTyping()) return;
    window.scrollTo(0, 0);
    // Not at the very first screen: there the page itself is new.
    if (document.activeElement !== document.body || window.history.length > 1) {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  useEffect(() => {
    // The tab of a browser is seen by others: it never shows what a person wrote.
    document.title = foreign ? t('shell.mark') : `${title} · ${t('shell.mark')}`;
  }, [title, foreign, t]);
  return (
    <div className="screen">
      {back === undefined ? null : (
        <a className="back screen-only" href={back.href}>
          {back.label}
        </a>
      )}
      <header className="screen-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {foreign ? <bdi>{title}</bdi> : title}
          </h1>
          {lead === undefined ? null : <div className="lead quiet">{lead}</div>}
        </div>
        {aside}
      </header>
      {children}
    </div>
  );
}

/** A list, or a place, with nothing in it yet: it says what will come and how. */
export function Empty({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children === undefined ? null : <div className="quiet">{children}</div>}
    </div>
  );
}
