import { type AnswerSheet, aboutOf, formOf, takenFrom } from '@leeward/domain/answers/state.ts';
import { may } from '@leeward/domain/organisation/permissions.ts';
import { labelOf } from '@leeward/domain/people/state.ts';
import { standing } from '@leeward/domain/shared/items.ts';
import { textIn } from '@leeward/forms';
import { formatNumber } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { PlacedQuestions } from '@leeward/workspace/desk/questions-contract.ts';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Ago } from '../../parts/clock.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Empty } from '../../parts/screen.tsx';
import { Words } from '../../parts/words.tsx';
import { addressOf, go } from '../../router/route.ts';
import { useMemberName } from '../../session/organisation.tsx';
import { useActor } from '../../session/use-actor.ts';
import { useSession, useView } from '../../session/use-session.tsx';
import { newId } from '../new-id.ts';
import { CarryScreen } from './carry-screen.tsx';
import { Filler } from './filler.tsx';
import { useCompiledForm } from './form-of.ts';
import { sheetDraft, type TypedSheet } from './use-sheet.ts';

/** The organisation's own questions in a file: what can be filled in, what was, and one of them as it is filled in. */
export function QuestionsPart({
  view,
  item,
}: {
  readonly view: CaseView;
  readonly item: string | null;
}): ReactNode {
  const { t } = useSpeech();
  const placed = useView('placedQuestions', {});
  if (item !== null) return <OneSheet key={sheetIn(item)} view={view} item={item} />;
  if (placed === undefined) return <p className="quiet">{t('common.loading')}</p>;
  if (!placed.ok) return <FailureNote failure={placed.error} />;
  const places = [...new Set(placed.value.map(({ place }) => place))];
  const asked = new Set(placed.value.map(({ form }) => form));
  const older = standing(view.state.parts.answers).filter((sheet) => !asked.has(formOf(sheet)));
  if (places.length === 0 && older.length === 0)
    return <Empty title={t('filled.none')}>{t('filled.noneHint')}</Empty>;
  return (
    <div className="stack">
      {places.map((place) => (
        <section key={place} className="stack tight" aria-labelledby={`at-${place}`}>
          <h2 id={`at-${place}`}>{t(`filled.place.${place}`)}</h2>
          {placed.value
            .filter((one) => one.place === place)
            .map((one) => (
              <OneForm key={one.form} placed={one} view={view} about="case" />
            ))}
        </section>
      ))}
      {older.length === 0 ? null : (
        <section className="stack tight" aria-labelledby="older-forms">
          <h2 id="older-forms">{t('filled.older')}</h2>
          {older.map((sheet) => (
            <div key={sheet.id} className="card stack tight">
              <SheetLine view={view} sheet={sheet} />
              <CarryOver view={view} sheet={sheet} placed={placed.value} />
            </div>
          ))}
        </section>
      )}
    </div>
  );
}

/** The way into a newer version, for answers to one that is not asked any more. */
function CarryOver({
  view,
  sheet,
  placed,
}: {
  readonly view: CaseView;
  readonly sheet: AnswerSheet;
  readonly placed: readonly PlacedQuestions[];
}): ReactNode {
  const { t, locale } = useSpeech();
  const actor = useActor();
  const compiled = useCompiledForm(formOf(sheet));
  const [chosen, setChosen] = useState('');
  const after = standing(view.state.parts.answers).find((one) => takenFrom(one) === sheet.id);
  if (after !== undefined)
    return (
      <a href={addressOf({ name: 'case', record: view.record, part: 'questions', item: after.id })}>
        <span className="chip">{t('filled.carried')}</span>
      </a>
    );
  const mayWrite = view.stopped === null && may(actor.role, 'case.edit', actor.permissions).ok;
  const forms = [...new Map(placed.map((one) => [one.form, one])).values()];
  const [first] = forms;
  if (!mayWrite || first === undefined) return null;
  // Versions of one form have one name; among others a person chooses.
  const next =
    forms.find(({ form }) => form === chosen) ??
    forms.find(({ name }) => name === compiled?.form.name) ??
    first;
  const item = `carry-${sheet.id}-${next.form}`;
  return (
    <div className="cluster">
      {forms.length < 2 ? null : (
        <select
          aria-label={t('filled.carryInto')}
          value={next.form}
          onChange={(event) => setChosen(event.target.value)}
        >
          {forms.map(({ form, title, languages }) => (
            <option key={form} value={form}>
              {textIn(title, locale, languages).text}
            </option>
          ))}
        </select>
      )}
      <a className="button" href={addressOf({ name: 'case', record: view.record, part: 'questions', item })}>
        {t('filled.carry')}
      </a>
    </div>
  );
}

/** The forms of one place, about one person or thing: for the screens of other parts. */
export function PlacedForms({
  view,
  place,
  about,
}: {
  readonly view: CaseView;
  readonly place: PlacedQuestions['place'];
  /** `case`, `person:` and an id ... */
  readonly about: string;
}): ReactNode {
  const { t } = useSpeech();
  const placed = useView('placedQuestions', {});
  const here = placed?.ok === true ? placed.value.filter((one) => one.place === place) : [];
  if (here.length === 0) return null;
  return (
    <section className="stack tight">
      <h2>{t('filled.title')}</h2>
      {here.map((one) => (
        <OneForm key={one.form} placed={one} view={view} about={about} />
      ))}
    </section>
  );
}

/** The sheet of an address. Once a begun one is saved its address changes, and whoever fills it in stays on her page. */
const sheetIn = (item: string): string => /^new-([0-9a-f]{32})-/.exec(item)?.[1] ?? item;

/** The address of a form that is begun: it says what it will be about, for there is no sheet yet. */
const freshItem = (form: string, about: string, id: string): string =>
  `new-${id}-${form}-${about.replace(':', '-')}`;

function OneForm({
  placed,
  view,
  about,
}: {
  readonly placed: PlacedQuestions;
  readonly view: CaseView;
  readonly about: string;
}): ReactNode {
  const { t, locale } = useSpeech();
  const actor = useActor();
  const sheets = standing(view.state.parts.answers).filter(
    (sheet) => formOf(sheet) === placed.form && (about === 'case' || aboutOf(sheet) === about),
  );
  const title = textIn(placed.title, locale, placed.languages);
  const mayWrite = view.stopped === null && may(actor.role, 'case.edit', actor.permissions).ok;
  const begun = useBegunSheets(view).filter((one) => one.form === placed.form && one.about === about);
  const addressOfNew = (id: string): string =>
    addressOf({
      name: 'case',
      record: view.record,
      part: 'questions',
      item: freshItem(placed.form, about, id),
    });
  return (
    <div className="card stack tight">
      <h3>
        <Words inline text={title.text} lang={title.language} />
      </h3>
      {sheets.map((sheet) => (
        <SheetLine key={sheet.id} view={view} sheet={sheet} />
      ))}
      {sheets.length === 0 ? <p className="quiet small">{t('filled.notBegun')}</p> : null}
      {mayWrite ? (
        <div className="cluster">
          {begun.map(({ id }) => (
            <a key={id} className="button primary" href={addressOfNew(id)}>
              {t('filled.goOn')}
            </a>
          ))}
          <button
            type="button"
            className="button"
            onClick={() => {
              window.location.hash = addressOfNew(newId());
            }}
          >
            {sheets.length + begun.length === 0 ? t('filled.begin') : t('filled.again')}
          </button>
        </div>
      ) : null}
    </div>
  );
}

/** Sheets that were begun on this device and never saved. */
function useBegunSheets({
  record,
  state,
}: CaseView): readonly { readonly id: string; readonly form: string; readonly about: string }[] {
  const { forms } = useSession();
  const begun = useSyncExternalStore(forms.watch, forms.begun);
  return begun.flatMap((place) => {
    const id = place.command.startsWith(sheetDraft) ? place.command.slice(sheetDraft.length) : '';
    if (id === '' || place.record !== record || state.parts.answers.has(id)) return [];
    const typed = forms.peek(place.command, record)?.form as Partial<TypedSheet> | undefined;
    return [{ id, form: typed?.form ?? '', about: typed?.about ?? '' }];
  });
}

function SheetLine({ view, sheet }: { readonly view: CaseView; readonly sheet: AnswerSheet }): ReactNode {
  const { t, locale, numbers } = useSpeech();
  const nameOf = useMemberName();
  const compiled = useCompiledForm(formOf(sheet));
  const last = sheet.steps.at(-1);
  const apart = Object.values(sheet.fields).filter((field) => (field?.length ?? 0) > 1).length;
  const title = compiled == null ? '' : textIn(compiled.form.title, locale, compiled.form.languages).text;
  const href = addressOf({ name: 'case', record: view.record, part: 'questions', item: sheet.id });
  const [kind = '', id = ''] = aboutOf(sheet).split(':');
  const whom = kind === 'person' ? (labelOf(view.state.parts.people, id) ?? null) : null;
  return (
    <p className="cluster">
      <a href={href}>{t('filled.open', { title: title === '' ? formOf(sheet).slice(0, 8) : title })}</a>
      {whom === null ? null : (
        <span className="chip">
          <Words inline text={whom} />
        </span>
      )}
      {last === undefined ? null : (
        <span className="small quiet">
          {nameOf(last.by)} <Ago at={last.claimedTime} />
        </span>
      )}
      {apart === 0 ? null : (
        <span className="chip warn">
          {t('filled.apart', { count: apart, number: formatNumber(numbers, apart) })}
        </span>
      )}
    </p>
  );
}

function OneSheet({ view, item }: { readonly view: CaseView; readonly item: string }): ReactNode {
  const { t } = useSpeech();
  const placed = useView('placedQuestions', {});
  const sheet = view.state.parts.answers.get(item);
  const carry = /^carry-([0-9a-f]{32})-([0-9a-f]{64})$/.exec(item);
  const earlier = view.state.parts.answers.get(carry?.[1] ?? '');
  if (earlier !== undefined) return <CarryScreen view={view} sheet={earlier} form={carry?.[2] ?? ''} />;
  const begun = /^new-([0-9a-f]{32})-([0-9a-f]{64})-([a-z]+)(?:-([0-9a-f]{32}))?$/.exec(item);
  if (sheet !== undefined)
    return <Filling view={view} id={sheet.id} form={formOf(sheet)} about={aboutOf(sheet)} />;
  if (placed === undefined) return <p className="quiet">{t('common.loading')}</p>;
  const form = placed.ok ? placed.value.find((one) => one.form === begun?.[2])?.form : undefined;
  if (form === undefined || begun === null) return <Empty title={t('filled.notThere')} />;
  const [, id = '', , kind = '', whom] = begun;
  const about = whom === undefined ? 'case' : `${kind}:${whom}`;
  return <Filling view={view} id={id} form={form} about={about} />;
}

/** The sheet from which answers were taken over into this one; empty where there is none. */
const takenFromOf = (view: CaseView, id: string): string => {
  const sheet = view.state.parts.answers.get(id);
  return sheet === undefined ? '' : (takenFrom(sheet) ?? '');
};

function Filling({
  view,
  id,
  form,
  about,
}: {
  readonly view: CaseView;
  readonly id: string;
  readonly form: string;
  readonly about: string;
}): ReactNode {
  const { t } = useSpeech();
  const actor = useActor();
  const compiled = useCompiledForm(form);
  if (compiled === undefined) return <p className="quiet">{t('common.loading')}</p>;
  if (compiled === null) return <p className="note warn">{t('forms.formMissing')}</p>;
  return (
    <Filler
      record={view.record}
      compiled={compiled}
      form={form}
      about={about}
      id={id}
      sheet={view.state.parts.answers.get(id)}
      earlier={view.state.parts.answers.get(takenFromOf(view, id))}
      mayWrite={view.stopped === null && may(actor.role, 'case.edit', actor.permissions).ok}
      today={new Date().toISOString().slice(0, 10)}
      onClose={() => go({ name: 'case', record: view.record, part: 'questions' })}
    />
  );
}
