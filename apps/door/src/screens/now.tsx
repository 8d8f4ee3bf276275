import { useState } from 'preact/hooks';
import type { Answers, Change } from '../model/answers.ts';
import { useLanguage } from '../model/language.ts';
import type { Go } from '../model/screens.ts';
import { TextField } from '../parts/field.tsx';
import { FindSupport } from '../parts/find-support.tsx';
import { Frame } from '../parts/frame.tsx';
import { Choice } from '../parts/options.tsx';
import { Step } from '../parts/steps.tsx';

/** Longer than anybody types; it goes in as many padded items as it needs. In UTF-16 units. */
const LONGEST = 40_000;

/** The first question, and the only one that is needed. The page begins with it. */
export function Now({
  answers,
  change,
  go,
  organisation,
  hasCheck,
}: {
  readonly answers: Answers;
  readonly change: Change;
  readonly go: Go;
  readonly organisation: string;
  /** Whether the organisation has questions that one can answer for oneself first. */
  readonly hasCheck: boolean;
}) {
  const { t } = useLanguage();
  const [tried, setTried] = useState(false);
  const count = answers.what.length;
  const isEmpty = answers.what.trim() === '';
  const error = isEmpty
    ? t('ask.now.empty')
    : count > LONGEST
      ? t('field.tooLong', { limit: LONGEST, count })
      : undefined;

  const next = (screen: 'who' | 'review'): void => {
    setTried(true);
    if (error === undefined) go(screen);
    else document.getElementById('what')?.focus();
  };

  return (
    <Frame
      title={t('ask.now.title')}
      lead={t('ask.now.lead')}
      step={
        <>
          <div class="bar small">
            <p>{organisation === '' ? '' : t('shell.organisation', { name: organisation })}</p>
            <button class="link again" type="button" onClick={() => go('enter')}>
              {t('home.back')}
            </button>
            <button class="link" type="button" onClick={() => go('find')}>
              {t('home.find')}
            </button>
          </div>
          {hasCheck ? (
            <p class="small">
              <button class="link" type="button" onClick={() => go('selfCheck')}>
                {t('home.check')}
              </button>
            </p>
          ) : null}
          <Step step={1} note={t('ask.all.onlyThis')} />
        </>
      }
    >
      <TextField
        id="what"
        label={t('ask.now.text')}
        hint={t('ask.now.textHint')}
        error={tried ? error : undefined}
        value={answers.what}
        onChange={(what) => change({ what })}
      />
      <Choice
        label={t('ask.now.harm')}
        value={answers.danger48h}
        onChange={(danger48h) => change({ danger48h })}
        options={[
          { value: 'yes', label: t('ask.now.harmYes') },
          { value: 'no', label: t('ask.now.harmNo') },
          { value: 'unsure', label: t('ask.now.harmUnknown') },
        ]}
      />
      {answers.danger48h === 'yes' ? <p class="note warn">{t('ask.now.urgentNote')}</p> : null}
      <div class="note small stack tight">
        <p>
          <strong>{t('shell.privateTitle')}</strong> {t('shell.private')}{' '}
          <button class="link" type="button" onClick={() => go('hide')}>
            {t('shell.hideLink')}
          </button>
        </p>
        <p>{t('shell.leaveHint')}</p>
      </div>
      <div class="go">
        <button class="button primary wide" type="button" onClick={() => next('who')}>
          {t('common.next')}
        </button>
        <button class="button quiet wide" type="button" onClick={() => next('review')}>
          {t('ask.all.sendNow')}
        </button>
      </div>
      <p class="small quiet">
        {t('ask.all.sendNowHint')} {t('ask.all.notKept')}
      </p>
      <FindSupport find={() => go('find')} />
    </Frame>
  );
}
