import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useSpeech } from '../language/speech.tsx';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  /** A choice of ways rather than a question: at the lower edge of a phone, and a touch beside it closes it. */
  readonly sheet?: boolean;
  readonly children: ReactNode;
};

/** A question that must be answered before going on. The browser's own dialog: it keeps the focus and gives it back. */
export function Dialog({ title, onClose, sheet = false, children }: Props): ReactNode {
  const { t } = useSpeech();
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className={sheet ? 'dialog sheet card' : 'dialog card'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      {...(sheet ? { onClick: (event) => event.target === event.currentTarget && onClose() } : {})}
    >
      <div className="stack">
        <div className={sheet ? 'bar' : undefined}>
          <h2 id={heading} tabIndex={-1}>
            {title}
          </h2>
          {sheet ? (
            <button type="button" className="button" onClick={onClose}>
              {t('common.close')}
            </button>
          ) : null}
        </div>
        {children}
      </div>
    </dialog>
  );
}
