import { waitingIn } from '@leeward/domain/case/waiting.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { CaseBar } from '../head/case-head.tsx';
import { placeOf } from './groups.ts';
import { PartLinks, WaitingCount } from './part-links.tsx';

/**
 * The ways through a file. Where there is room they stand at the side and stay in view; elsewhere one button says where
 * one is and opens all of them on one sheet.
 */
export function PartsNav({
  view,
  part,
}: {
  readonly view: CaseView;
  readonly part: string | null;
}): ReactNode {
  const { t } = useSpeech();
  const today = useToday();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const rail = useRef<HTMLElement>(null);
  const { record, state } = view;
  const waiting = useMemo(() => waitingIn(state, today), [state, today]);
  const place = placeOf(part);
  const elsewhere = [...waiting].filter(([name]) => name !== place.name);
  const sum = elsewhere.reduce(
    (all, [, { due, apart }]) => ({ due: all.due + due, apart: all.apart + apart }),
    { due: 0, apart: 0 },
  );
  // One of the two is there at a time: where the rail is not, its links have no place on the screen.
  useKeys({
    p: () => {
      const current = rail.current?.querySelector<HTMLElement>('a[aria-current]');
      if (current != null && current.offsetParent !== null) current.focus();
      else setOpen(true);
    },
  });
  // In a low window the rail scrolls by itself: the part on view comes into its sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at every other part
  useEffect(() => {
    const box = rail.current;
    const current = box?.querySelector<HTMLElement>('a[aria-current]');
    if (box === null || current == null || current.offsetParent === null) return;
    const [inner, outer] = [current.getBoundingClientRect(), box.getBoundingClientRect()];
    if (inner.top < outer.top) box.scrollTop -= outer.top - inner.top;
    if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom;
  }, [part]);
  return (
    <>
      <nav ref={rail} className="case-rail screen-only" aria-label={t('case.parts')}>
        <PartLinks record={record} part={place.name} waiting={waiting} />
      </nav>
      <div className="case-bar screen-only">
        <CaseBar view={view} />
        <button
          ref={button}
          type="button"
          className="button part-button"
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(true)}
        >
          <span className="visually-hidden">{t('case.parts')}: </span>
          <span className="part-name">{t(place.title)}</span>
          <WaitingCount waiting={elsewhere.length === 0 ? undefined : sum} />
        </button>
      </div>
      {open
        ? createPortal(
            <Dialog title={t('case.parts')} sheet onClose={() => setOpen(false)}>
              <nav aria-label={t('case.parts')}>
                <PartLinks
                  record={record}
                  part={place.name}
                  waiting={waiting}
                  onChosen={() => setOpen(false)}
                />
              </nav>
            </Dialog>,
            document.body,
          )
        : null}
    </>
  );
}
