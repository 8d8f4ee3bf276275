import { type FormPlace, formPlaces } from '@leeward/domain/organisation/placed-forms.ts';
import { type CompiledForm, isAnswered, textIn, writeForm } from '@leeward/forms';
import { type ReactNode, useId, useState } from 'react';
import { pagesOf } from '../cases/questions/pages.ts';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Words } from '../parts/words.tsx';
import { useAction, useSession, useView } from '../session/use-session.tsx';
import { ImportForm } from './import-form.tsx';

/** The organisation's own questions in files: which are asked where, and others that are brought from a spreadsheet. */
export function FormsInFiles({ mayPlace }: { readonly mayPlace: boolean }): ReactNode {
  const { t, locale } = useSpeech();
  const { session } = useSession();
  const placed = useView('placedQuestions', {});
  const place = useAction('placeQuestions');
  const [brought, setBrought] = useState<CompiledForm | null>(null);
  const list = placed?.ok === true ? placed.value : [];
  const takeAway = async (form: string, where: FormPlace): Promise<void> => {
    const kept = await session.call('formText', { form });
    if (kept.ok) await place.run({ text: kept.value.text, place: where, offered: false });
  };
  return (
    <section className="stack" aria-labelledby="forms-in-files">
      <h2 id="forms-in-files">{t('filled.inFiles')}</h2>
      <p>{t('filled.inFilesHint')}</p>
      {list.length === 0 ? <p className="quiet">{t('filled.noneYet')}</p> : null}
      <ul className="plain stack tight">
        {list.map(({ form, place: where, title, languages }) => (
          <li key={`${form} ${where}`} className="cluster">
            <Words inline {...worded(textIn(title, locale, languages))} />
            <span className="chip">{t(`filled.place.${where}`)}</span>
            {mayPlace ? (
              <button
                type="button"
                className="button quiet small"
                disabled={place.busy}
                onClick={() => void takeAway(form, where)}
              >
                {t('filled.askNoMore')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <FailureNote failure={place.failure} />
      {mayPlace ? <ImportForm onForm={setBrought} done="filled.importDone" /> : null}
      {brought === null ? null : (
        <div className="card form-card stack tight">
          <h3>
            <Words inline {...worded(textIn(brought.form.title, locale, brought.form.languages))} />
          </h3>
          <p className="small quiet">
            {t('filled.size', {
              questions: brought.nodes.filter(({ question }) => isAnswered(question.type)).length,
              pages: pagesOf(brought).length,
            })}
          </p>
          <PlaceForm compiled={brought} onPlaced={() => setBrought(null)} />
        </div>
      )}
    </section>
  );
}

const worded = ({ text, language }: { readonly text: string; readonly language: string }) => ({
  text,
  lang: language,
});

/** Chooses where in files a form is asked, and asks it there from now on. */
export function PlaceForm({
  compiled,
  onPlaced,
}: {
  readonly compiled: CompiledForm;
  readonly onPlaced: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const action = useAction('placeQuestions');
  const [place, setPlace] = useState<FormPlace>('file');
  const [done, setDone] = useState(false);
  const box = useId();
  const give = async (): Promise<void> => {
    setDone(false);
    const answer = await action.run({ text: writeForm(compiled.form), place, offered: true });
    if (!answer.ok) return;
    setDone(true);
    onPlaced();
  };
  return (
    <div className="stack tight">
      <div className="cluster">
        <label htmlFor={box}>{t('filled.where')}</label>
        <select id={box} value={place} onChange={(event) => setPlace(event.target.value as FormPlace)}>
          {formPlaces.map((one) => (
            <option key={one} value={one}>
              {t(`filled.place.${one}`)}
            </option>
          ))}
        </select>
        <button type="button" className="button" disabled={action.busy} onClick={() => void give()}>
          {t('filled.askHere')}
        </button>
        <span role="status" className="small">
          {done ? t('filled.asked') : ''}
        </span>
      </div>
      <FailureNote failure={action.failure} />
    </div>
  );
}
