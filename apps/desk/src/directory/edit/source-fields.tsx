import { type ReactNode, useId } from 'react';
import { DayInput } from '../../dates/day-input.tsx';
import { useSpeech } from '../../language/speech.tsx';
import { typedDirection } from '../../parts/typed-direction.ts';

export type SourceForm = { readonly source: string; readonly sourceDate: string; readonly note: string };

/** Where something was read, and how old that is: asked of every statement about the world. */
export function SourceFields({
  form,
  today,
  onChange,
}: {
  readonly form: SourceForm;
  readonly today: string;
  readonly onChange: (part: Partial<SourceForm>) => void;
}): ReactNode {
  const { t } = useSpeech();
  const [where, hint, when, why] = [useId(), useId(), useId(), useId()];
  return (
    <>
      <div className="field">
        <label htmlFor={where}>{t('directory.source')}</label>
        <span className="hint" id={hint}>
          {t('directory.sourceHint')}
        </span>
        <input
          id={where}
          value={form.source}
          required
          aria-describedby={hint}
          dir={typedDirection(form.source)}
          onChange={(event) => onChange({ source: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={when}>{t('directory.sourceDate')}</label>
        <DayInput
          id={when}
          required
          max={today}
          value={form.sourceDate}
          onChange={(day) => onChange({ sourceDate: day })}
        />
      </div>
      <div className="field">
        <label htmlFor={why}>{t('directory.noteToColleagues')}</label>
        <textarea
          id={why}
          value={form.note}
          dir={typedDirection(form.note)}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      </div>
    </>
  );
}
