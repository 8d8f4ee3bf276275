import type { Mechanism } from '@leeward/directory';
import type { Flaw } from '@leeward/directory/validate.ts';
import type { Json } from '@leeward/domain/directory/events.ts';
import type { DirectoryView, Proposed, ShownEntry } from '@leeward/workspace/directory/contract.ts';
import { type FieldName, fieldOf, withField } from '@leeward/workspace/directory/fields.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Kept } from '../../parts/kept.tsx';
import { useNotice } from '../../parts/notices.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Empty, Screen } from '../../parts/screen.tsx';
import { addressOf, go } from '../../router/route.ts';
import { useForm } from '../../session/use-form.ts';
import { useAction } from '../../session/use-session.tsx';
import { useToday } from '../use-today.ts';
import { FieldRows } from './field-rows.tsx';
import { fieldLabel, inReadingOrder } from './fields.ts';
import { SourceFields, type SourceForm } from './source-fields.tsx';
import { ValueLines } from './value-lines.tsx';

/** What is typed, field by field: the value on which the field was opened, and the one that it shall have. */
type Form = SourceForm & {
  readonly changes: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;
  /** A second person shall look, even where none must. */
  readonly wait: boolean;
};

/** Changing what an entry says: only what is opened is changed, and nothing without a source. */
export function ChangeScreen({
  view,
  mechanism,
}: {
  readonly view: DirectoryView;
  readonly mechanism: string;
}): ReactNode {
  const { t } = useSpeech();
  const shown = view.entries.find(({ entry }) => entry.id === mechanism);
  const back = {
    href: addressOf({ name: 'directory', part: 'entry', record: null, mechanism }),
    label: shown?.entry.name ?? t('directory.title'),
  };
  return (
    <Screen
      title={t('directory.change')}
      back={back}
      lead={shown === undefined ? null : <bdi>{shown.entry.name}</bdi>}
    >
      {shown === undefined || !view.may.edit ? (
        <Empty title={shown === undefined ? t('directory.gone') : t('directory.mayNotEdit')} />
      ) : (
        <ChangeForm shown={shown} />
      )}
    </Screen>
  );
}

function ChangeForm({ shown }: { readonly shown: ShownEntry }): ReactNode {
  const { t } = useSpeech();
  const today = useToday();
  const notice = useNotice();
  const { entry } = shown;
  const isLocal = shown.origin === 'local';
  const draft = useForm<Form>(isLocal ? 'changeMechanism' : 'proposeChange', entry.id, () => ({
    changes: {},
    source: '',
    sourceDate: '',
    note: '',
    wait: false,
  }));
  const propose = useAction('proposeChange');
  const whole = useAction('changeMechanism');
  const [flaws, setFlaws] = useState<readonly Flaw[]>([]);
  const [moved, setMoved] = useState<readonly { readonly field: string; readonly now: unknown }[]>([]);
  const { form } = draft;
  const changed = Object.entries(form.changes);
  const shownIn = (field: FieldName): unknown => {
    const change = form.changes[field];
    return change === undefined ? fieldOf(entry, field) : change.to;
  };
  const set = (changes: Form['changes']): void => draft.change({ changes });

  const take = (answer: Proposed): void => {
    setFlaws(answer.type === 'flaws' ? answer.flaws : []);
    setMoved(answer.type === 'changed' ? answer.fields : []);
    if (answer.type !== 'kept') return;
    draft.discard();
    notice({
      text: answer.needsOther || form.wait ? t('directory.proposedDone') : t('directory.changedDone'),
    });
    go({ name: 'directory', part: 'entry', record: null, mechanism: entry.id });
  };
  const send = async (): Promise<void> => {
    const from = { source: form.source.trim(), sourceDate: form.sourceDate || null, note: form.note.trim() };
    const answer = isLocal
      ? await whole.run({
          ...from,
          mechanism: entry.id,
          from: entry,
          entry: changed.reduce<Mechanism>(
            (one, [field, { to }]) => withField(one, field as FieldName, to as Json),
            entry,
          ),
        })
      : await propose.run({
          ...from,
          mechanism: entry.id,
          changes: changed.map(([field, { from: before, to }]) => ({ field, from: before, to })),
          confirm: !form.wait,
        });
    if (answer.ok) take(answer.value);
  };

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <FieldRows
        fields={inReadingOrder}
        valueIn={shownIn}
        isOpen={(field) => form.changes[field] !== undefined}
        onOpen={(field) => {
          const now = fieldOf(entry, field);
          set({ ...form.changes, [field]: { from: now, to: now } });
        }}
        onUndo={(field) => {
          const { [field]: _undone, ...rest } = form.changes;
          set(rest);
        }}
        onChange={(field, to) =>
          set({ ...form.changes, [field]: { from: form.changes[field]?.from ?? fieldOf(entry, field), to } })
        }
        flaws={flaws}
        warns={!isLocal}
      />
      {moved.length === 0 ? null : (
        <div className="note warn stack tight" role="alert">
          <strong>{t('directory.movedTitle')}</strong>
          {moved.map(({ field, now }) => (
            <div key={field}>
              {t(fieldLabel(field))}: <ValueLines field={field} value={now} />
            </div>
          ))}
          <div>
            <button
              type="button"
              className="button"
              onClick={() => {
                set(
                  Object.fromEntries(
                    changed.map(([field, change]) => {
                      const found = moved.find((one) => one.field === field);
                      return [field, found === undefined ? change : { ...change, from: found.now }];
                    }),
                  ),
                );
                setMoved([]);
              }}
            >
              {t('directory.movedGoOn')}
            </button>
          </div>
        </div>
      )}
      {changed.length === 0 ? (
        <p className="quiet">{t('directory.openAField')}</p>
      ) : (
        <section className="card form-card stack" aria-label={t('directory.source')}>
          <p>
            <b>{t('directory.changesCount', { count: changed.length })}</b>
          </p>
          <SourceFields form={form} today={today} onChange={draft.change} />
          {isLocal ? null : (
            <label className="option">
              <input
                type="checkbox"
                checked={form.wait}
                onChange={(event) => draft.change({ wait: event.target.checked })}
              />
              {t('directory.waitForSecond')}
            </label>
          )}
          <FailureNote failure={propose.failure ?? whole.failure} />
          <div className="cluster">
            <button type="submit" className="button primary" disabled={propose.busy || whole.busy}>
              {t('directory.propose')}
            </button>
            <Kept of={draft} />
          </div>
        </section>
      )}
    </form>
  );
}
