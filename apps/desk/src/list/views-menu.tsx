import type { ListName } from '@leeward/workspace/lists/contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Begun, Kept } from '../parts/kept.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Words } from '../parts/words.tsx';
import { useMemberName } from '../session/organisation.tsx';
import { useBegun, useForm } from '../session/use-form.ts';
import { useAction, useView } from '../session/use-session.tsx';
import { type ListShape, readShape } from './shape.ts';

/** What a view holds besides the shape: which part of the list it was made on. */
type Form = { readonly shape: ListShape; readonly tab: string | null };

type Props = {
  readonly list: ListName;
  readonly shape: ListShape;
  readonly tab: string | null;
  readonly onChoose: (shape: ListShape, tab: string | null) => void;
};

/** Arrangements under a name: one's own, and those that the team shares. */
export function ViewsMenu(props: Props): ReactNode {
  const { t } = useSpeech();
  const begun = useBegun(`keepView:${props.list}`, null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('list.views')} <Begun begun={begun && !open} />
      </button>
      {open ? <ViewsDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function ViewsDialog({
  list,
  shape,
  tab,
  onChoose,
  onClose,
}: Props & { readonly onClose: () => void }): ReactNode {
  const { t } = useSpeech();
  const notice = useNotice();
  const nameOf = useMemberName();
  const views = useView('views', { list });
  const keep = useAction('keepView');
  const share = useAction('shareView');
  const drop = useAction('dropView');
  const withdraw = useAction('withdrawView');
  const draft = useForm(`keepView:${list}`, null, () => ({ name: '' }));
  const { name } = draft.form;
  const field = useId();
  const { mine, shared, canShare } =
    views?.ok === true ? views.value : { mine: [], shared: [], canShare: false };

  const choose = (form: string): void => {
    const read = readForm(form);
    onChoose(read.shape, read.tab);
    onClose();
  };
  const made = (view = newId()) => ({
    view,
    list,
    name: name.trim(),
    form: JSON.stringify({ shape, tab } satisfies Form),
  });
  const save = async (how: 'keep' | 'share'): Promise<void> => {
    const done = await (how === 'keep' ? keep : share).run({ view: made() });
    if (!done.ok) return;
    draft.given();
    notice({ text: t(how === 'keep' ? 'list.viewKept' : 'list.viewShared') });
  };

  return (
    <Dialog title={t('list.views')} onClose={onClose}>
      <section className="stack tight">
        <h3>{t('list.viewsMine')}</h3>
        {mine.length === 0 ? <p className="quiet">{t('list.viewsTeach')}</p> : null}
        <ul className="plain values">
          {mine.map((view) => (
            <li key={view.view} className="value">
              <button type="button" className="button quiet" onClick={() => choose(view.form)}>
                <Words inline text={view.name} />
              </button>
              <button
                type="button"
                className="button small quiet"
                onClick={() => void drop.run({ list, view: view.view })}
              >
                {t('list.viewDelete')}
                <span className="visually-hidden"> {view.name}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section className="stack tight">
        <h3>{t('list.viewsShared')}</h3>
        {shared.length === 0 ? <p className="quiet">{t('list.viewsTeachShared')}</p> : null}
        <ul className="plain values">
          {shared.map((view) => (
            <li key={`${view.view} ${view.by} ${view.claimedTime}`} className="value">
              <button type="button" className="button quiet" onClick={() => choose(view.form)}>
                <Words inline text={view.name} />
              </button>
              <span className="small quiet">{nameOf(view.by)}</span>
              <button
                type="button"
                className="button small quiet"
                onClick={() => void withdraw.run({ list, view: view.view })}
              >
                {t('list.viewWithdraw')}
                <span className="visually-hidden"> {view.name}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section className="stack tight">
        <label className="field" htmlFor={field}>
          {t('list.viewName')}
        </label>
        <input
          id={field}
          value={name}
          maxLength={100}
          autoComplete="off"
          dir="auto"
          onChange={(event) => draft.change({ name: event.target.value })}
        />
        <p className="quiet small">{t('list.viewHint')}</p>
        <div className="cluster">
          <button
            type="button"
            className="button"
            disabled={name.trim() === '' || keep.busy}
            onClick={() => void save('keep')}
          >
            {t('list.viewKeep')}
          </button>
          <button
            type="button"
            className="button"
            disabled={name.trim() === '' || share.busy || !canShare}
            onClick={() => void save('share')}
          >
            {t('list.viewShare')}
          </button>
          <button type="button" className="button quiet" onClick={onClose}>
            {t('common.close')}
          </button>
        </div>
        <Kept of={draft} />
        <FailureNote failure={keep.failure ?? share.failure ?? drop.failure ?? withdraw.failure} />
      </section>
    </Dialog>
  );
}

/** A form as it was kept or shared, by this version or another. */
function readForm(text: string): Form {
  try {
    const json = JSON.parse(text) as { readonly shape?: unknown; readonly tab?: unknown };
    return { shape: readShape(json.shape), tab: typeof json.tab === 'string' ? json.tab : null };
  } catch {
    return { shape: readShape(null), tab: null };
  }
}

/** An id for a view: by chance, so that two that are made apart are never one. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
