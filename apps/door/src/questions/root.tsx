import type { DoorClient } from '@leeward/workspace/door/client.ts';
import type { Door } from '@leeward/workspace/door/open-door.ts';
import { answersFit } from '@leeward/workspace/door/request.ts';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TypedForm } from '../model/answers.ts';
import { useLanguage } from '../model/language.ts';
import { Frame } from '../parts/frame.tsx';
import { FormFields, isUnfinished, typedIn } from './form.tsx';
import { type AskedForm, loadQuestions, type QuestionsProblem } from './load.ts';
import { wordsOf } from './words.ts';

/** The organisation's own questions, between what the door asks and the last look. None of them holds anybody up. */
export function Questions({
  door,
  client,
  typed,
  onTyped,
  back,
  next,
}: {
  readonly door: Door;
  readonly client: DoorClient;
  readonly typed: readonly TypedForm[];
  readonly onTyped: (typed: readonly TypedForm[]) => void;
  readonly back: () => void;
  readonly next: () => void;
}) {
  const { t } = useLanguage();
  const [forms, setForms] = useState<readonly AskedForm[] | QuestionsProblem | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isOver = false;
    setForms(null);
    void loadQuestions(door, client).then((loaded) => {
      if (!isOver) setForms(loaded);
    });
    return () => {
      isOver = true;
    };
  }, [door, round]);
  if (forms === null || typeof forms === 'string')
    return (
      <Frame key={forms ?? 'coming'} title={t('questions.title')}>
        {forms === null ? <p role="status">{t('common.loading')}</p> : null}
        {forms === null ? null : (
          <p class="note warn" role="alert">
            {t(`questions.${forms}`)}
          </p>
        )}
        <div class="go">
          <button class="button" type="button" onClick={back}>
            {t('common.back')}
          </button>
          {forms === 'late' ? (
            <button class="button" type="button" onClick={() => setRound(round + 1)}>
              {t('common.retry')}
            </button>
          ) : null}
          <button class="button primary wide" type="button" onClick={next}>
            {t('questions.goOn')}
          </button>
        </div>
      </Frame>
    );
  return (
    <Sheet
      key="asked"
      forms={forms}
      typed={typed}
      onTyped={onTyped}
      back={back}
      next={next}
      nextLabel={t(typed.some(({ asked }) => Object.keys(asked).length > 0) ? 'common.next' : 'ask.all.skip')}
    />
  );
}

/** Forms to fill in, and the way on. Also for questions that the team sends in the conversation. */
export function Sheet({
  forms,
  typed,
  onTyped,
  back,
  next,
  nextLabel,
  isPart = false,
}: {
  readonly forms: readonly AskedForm[];
  readonly typed: readonly TypedForm[];
  readonly onTyped: (typed: readonly TypedForm[]) => void;
  readonly back: () => void;
  readonly next: () => void;
  readonly nextLabel: string;
  /** Inside another screen: without a heading that takes the focus. */
  readonly isPart?: boolean;
}) {
  const { t, locale } = useLanguage();
  const runs = useRef(new Map<string, Parameters<typeof isUnfinished>[0]>());
  const [isReminded, setReminded] = useState(false);
  const reminder = useRef<HTMLParagraphElement>(null);
  const isTooLong = !answersFit(typed.map(({ form, asked }) => ({ form, values: asked })));
  const first = forms[0];
  const title = first === undefined ? '' : wordsOf(first.compiled, first.compiled.form.title, locale).text;

  // A text too long or no number: nothing of it would be sent, so it is looked at first. Once.
  const invalid = (): HTMLElement | null => document.querySelector('main [aria-invalid="true"]');
  useEffect(() => {
    if (isReminded) (invalid() ?? reminder.current)?.focus();
  }, [isReminded]);

  const onward = (): void => {
    const isOpen = [...runs.current.values()].some(isUnfinished) || invalid() !== null;
    if (!isOpen || isReminded) {
      next();
      return;
    }
    setReminded(true);
  };

  const content = (
    <>
      {isReminded ? (
        <p class="note warn" ref={reminder} tabIndex={-1}>
          {t('questions.look')}
        </p>
      ) : null}
      {forms.map((asked, index) => (
        <section key={asked.form} class="stack">
          {index === 0 ? null : <h2>{wordsOf(asked.compiled, asked.compiled.form.title, locale).text}</h2>}
          <FormFields
            asked={asked}
            before={typed.find(({ form }) => form === asked.form)?.typed ?? {}}
            isReminded={isReminded}
            onRun={(run) => runs.current.set(asked.form, run)}
            onTyped={(run) => {
              const others = typed.filter(({ form }) => form !== asked.form);
              const now = typedIn(asked.form, run);
              onTyped(Object.keys(now.typed).length === 0 ? others : [...others, now]);
            }}
          />
        </section>
      ))}
      {isTooLong ? (
        <div class="note warn stack tight" role="alert">
          <p>{t('questions.tooLong')}</p>
          <button
            class="button"
            type="button"
            onClick={() => {
              onTyped([]);
              next();
            }}
          >
            {t('questions.goOn')}
          </button>
        </div>
      ) : null}
      <div class="go">
        <button class="button" type="button" onClick={back}>
          {t('common.back')}
        </button>
        <button class="button primary wide" type="button" disabled={isTooLong} onClick={onward}>
          {nextLabel}
        </button>
      </div>
    </>
  );
  return isPart ? (
    <section class="card padded stack">
      <h2>{title || t('questions.title')}</h2>
      <p class="quiet">{t('questions.lead')}</p>
      {content}
    </section>
  ) : (
    <Frame title={title || t('questions.title')} lead={t('questions.lead')}>
      {content}
    </Frame>
  );
}
