import { type FormPlace, formPlaces } from '@leeward/domain/organisation/placed-forms.ts';
import { isAnswered, readForm, textIn, writeForm } from '@leeward/forms';
import type { PlacedQuestions } from '@leeward/workspace/desk/questions-contract.ts';
import { type ReactNode, useId, useState, useSyncExternalStore } from 'react';
import { newId } from '../cases/new-id.ts';
import { pagesOf } from '../cases/questions/pages.ts';
import { useSpeech } from '../language/speech.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Words } from '../parts/words.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction, useSession, useView } from '../session/use-session.tsx';
import { type BuiltForm, builtFrom, emptyForm, fromOlderDraft } from './build-form.ts';
import { FormBuilder } from './builder.tsx';
import { useBuilding } from './building.ts';
import { ExportForm } from './export-form.tsx';

/** Under which name what is built for files is kept: each form by itself. */
const draftOf = 'questions:';

/** The organisation's own questions in files: which are asked where, changed, made anew, given out as a spreadsheet. */
export function FormsInFiles({
  mayPlace,
  work,
  onWork,
}: {
  readonly mayPlace: boolean;
  /** What is built at the moment: the hash of the form that it begins with, or a name for a new one; null for nothing. */
  readonly work: string | null;
  readonly onWork: (work: string | null) => void;
}): ReactNode {
  const { t } = useSpeech();
  const { forms } = useSession();
  const placed = useView('placedQuestions', {});
  const begun = useSyncExternalStore(forms.watch, forms.begun);
  const list = placed?.ok === true ? placed.value : [];
  const open = begun.flatMap(({ command }) =>
    command.startsWith(draftOf) ? [command.slice(draftOf.length)] : [],
  );
  return (
    <section className="stack" aria-labelledby="forms-in-files">
      <h2 id="forms-in-files">{t('filled.inFiles')}</h2>
      <p>{t('filled.inFilesHint')}</p>
      {list.length === 0 && work === null ? <p className="quiet">{t('filled.noneYet')}</p> : null}
      <ul className="plain stack tight">
        {(work === null ? list : []).map((one) => (
          <PlacedLine key={`${one.form} ${one.place}`} placed={one} mayPlace={mayPlace} onWork={onWork} />
        ))}
      </ul>
      {!mayPlace ? null : work === null ? (
        <div className="cluster">
          {open.map((key) => (
            <button key={key} type="button" className="button primary" onClick={() => onWork(key)}>
              {t('filled.goOnBuilding')}
            </button>
          ))}
          <button type="button" className="button" onClick={() => onWork(`new-${newId()}`)}>
            {t('filled.newForm')}
          </button>
        </div>
      ) : (
        <FileBuilder key={work} work={work} placed={list} onClose={() => onWork(null)} />
      )}
    </section>
  );
}

function PlacedLine({
  placed: { form, place: where, title, languages },
  mayPlace,
  onWork,
}: {
  readonly placed: PlacedQuestions;
  readonly mayPlace: boolean;
  readonly onWork: (key: string) => void;
}): ReactNode {
  const { t, locale } = useSpeech();
  const { session } = useSession();
  const place = useAction('placeQuestions');
  const { text, language } = textIn(title, locale, languages);
  const takeAway = async (): Promise<void> => {
    const kept = await session.call('formText', { form });
    if (kept.ok) await place.run({ text: kept.value.text, place: where, offered: false });
  };
  return (
    <li className="cluster">
      <Words inline text={text} lang={language} />
      <span className="chip">{t(`filled.place.${where}`)}</span>
      {mayPlace ? (
        <>
          <button type="button" className="button quiet small" onClick={() => onWork(form)}>
            {t('filled.change')}
          </button>
          <button
            type="button"
            className="button quiet small"
            disabled={place.busy}
            onClick={() => void takeAway()}
          >
            {t('filled.askNoMore')}
          </button>
        </>
      ) : null}
      <ExportForm form={form} />
      <FailureNote failure={place.failure} />
    </li>
  );
}

/** Builds a form for files: a new one, or a new version of one that is asked. */
function FileBuilder({
  work,
  placed,
  onClose,
}: {
  readonly work: string;
  readonly placed: readonly PlacedQuestions[];
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const isNew = work.startsWith('new-');
  const kept = useView('formText', { form: isNew ? '' : work });
  if (!isNew && kept === undefined) return <p className="quiet">{t('common.loading')}</p>;
  const read = !isNew && kept?.ok === true ? readForm(kept.value.text) : null;
  const first: BuiltForm =
    read?.ok === true
      ? builtFrom(read.value.form, work)
      : { ...emptyForm, name: `form_${work.slice(4, 12)}`, base: '' };
  return <OpenBuilder work={work} first={first} placed={placed} onClose={onClose} />;
}

function OpenBuilder({
  work,
  first,
  placed,
  onClose,
}: {
  readonly work: string;
  readonly first: BuiltForm;
  readonly placed: readonly PlacedQuestions[];
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const draft = useForm<BuiltForm>(`${draftOf}${work}`, null, () => first);
  const building = useBuilding(fromOlderDraft(draft.form), draft.change, true);
  const { session } = useSession();
  const action = useAction('placeQuestions');
  const before = placed.filter(({ form }) => form === work).map(({ place }) => place);
  const [place, setPlace] = useState<FormPlace>(before[0] ?? 'file');
  const box = useId();
  const { compiled } = building;
  const publish = async (): Promise<void> => {
    // Not what was judged a moment ago: the last letters count.
    const now = building.now();
    if (now === null) return;
    const text = writeForm(now.form);
    const given = await action.run({ text, place, offered: true });
    if (!given.ok) return;
    // The new version takes the place of the one that it began with; what was answered to that stays.
    const old = work.startsWith('new-') ? null : await session.call('formText', { form: work });
    if (old?.ok === true && old.value.text !== text && before.includes(place))
      await action.run({ text: old.value.text, place, offered: false });
    draft.given(first);
    onClose();
  };
  return (
    <form
      className="card form form-card stack"
      onSubmit={(event) => {
        event.preventDefault();
        void publish();
      }}
    >
      <FormBuilder building={building} none="forms.noneInFiles" />
      {compiled === null ? null : (
        <p className="small quiet">
          {t('filled.size', {
            questions: compiled.nodes.filter(({ question }) => isAnswered(question.type)).length,
            pages: pagesOf(compiled).length,
          })}
        </p>
      )}
      <div className="cluster">
        <label htmlFor={box}>{t('filled.where')}</label>
        <select id={box} value={place} onChange={(event) => setPlace(event.target.value as FormPlace)}>
          {formPlaces.map((one) => (
            <option key={one} value={one}>
              {t(`filled.place.${one}`)}
            </option>
          ))}
        </select>
        <button type="submit" className="button primary" disabled={action.busy || compiled === null}>
          {t(before.length > 0 ? 'filled.askInstead' : 'filled.askHere')}
        </button>
        <button type="button" className="button quiet" onClick={onClose}>
          {t('filled.laterBuilding')}
        </button>
        <Kept of={draft} />
      </div>
      <FailureNote failure={action.failure} />
    </form>
  );
}
