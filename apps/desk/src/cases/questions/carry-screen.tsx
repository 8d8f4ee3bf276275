import {
  type AnswersItemEvent,
  aboutField,
  formField,
  fromField,
  isBoxed,
  type PlainAnswer,
} from '@leeward/domain/answers/events.ts';
import { type AnswerSheet, aboutOf, formOf, inEntries } from '@leeward/domain/answers/state.ts';
import { valuesIn } from '@leeward/domain/answers/tree.ts';
import { type CompiledForm, textIn, type Value } from '@leeward/forms';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useMemo, useState } from 'react';
import { sayValue } from '../../forms/say-value.ts';
import { useSpeech } from '../../language/speech.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Empty } from '../../parts/screen.tsx';
import { Words } from '../../parts/words.tsx';
import { addressOf, goFromHere } from '../../router/route.ts';
import { useAction } from '../../session/use-session.tsx';
import { newId } from '../new-id.ts';
import { type Carried, carryOver } from './carry.ts';
import { useCompiledForm } from './form-of.ts';
import { useOpenBoxes } from './use-sheet.ts';

/** What of a sheet fits another form; undefined while that is being fetched. */
export function useCarried(
  record: string,
  sheet: AnswerSheet,
  to: CompiledForm | null | undefined,
): { readonly from: CompiledForm; readonly carried: Carried } | null | undefined {
  const from = useCompiledForm(formOf(sheet));
  const open = useOpenBoxes(record, sheet.id);
  return useMemo(() => {
    if (from === undefined || to === undefined) return undefined;
    if (from === null || to === null) return null;
    const closed = Object.entries(sheet.fields).flatMap(([path, field]) => {
      const last = field?.at(-1);
      return last !== undefined && isBoxed(last.value) && open(path, last) === undefined ? [path] : [];
    });
    return { from, carried: carryOver(from, to, valuesIn(sheet, open), closed) };
  }, [from, to, sheet, open]);
}

/** Answers to an earlier version, before they are taken over: what fits, and what stays beside. */
export function CarryScreen({
  view,
  sheet,
  form,
}: {
  readonly view: CaseView;
  readonly sheet: AnswerSheet;
  /** The hash of the form into which they are taken over. */
  readonly form: string;
}): ReactNode {
  const { t, locale } = useSpeech();
  const to = useCompiledForm(form);
  const found = useCarried(view.record, sheet, to);
  const action = useAction('actOnCase');
  // Made once: a second click takes over nothing a second time.
  const [id] = useState(newId);
  if (found === undefined || to === undefined) return <p className="quiet">{t('common.loading')}</p>;
  if (found === null || to === null) return <Empty title={t('filled.notThere')} />;
  const { from, carried } = found;
  const { record } = view;
  const take = async (): Promise<void> => {
    const onward = goFromHere();
    const set: { [path: string]: PlainAnswer } = {
      [formField]: form,
      [aboutField]: aboutOf(sheet),
      [fromField]: sheet.id,
    };
    for (const [path, value] of carried.fits) set[path] = value;
    const event: AnswersItemEvent = { type: 'AnswersKept', v: 1, id, set, replaces: {} };
    for (const piece of inEntries(event)) {
      const answer = await action.run({ record, events: [piece], form: null });
      if (!answer.ok) return;
    }
    onward({ name: 'case', record, part: 'questions', item: id });
  };
  const fits = [...carried.fits].filter(([, value]) => value !== true);
  return (
    <section className="stack filler" aria-labelledby="carry">
      <h2 id="carry">{t('filled.carryTitle')}</h2>
      <p>
        <Words inline text={textIn(from.form.title, locale, from.form.languages).text} />
        {' → '}
        <Words inline text={textIn(to.form.title, locale, to.form.languages).text} />
      </p>
      <p className="quiet">{t('filled.carryHint')}</p>
      <h3>{t('filled.carryFits', { count: fits.length })}</h3>
      <dl className="facts">
        {fits.map(([path, value]) => (
          <CarriedLine
            key={path}
            form={from}
            path={path}
            value={value}
            now={carried.reworded.has(path) ? to : null}
          />
        ))}
      </dl>
      <Rest form={from} carried={carried} />
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="button" className="button primary" disabled={action.busy} onClick={() => void take()}>
          {t('filled.carryDo')}
        </button>
        <a className="button quiet" href={addressOf({ name: 'case', record, part: 'questions' })}>
          {t('filled.carryLeave')}
        </a>
      </div>
    </section>
  );
}

/** What stays with the version that it was given to, each with the reason. */
export function Rest({
  form,
  carried,
}: {
  readonly form: CompiledForm;
  readonly carried: Carried;
}): ReactNode {
  const { t } = useSpeech();
  return (
    <>
      <h3>{t('filled.carryRest', { count: carried.rest.length })}</h3>
      <dl className="facts">
        {carried.rest.map(({ path, value, why }) => (
          <CarriedLine
            key={path}
            form={form}
            path={path}
            value={value}
            why={t(`filled.why.${why}`)}
            now={null}
          />
        ))}
      </dl>
    </>
  );
}

/** From here on an answer is covered until somebody asks for it. */
const coveredFrom = 3;

function CarriedLine({
  form,
  path,
  value,
  why = '',
  now,
}: {
  readonly form: CompiledForm;
  readonly path: string;
  readonly value: PlainAnswer | null;
  readonly why?: string;
  /** The form with other words for it. */
  readonly now: CompiledForm | null;
}): ReactNode {
  const speech = useSpeech();
  const { t, locale } = speech;
  const [shown, setShown] = useState(false);
  const name = path.split('/').at(-1) ?? '';
  const node = form.nodes[form.byName.get(name) ?? -1];
  const asked = now?.nodes[now.byName.get(name) ?? -1]?.question.label;
  const label = textIn(node?.question.label, locale, form.form.languages);
  const isCovered = !shown && value !== null && (node?.question.sensitivity ?? 0) >= coveredFrom;
  return (
    <div>
      <dt>
        <Words inline text={label.text || name} lang={label.language} />
      </dt>
      <dd className="stack tight">
        {isCovered ? (
          <button type="button" className="button small" onClick={() => setShown(true)}>
            {t('forms.show')}
          </button>
        ) : value === null ? null : (
          <Words
            text={node === undefined ? String(value) : sayValue(form, node.question, value as Value, speech)}
          />
        )}
        {asked === undefined || now === null ? null : (
          <span className="small">
            {t('filled.carryNow')} <Words inline text={textIn(asked, locale, now.form.languages).text} />
          </span>
        )}
        {why === '' ? null : <span className="small quiet">{why}</span>}
      </dd>
    </div>
  );
}

/** Beside a sheet that came from an earlier version: what did not fit, and the way to the earlier answers. */
export function FromEarlier({
  record,
  sheet,
  to,
}: {
  readonly record: string;
  readonly sheet: AnswerSheet;
  readonly to: CompiledForm;
}): ReactNode {
  const { t } = useSpeech();
  const found = useCarried(record, sheet, to);
  if (found === undefined || found === null) return null;
  return (
    <details className="card form-card">
      <summary>{t('filled.carriedFrom')}</summary>
      <Rest form={found.from} carried={found.carried} />
      <a href={addressOf({ name: 'case', record, part: 'questions', item: sheet.id })}>
        {t('filled.openEarlier')}
      </a>
    </details>
  );
}
