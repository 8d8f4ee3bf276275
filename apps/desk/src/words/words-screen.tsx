import { declineReasons } from '@leeward/domain/request/events.ts';
import { type DeskLocale, direction, isDeskLocale, languageName } from '@leeward/ui';
import type { PreparedField } from '@leeward/workspace/desk/requests-contract.ts';
import { type ReactNode, useId } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { Kept } from '../parts/kept.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Screen } from '../parts/screen.tsx';
import { Words } from '../parts/words.tsx';
import type { DeclineReason } from '../request/decline.ts';
import { useBuiltInWords } from '../request/decline-templates.ts';
import { addressOf } from '../router/route.ts';
import { useMemberName } from '../session/organisation.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction, useView } from '../session/use-session.tsx';
import { writtenLanguages } from './written-languages.ts';

type Form = {
  readonly language: string;
  readonly code: DeclineReason;
  /** Null until something is typed over what stands. */
  readonly text: string | null;
};

/** The team's prepared words: kind ones for each reason to decline, in the language of whoever will read them. */
export function WordsScreen(): ReactNode {
  const { t, numbers, locale } = useSpeech();
  const answer = useView('preparedWords', {});
  const draft = useForm<Form>('keepWords', null, () => ({
    language: locale,
    code: declineReasons.items[0]?.code ?? 'close_declined_covered',
    text: null,
  }));
  const { form, change } = draft;
  const action = useAction('keepWords');
  const notice = useNotice();
  const [language, reason, box, hint] = [useId(), useId(), useId(), useId()];
  const kept = answer?.ok === true ? answer.value : [];
  const field = kept.find(
    (one) => one.occasion === 'decline' && one.code === form.code && one.language === form.language,
  );
  const builtInLanguage: DeskLocale | null = isDeskLocale(form.language) ? form.language : null;
  const builtIn = useBuiltInWords(builtInLanguage)?.[form.code] ?? '';
  const standing = field?.versions.at(-1)?.text ?? '';
  const text = form.text ?? (standing === '' ? builtIn : standing);

  const keep = async (words: string): Promise<void> => {
    const before = standing;
    const place = { occasion: 'decline', code: form.code, language: form.language };
    const done = await action.run({ ...place, text: words.trim() === builtIn.trim() ? '' : words.trim() });
    if (!done.ok) return;
    draft.given({ ...form, text: null });
    notice({
      text: t('words.done'),
      undo: { label: t('undo.label'), run: () => action.run({ ...place, text: before }) },
    });
  };

  return (
    <Screen
      title={t('words.title')}
      back={{ href: addressOf({ name: 'requests', tab: 'now' }), label: t('queue.title') }}
      lead={<p>{t('words.lead')}</p>}
    >
      <div className="words-page">
        <form
          className="form stack"
          onSubmit={(event) => {
            event.preventDefault();
            void keep(text);
          }}
        >
          <div className="enter-row">
            <div className="field">
              <label htmlFor={reason}>{t('decline.reason')}</label>
              <select
                id={reason}
                value={form.code}
                onChange={(event) => change({ code: event.target.value as DeclineReason, text: null })}
              >
                {declineReasons.items.map(({ code }) => (
                  <option key={code} value={code}>
                    {t(`decline.${code}`)}
                  </option>
                ))}
              </select>
            </div>
            <div className="field">
              <label htmlFor={language}>{t('request.language')}</label>
              <select
                id={language}
                value={form.language}
                onChange={(event) => change({ language: event.target.value, text: null })}
              >
                {writtenLanguages(form.language).map((tag) => (
                  <option key={tag} value={tag}>
                    {languageName(numbers, tag)}
                  </option>
                ))}
              </select>
            </div>
          </div>
          {field !== undefined && field.versions.length > 1 ? (
            <Versions field={field} onChoose={(words) => void keep(words)} />
          ) : null}
          <div className="field">
            <label htmlFor={box}>{t('decline.words')}</label>
            <span className="hint" id={hint}>
              {standing === '' ? t(builtIn === '' ? 'words.none' : 'words.builtIn') : t('words.own')}
            </span>
            <textarea
              id={box}
              className="tall"
              lang={form.language}
              dir={text === '' && builtInLanguage !== null ? direction(builtInLanguage) : 'auto'}
              aria-describedby={hint}
              value={text}
              onChange={(event) => change({ text: event.target.value })}
            />
          </div>
          <FailureNote failure={action.failure ?? (answer?.ok === false ? answer.error : null)} />
          <div className="cluster">
            <button
              type="submit"
              className="button primary"
              disabled={action.busy || form.text === null || text.trim() === ''}
            >
              {t('words.keep')}
            </button>
            {standing === '' ? null : (
              <button
                type="button"
                className="button quiet"
                disabled={action.busy}
                onClick={() => void keep(builtIn)}
              >
                {t('words.back')}
              </button>
            )}
            <Kept of={draft} />
          </div>
        </form>
        {kept.length === 0 ? null : (
          <section className="stack tight" aria-label={t('words.changed')}>
            <h2>{t('words.changed')}</h2>
            <ul className="plain errands card">
              {kept.map((one) => (
                <li key={`${one.code} ${one.language}`} className="bar kept-words">
                  <span>
                    {reasonWords(one.code, t)} · {languageName(numbers, one.language)}
                    {one.versions.length > 1 ? <span className="chip warn">{t('words.apart')}</span> : null}
                  </span>
                  <button
                    type="button"
                    className="button quiet"
                    onClick={() =>
                      change({ code: one.code as DeclineReason, language: one.language, text: null })
                    }
                  >
                    {t('words.show')}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Screen>
  );
}

function reasonWords(code: string, t: ReturnType<typeof useSpeech>['t']): string {
  const known = declineReasons.items.find((item) => item.code === code)?.code;
  return known === undefined ? code : t(`decline.${known}`);
}

/** Two versions that colleagues kept apart: both are here until one is chosen, and both stay in the history. */
function Versions({
  field,
  onChoose,
}: {
  readonly field: PreparedField;
  readonly onChoose: (text: string) => void;
}): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  return (
    <div className="note warn stack tight">
      <strong>{t('words.apartTitle')}</strong>
      {field.versions.map((version) => (
        <div key={`${version.by} ${version.claimedTime}`} className="typed card stack tight">
          <Words text={version.text} lang={field.language} />
          <p className="small quiet">
            {nameOf(version.by)} · <Ago at={version.claimedTime} />
          </p>
          <div>
            <button type="button" className="button" onClick={() => onChoose(version.text)}>
              {t('conflict.choose')}
            </button>
          </div>
        </div>
      ))}
    </div>
  );
}
