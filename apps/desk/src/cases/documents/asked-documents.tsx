import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { documentsOf } from '@leeward/domain/document/state.ts';
import { type AskedValues, askedItems } from '@leeward/domain/document-asked/events.ts';
import { type AskedDocument, missingIn } from '@leeward/domain/document-asked/state.ts';
import { baseOf, editOf, valueIn } from '@leeward/domain/shared/items.ts';
import { formatDate } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useState } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Words } from '../../parts/words.tsx';
import { LineBox } from '../../request/back-fields.tsx';
import { useAction } from '../../session/use-session.tsx';
import { FormFoot } from '../item/form-foot.tsx';
import { PersonBox } from '../item/person-box.tsx';
import { PutAway } from '../item/put-away.tsx';
import { SelectBox } from '../item/select-box.tsx';
import { useItemForm } from '../item/use-item-form.ts';
import { Versions } from '../item/versions.tsx';
import { UsualDocuments } from './usual-documents.tsx';

type Shown = { readonly view: CaseView; readonly allowed: boolean };

/** What is asked for and not here yet, with the day by which it is needed; the usual ones of a step in one go. */
export function AskedDocuments({ view, allowed, item }: Shown & { readonly item: string | null }): ReactNode {
  const { t } = useSpeech();
  const missing = missingIn(view.state.parts.asked);
  if (missing.length === 0 && !allowed) return null;
  return (
    <section className="stack tight" aria-labelledby="asked-documents">
      <h2 id="asked-documents">{t('asked.title')}</h2>
      {missing.length === 0 ? <p className="quiet">{t('asked.none')}</p> : null}
      <ul className="plain stack tight">
        {missing.map((asked) => (
          <AskedCard key={asked.id} view={view} asked={asked} allowed={allowed} marked={asked.id === item} />
        ))}
      </ul>
      {allowed ? (
        <div className="openers">
          <AskedForm view={view} asked={undefined} />
          <UsualDocuments view={view} />
        </div>
      ) : null}
    </section>
  );
}

function AskedCard({
  view,
  asked,
  allowed,
  marked,
}: Shown & { readonly asked: AskedDocument; readonly marked: boolean }): ReactNode {
  const { t, numbers } = useSpeech();
  const today = useToday();
  const action = useAction('actOnCase');
  const due = valueIn(asked, 'due') ?? null;
  const from = valueIn(asked, 'from') ?? '';
  const stage = valueIn(asked, 'stage') ?? null;
  const documents = documentsOf(view.state.parts.documents);
  const set = (part: Partial<AskedValues>): void => {
    const event = editOf(askedItems, baseOf(asked, asked.id), part);
    if (event === null) return;
    void action.run({ record: view.record, events: [event as unknown as CaseEvent], form: null });
  };
  return (
    <li className="card padded stack tight" data-asked="" data-marked={marked || undefined}>
      <div className="line-meta">
        <b>
          <Words inline text={valueIn(asked, 'title') ?? ''} />
        </b>
        {due === null ? null : (
          <span className={due < today ? 'chip warn' : 'chip'}>
            {t('asked.by', { date: formatDate(numbers, due, 'UTC') })}
          </span>
        )}
        {stage === null ? null : <span className="small quiet">{t(`stage.${stage}`)}</span>}
      </div>
      {from === '' ? null : (
        <p className="small">
          {t('asked.from')}: <Words inline text={from} />
        </p>
      )}
      <Versions
        label={t('asked.name')}
        field={asked.fields.title}
        say={(title) => <Words inline text={title} />}
        onChoose={allowed ? (title) => set({ title }) : null}
      />
      <Versions
        label={t('asked.due')}
        field={asked.fields.due}
        say={(day) => (day === null ? t('due.noDay') : formatDate(numbers, day, 'UTC'))}
        onChoose={allowed ? (day) => set({ due: day }) : null}
      />
      {allowed ? (
        <>
          {documents.length === 0 ? null : (
            <SelectBox
              label={t('asked.came')}
              value=""
              none={t('asked.notYet')}
              choices={documents.map((document) => ({
                value: document.id,
                label: valueIn(document, 'title') ?? '',
              }))}
              onChange={(came) => {
                if (came !== '') set({ came });
              }}
            />
          )}
          <FailureNote failure={action.failure} />
          <div className="cluster">
            <AskedForm view={view} asked={asked} />
            <PutAway kind={askedItems} record={view.record} item={asked} label={t('asked.putAway')} />
          </div>
        </>
      ) : null}
    </li>
  );
}

function AskedForm({
  view,
  asked,
}: {
  readonly view: CaseView;
  readonly asked: AskedDocument | undefined;
}): ReactNode {
  const { t } = useSpeech();
  const form = useItemForm<'DocumentAsked', AskedValues>(askedItems, view.record, asked, () => ({
    title: '',
    stage: null,
    about: null,
    from: '',
    due: null,
    came: null,
  }));
  const [opened, setOpened] = useState(false);
  const { values } = form;
  if (!opened && form.draft.keeping === null)
    return (
      <button type="button" className="button" onClick={() => setOpened(true)}>
        {t(asked === undefined ? 'asked.ask' : 'documents.correct')}
      </button>
    );
  return (
    <form
      className="stack card padded"
      onSubmit={(event) => {
        event.preventDefault();
        void form.save().then((kept) => {
          if (kept) setOpened(false);
        });
      }}
    >
      <LineBox
        label={t('asked.name')}
        hint={t('asked.nameHint')}
        required
        value={values.title ?? ''}
        onChange={(title) => form.set({ title })}
      />
      <LineBox label={t('asked.from')} value={values.from ?? ''} onChange={(from) => form.set({ from })} />
      <LineBox
        label={t('asked.due')}
        type="date"
        value={values.due ?? ''}
        onChange={(due) => form.set({ due: due === '' ? null : due })}
      />
      <PersonBox
        state={view.state}
        label={t('documents.about')}
        value={values.about ?? null}
        onChange={(about) => form.set({ about })}
      />
      <FormFoot form={form} onEnd={() => setOpened(false)} />
    </form>
  );
}
