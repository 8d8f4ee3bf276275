import type { Remark } from '@leeward/directory';
import { type ReactNode, useId } from 'react';
import { PointInput } from '../../dates/point-input.tsx';
import { useSpeech } from '../../language/speech.tsx';
import { typedDirection } from '../../parts/typed-direction.ts';
import { type EditorProps, useLanguages } from './choices.ts';

/** A line, or several. */
export function TextEditor({
  label,
  hint,
  value,
  lines = false,
  onChange,
}: EditorProps<string> & { readonly hint?: string; readonly lines?: boolean }): ReactNode {
  const [box, help] = [useId(), useId()];
  const common = {
    id: box,
    value,
    'aria-describedby': hint === undefined ? undefined : help,
    dir: typedDirection(value),
  };
  return (
    <div className="field question">
      <label htmlFor={box}>{label}</label>
      {hint === undefined ? null : (
        <span className="hint" id={help}>
          {hint}
        </span>
      )}
      {lines ? (
        <textarea {...common} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...common} onChange={(event) => onChange(event.target.value)} />
      )}
    </div>
  );
}

/** A day, a month or a year, as far as it is known. */
export function KnownDate({ label, value, onChange }: EditorProps<string | null>): ReactNode {
  const { t } = useSpeech();
  const [box, help] = [useId(), useId()];
  return (
    <div className="field question">
      <label htmlFor={box}>{label}</label>
      <span className="hint" id={help}>
        {t('directory.knownDate')}
      </span>
      <PointInput id={box} describedBy={help} value={value} onChange={onChange} />
    </div>
  );
}

/** Words that codes cannot say, with the language that they are in. No words: no remark. */
export function RemarkEditor({ label, value, onChange }: EditorProps<Remark | null>): ReactNode {
  const { t, locale } = useSpeech();
  const tongues = useLanguages();
  const [box, tongue] = [useId(), useId()];
  const language = value?.language ?? locale;
  return (
    <div className="sub-fields">
      <div className="field question">
        <label htmlFor={box}>{label}</label>
        <textarea
          id={box}
          value={value?.text ?? ''}
          lang={language}
          dir={typedDirection(value?.text ?? '')}
          onChange={(event) =>
            onChange(
              event.target.value === ''
                ? null
                : { text: event.target.value, language: language as Remark['language'] },
            )
          }
        />
      </div>
      <div className="field question">
        <label htmlFor={tongue}>{t('common.language')}</label>
        <select
          id={tongue}
          value={language}
          disabled={value === null}
          onChange={(event) =>
            onChange(value === null ? null : { ...value, language: event.target.value as Remark['language'] })
          }
        >
          {tongues.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

/** Several remarks. */
export function RemarksEditor({ label, value, onChange }: EditorProps<readonly Remark[]>): ReactNode {
  const { t } = useSpeech();
  return (
    <div className="stack tight">
      {[...value, null].map((remark, index) => (
        <RemarkEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: a remark has no name, and is edited where it stands
          key={index}
          label={remark === null ? `${label}: ${t('directory.another')}` : label}
          value={remark}
          onChange={(next) =>
            onChange(
              next === null
                ? value.filter((_one, place) => place !== index)
                : remark === null
                  ? [...value, next]
                  : value.map((one, place) => (place === index ? next : one)),
            )
          }
        />
      ))}
    </div>
  );
}
