import { fold } from '@leeward/directory/search.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { typedDirection } from '../../parts/typed-direction.ts';

export type Choice = { readonly code: string; readonly name: string };

type Props = {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  /** Choices whose answer the request gave. */
  readonly given?: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** At most one may be chosen. */
  readonly single?: boolean;
};

/** So many choices are seen at one glance; above, one types to find. */
const withoutSearch = 12;

/** Several of a list: what is chosen stands as chips that can be taken away; the list itself opens when it is wanted. */
export function Checklist({
  label,
  choices,
  chosen,
  given = [],
  onChange,
  single = false,
}: Props): ReactNode {
  const { t } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [name, box] = [useId(), useId()];
  const nameOf = (code: string): string => choices.find((choice) => choice.code === code)?.name ?? code;
  const asked = fold(query.trim());
  const found = asked === '' ? choices : choices.filter((choice) => fold(choice.name).includes(asked));
  const toggle = (code: string, on: boolean): void => {
    if (single) onChange(on ? [code] : []);
    else onChange(on ? [...chosen, code] : chosen.filter((other) => other !== code));
  };
  return (
    <fieldset className="field question">
      <legend>{label}</legend>
      {chosen.length === 0 ? null : (
        <ul className="plain cluster">
          {chosen.map((code) => (
            <li key={code}>
              <button
                type="button"
                className="chip accent removable"
                onClick={() => onChange(chosen.filter((other) => other !== code))}
              >
                <span className="visually-hidden">{t('common.remove')} </span>
                <span>{nameOf(code)}</span>
                {given.includes(code) ? <span className="from">{t('directory.fromRequest')}</span> : null}
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <details
        className="pick"
        open={isOpen}
        onToggle={(event) => setOpen(event.currentTarget.open)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !isOpen) return;
          event.stopPropagation();
          setOpen(false);
          event.currentTarget.querySelector('summary')?.focus();
        }}
      >
        <summary>
          {chosen.length === 0
            ? t('directory.choose')
            : t(single ? 'directory.chooseOther' : 'directory.chooseMore')}
        </summary>
        {isOpen ? (
          <div className="pick-body stack tight">
            {choices.length > withoutSearch ? (
              <>
                <label className="visually-hidden" htmlFor={box}>
                  {t('directory.findIn', { list: label })}
                </label>
                <input
                  id={box}
                  type="search"
                  value={query}
                  placeholder={t('directory.typeToFind')}
                  dir={typedDirection(query)}
                  autoComplete="off"
                  onChange={(event) => setQuery(event.target.value)}
                />
              </>
            ) : null}
            <div className="pick-list">
              {found.map((choice) => (
                <label key={choice.code} className="pick-item">
                  <input
                    type={single ? 'radio' : 'checkbox'}
                    name={name}
                    checked={chosen.includes(choice.code)}
                    onChange={(event) => toggle(choice.code, event.target.checked)}
                  />
                  {choice.name}
                </label>
              ))}
              {found.length === 0 ? <p className="quiet small">{t('directory.noChoice')}</p> : null}
            </div>
          </div>
        ) : null}
      </details>
    </fieldset>
  );
}
