import type { Flaw } from '@leeward/directory/validate.ts';
import type { Json } from '@leeward/domain/directory/events.ts';
import { hurts } from '@leeward/domain/directory/hurtful.ts';
import type { FieldName } from '@leeward/workspace/directory/fields.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { FieldEditor } from './field-editor.tsx';
import { fieldLabel } from './fields.ts';
import { editors } from './kinds.ts';
import { ValueLines } from './value-lines.tsx';

type Props = {
  readonly fields: readonly FieldName[];
  /** The value that stands in a field, changed or not. */
  readonly valueIn: (field: FieldName) => unknown;
  readonly isOpen: (field: FieldName) => boolean;
  readonly onOpen: (field: FieldName) => void;
  readonly onUndo: (field: FieldName) => void;
  /** Whether there is anything to take back in an open field; there is, unless said otherwise. */
  readonly isTouched?: (field: FieldName) => boolean;
  readonly onChange: (field: FieldName, value: unknown) => void;
  readonly flaws: readonly Flaw[];
  /** Says beside a field that a second person must look at what is typed there. */
  readonly warns: boolean;
};

/** The facts of an entry, one line each; a line opens into the way to type it. */
export function FieldRows({
  fields,
  valueIn,
  isOpen,
  onOpen,
  onUndo,
  isTouched = () => true,
  onChange,
  flaws,
  warns,
}: Props): ReactNode {
  const { t } = useSpeech();
  return (
    <div className="card field-rows">
      {fields.map((field) => {
        const open = isOpen(field);
        const label = t(fieldLabel(field));
        const found = flaws.filter((flaw) => flaw.field === field || flaw.field.startsWith(`${field}.`));
        return (
          <section
            key={field}
            className={`field-row${open ? ' changed' : ''}${found.length > 0 ? ' flawed' : ''}`}
            aria-label={label}
          >
            <span className="name">{label}</span>
            <div>{open ? null : <ValueLines field={field} value={valueIn(field)} />}</div>
            {open && !isTouched(field) ? null : (
              <button
                type="button"
                className="button quiet"
                aria-label={`${open ? t('directory.undo') : t('directory.changeField')}: ${label}`}
                onClick={() => (open ? onUndo(field) : onOpen(field))}
              >
                {open ? t('directory.undo') : t('directory.changeField')}
              </button>
            )}
            {open ? (
              <div className="editor">
                <FieldEditor
                  kind={editors[field]}
                  label={label}
                  value={valueIn(field)}
                  onChange={(value) => onChange(field, value)}
                />
                {warns && hurts(field, (valueIn(field) ?? null) as Json) ? (
                  <p className="small warn-text">{t('directory.secondNeeded')}</p>
                ) : null}
              </div>
            ) : null}
            {found.map((flaw) => (
              <p key={`${flaw.field} ${flaw.what}`} className="error editor" role="alert">
                {t('directory.flaw')} <bdi lang="en">{flaw.what}</bdi>
              </p>
            ))}
          </section>
        );
      })}
    </div>
  );
}
