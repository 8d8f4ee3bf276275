import { waysIn } from '@leeward/domain/request/otherwise.ts';
import { countryName, languageName } from '@leeward/ui';
import { countries } from '@leeward/vocabulary/countries.ts';
import { languages } from '@leeward/vocabulary/languages.ts';
import { safeChannel } from '@leeward/vocabulary/lists/safe-channel.ts';
import { type ReactNode, useId, useMemo } from 'react';
import { DayInput } from '../dates/day-input.tsx';
import { useSpeech } from '../language/speech.tsx';
import { TooLong } from '../parts/too-long.tsx';
import { typedDirection } from '../parts/typed-direction.ts';
import type { AccountForm, ReachRow } from './enter-form.ts';

type Part = {
  readonly form: AccountForm;
  readonly change: (part: Partial<AccountForm>) => void;
};

/** How it came, from whom, and when. */
export function HowItCame({ form, change }: Part): ReactNode {
  const { t } = useSpeech();
  const [way, from, fromHint, date, time] = [useId(), useId(), useId(), useId(), useId()];
  return (
    <div className="enter-row">
      <div className="field">
        <label htmlFor={way}>{t('enter.way')}</label>
        <select id={way} value={form.way} onChange={(event) => change({ way: event.target.value })}>
          {waysIn.map((one) => (
            <option key={one} value={one}>
              {t(`way.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={date}>{t('enter.date')}</label>
        <DayInput id={date} value={form.date} onChange={(day) => change({ date: day })} />
      </div>
      <div className="field">
        <label htmlFor={time}>{t('enter.time')}</label>
        <input
          id={time}
          type="time"
          value={form.time}
          onChange={(event) => change({ time: event.target.value })}
        />
      </div>
      <div className="field grow">
        <label htmlFor={from}>{t('enter.from')}</label>
        <input
          id={from}
          dir={typedDirection(form.from)}
          autoComplete="off"
          aria-describedby={fromHint}
          value={form.from}
          onChange={(event) => change({ from: event.target.value })}
        />
        <span className="hint" id={fromHint}>
          {t('enter.fromHint')}
        </span>
      </div>
    </div>
  );
}

/** What was said, and whether there is danger. */
export function WhatWasSaid({ form, change }: Part): ReactNode {
  const { t } = useSpeech();
  const [words, hint] = [useId(), useId()];
  return (
    <>
      <div className="field">
        <label htmlFor={words}>{t('enter.words')}</label>
        <span className="hint" id={hint}>
          {t('enter.wordsHint')}
        </span>
        <textarea
          id={words}
          dir={typedDirection(form.words)}
          aria-describedby={hint}
          autoComplete="off"
          value={form.words}
          onChange={(event) => change({ words: event.target.value })}
        />
        <TooLong text={form.words} />
      </div>
      <fieldset className="field">
        <legend>{t('request.harm')}</legend>
        <div className="options columns">
          {(['yes', 'no', 'unsure', ''] as const).map((danger) => (
            <label key={danger} className="option">
              <input
                type="radio"
                name="danger"
                checked={form.danger === danger}
                onChange={() => change({ danger })}
              />
              {t(dangerKeys[danger])}
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}

const dangerKeys = {
  yes: 'request.harm.yes',
  no: 'request.harm.no',
  unsure: 'request.harm.unknown',
  '': 'enter.notAsked',
} as const;

/** The name to be called by, where she is, and what she speaks. Never a legal name: nothing here asks for it. */
export function WhoItIs({ form, change }: Part): ReactNode {
  const { t, numbers } = useSpeech();
  const [name, nameHint, country, language] = [useId(), useId(), useId(), useId()];
  const choices = useMemo(() => {
    const sorted = <Code extends string>(
      codes: readonly Code[],
      nameOf: (code: Code) => string,
    ): readonly (readonly [Code, string])[] => {
      const order = new Intl.Collator(numbers);
      return codes
        .map((code): readonly [Code, string] => [code, nameOf(code)])
        .sort(([, left], [, right]) => order.compare(left, right));
    };
    return {
      countries: sorted(countries, (code) => countryName(numbers, code)),
      languages: sorted(languages, (code) => languageName(numbers, code)),
    };
  }, [numbers]);
  return (
    <div className="enter-row">
      <div className="field grow">
        <label htmlFor={name}>{t('request.calledName')}</label>
        <input
          id={name}
          dir={typedDirection(form.callName)}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={nameHint}
          value={form.callName}
          onChange={(event) => change({ callName: event.target.value })}
        />
        <span className="hint" id={nameHint}>
          {t('enter.nameHint')}
        </span>
      </div>
      <div className="field">
        <label htmlFor={country}>{t('request.country')}</label>
        <select
          id={country}
          value={form.country}
          onChange={(event) => change({ country: event.target.value })}
        >
          <option value="">{t('enter.notAsked')}</option>
          {choices.countries.map(([code, label]) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={language}>{t('request.language')}</label>
        <select
          id={language}
          value={form.language}
          onChange={(event) => change({ language: event.target.value })}
        >
          <option value="">{t('enter.notAsked')}</option>
          {choices.languages.map(([code, label]) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

/** How she may be reached, and how never: binding from then on. */
export function HowToReach({ form, change }: Part): ReactNode {
  const { t } = useSpeech();
  const { reach } = form;
  const changeRow = (place: number, part: Partial<AccountForm['reach'][number]>): void =>
    change({ reach: reach.map((row, index) => (index === place ? { ...row, ...part } : row)) });
  return (
    <fieldset className="field stack tight">
      <legend>{t('enter.reach')}</legend>
      <span className="hint">{t('enter.reachHint')}</span>
      {reach.map((row, index) => (
        <ReachFields
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and never change places
          key={index}
          row={row}
          onChange={(part) => changeRow(index, part)}
          onRemove={() => change({ reach: reach.filter((_, place) => place !== index) })}
        />
      ))}
      <div>
        <button
          type="button"
          className="button"
          onClick={() => change({ reach: [...reach, { channel: '', detail: '', safe: true }] })}
        >
          {t('enter.addReach')}
        </button>
      </div>
      <details className="more-detail" open={form.never.length > 0}>
        <summary>{t('request.contactNeverTitle')}</summary>
        <div className="options columns">
          {nevers.map((rule) => (
            <label key={rule} className="option">
              <input
                type="checkbox"
                checked={form.never.includes(rule)}
                onChange={(event) =>
                  change({
                    never: event.target.checked
                      ? [...form.never, rule]
                      : form.never.filter((one) => one !== rule),
                  })
                }
              />
              {t(`request.never.${rule}`)}
            </label>
          ))}
        </div>
      </details>
    </fieldset>
  );
}

const nevers = ['call', 'text', 'mail', 'family', 'employer', 'authorities'] as const;

/** Ways by which somebody can be reached who has no mailbox here. */
export const channelChoices = safeChannel.items
  .map(({ code }) => code)
  .filter((code) => code !== 'chan_door_code' && code !== 'chan_none_now');

/** One way to reach her: by what, where, and whether she calls it safe. */
function ReachFields({
  row,
  onChange,
  onRemove,
}: {
  readonly row: ReachRow;
  readonly onChange: (part: Partial<ReachRow>) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const [channel, detail, safe] = [useId(), useId(), useId()];
  return (
    <div className="enter-row reach-row">
      <div className="field">
        <label htmlFor={channel}>{t('enter.channel')}</label>
        <select
          id={channel}
          value={row.channel}
          onChange={(event) => onChange({ channel: event.target.value })}
        >
          <option value="">{t('enter.choose')}</option>
          {channelChoices.map((code) => (
            <option key={code} value={code}>
              {t(`request.channel.${code}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field grow">
        <label htmlFor={detail}>{t('enter.detail')}</label>
        <input
          id={detail}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          value={row.detail}
          onChange={(event) => onChange({ detail: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={safe}>{t('enter.isSafe')}</label>
        <select
          id={safe}
          value={row.safe ? 'yes' : 'no'}
          className={row.safe ? '' : 'unsafe'}
          onChange={(event) => onChange({ safe: event.target.value === 'yes' })}
        >
          <option value="yes">{t('enter.safe')}</option>
          <option value="no">{t('enter.unsafe')}</option>
        </select>
      </div>
      <button type="button" className="button quiet" onClick={onRemove}>
        {t('common.remove')}
      </button>
    </div>
  );
}
