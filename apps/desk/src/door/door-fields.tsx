import { answerDaysChoices, usualAnswerDays } from '@leeward/domain/request/at-her-page.ts';
import { direction, doorLanguages } from '@leeward/ui';
import { type ReactNode, useId } from 'react';
import { useSpeech } from '../language/speech.tsx';
import type { DoorForm } from './door-form.ts';

type Form = { readonly form: DoorForm; readonly change: (part: Partial<DoorForm>) => void };

/** In which languages somebody answers. */
export function DoorLanguages({ form, change }: Form): ReactNode {
  const { t } = useSpeech();
  return (
    <fieldset className="field">
      <legend>{t('door.languages')}</legend>
      <div className="options columns">
        {doorLanguages.map(({ tag, name }) => (
          <label key={tag} className="option">
            <input
              type="checkbox"
              checked={form.languages.includes(tag)}
              onChange={(event) =>
                change({
                  languages: event.target.checked
                    ? [...form.languages, tag]
                    : form.languages.filter((other) => other !== tag),
                })
              }
            />
            <span lang={tag}>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** How long an answer can be read at the door. */
export function AnswerDays({ form, change }: Form): ReactNode {
  const { t } = useSpeech();
  const id = useId();
  const chosen = form.answerDays ?? usualAnswerDays;
  const choices = [...new Set([...answerDaysChoices, chosen])].sort((left, right) => left - right);
  return (
    <div className="field">
      <label htmlFor={id}>{t('door.answerDays')}</label>
      <span className="hint" id={`${id}hint`}>
        {t('door.answerDaysHint')}
      </span>
      <select
        id={id}
        className="auto"
        aria-describedby={`${id}hint`}
        value={chosen}
        onChange={(event) => change({ answerDays: Number(event.target.value) })}
      >
        {choices.map((days) => (
          <option key={days} value={days}>
            {t('decline.days', { days })}
          </option>
        ))}
      </select>
    </div>
  );
}

export const doorParts = ['name', 'retention', 'contacts', 'selfCheck'] as const;
export type DoorPart = (typeof doorParts)[number];

const labels = {
  name: 'door.name',
  retention: 'door.retention',
  contacts: 'door.otherWays',
  selfCheck: 'door.selfCheck',
} as const;
const hints = {
  name: 'door.nameHint',
  retention: 'door.retentionHint',
  contacts: 'door.otherWaysHint',
  selfCheck: 'door.selfCheckHint',
} as const;

/** One text of the door in one language. */
export function DoorPartField({
  form,
  change,
  language,
  part,
  named = false,
}: Form & {
  readonly language: string;
  readonly part: DoorPart;
  /** Whether the language is named beside the label, where no heading names it. */
  readonly named?: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const id = useId();
  const text = form[part][language] ?? '';
  const common = {
    id,
    'aria-describedby': `${id}hint`,
    dir: text === '' ? direction(language) : 'auto',
    lang: language,
    maxLength: 2000,
    value: text,
  } as const;
  const set = (value: string): void => change({ [part]: { ...form[part], [language]: value } });
  return (
    <div className="field" data-language={language}>
      <label htmlFor={id}>
        {t(labels[part])}
        {named ? (
          <>
            {' · '}
            <bdi lang={language}>{doorLanguages.find(({ tag }) => tag === language)?.name}</bdi>
          </>
        ) : null}
      </label>
      <span className={named ? 'visually-hidden' : 'hint'} id={common['aria-describedby']}>
        {t(hints[part])}
      </span>
      {part === 'name' ? (
        <input {...common} onChange={(event) => set(event.target.value)} />
      ) : (
        <textarea {...common} onChange={(event) => set(event.target.value)} />
      )}
    </div>
  );
}
