import type { Headings } from '@leeward/domain/bring/headings.ts';
import { languageName } from '@leeward/ui';
import type { HowItWasRead, HowToRead } from '@leeward/workspace/bring/contract.ts';
import { type ReactNode, useId } from 'react';
import { useSpeech } from '../language/speech.tsx';

/** The languages that are written in each of the older codings, by which somebody knows hers. */
const languagesOf: Readonly<Record<string, readonly string[]>> = {
  'windows-1252': ['en', 'es', 'fr', 'pt'],
  'windows-1250': ['pl', 'cs', 'hu'],
  'windows-1254': ['tr'],
  'windows-1251': ['ru', 'uk'],
  'windows-1256': ['ar', 'fa'],
  'windows-1255': ['he'],
  'windows-874': ['th'],
  gb18030: ['zh'],
  big5: ['zh-Hant'],
};
const codings = [...Object.keys(languagesOf), 'utf-8', 'macintosh'];

type Props = {
  readonly how: HowItWasRead;
  /** Whether the file is still at hand: it is kept nowhere, and is gone when the desk was closed meanwhile. */
  readonly isHere: boolean;
  readonly busy: boolean;
  readonly onChange: (how: HowToRead) => void;
};

/** What was taken for granted when the file was read, where it could have been taken otherwise. */
export function HowRead({ how, isHere, busy, onChange }: Props): ReactNode {
  const { t, numbers } = useSpeech();
  const id = useId();
  const { sheets, sheet, coding, headings, top, formulas } = how;
  const isOff = !isHere || busy;
  const chosen: HowToRead = { sheet, ...(coding === null ? {} : { coding }) };
  const put = (next: Headings): void => onChange({ ...chosen, headings: next });
  return (
    <>
      {sheets.length < 2 ? null : (
        <div className="field">
          <label htmlFor={`${id}s`}>{t('bring.sheet')}</label>
          <span className="hint">{t('bring.sheetHint', { count: sheets.length })}</span>
          <select
            id={`${id}s`}
            value={sheet}
            disabled={isOff}
            onChange={({ target }) => onChange({ sheet: Number(target.value) })}
          >
            {sheets.map(({ index, name, lines }) => (
              <option key={index} value={index}>
                {name} ({lines})
              </option>
            ))}
          </select>
        </div>
      )}
      {coding === null ? null : (
        <div className="field">
          <label htmlFor={`${id}c`}>{t('bring.coding')}</label>
          <span className="hint">{t('bring.codingHint')}</span>
          <select
            id={`${id}c`}
            value={coding}
            disabled={isOff}
            onChange={({ target }) => onChange({ sheet, coding: target.value })}
          >
            {codings.map((one) => (
              <option key={one} value={one}>
                {[...(languagesOf[one] ?? []).map((language) => languageName(numbers, language)), one].join(
                  ', ',
                )}
              </option>
            ))}
          </select>
        </div>
      )}
      {headings === null ? null : (
        <div className="field">
          <label htmlFor={`${id}h`}>{t('bring.headings')}</label>
          <select
            id={`${id}h`}
            value={headings.line}
            disabled={isOff}
            onChange={({ target }) => put({ ...headings, line: Number(target.value) })}
          >
            {linesToChoose(top, headings).map(([line, words]) => (
              <option key={line} value={line}>
                {line}: {words}
              </option>
            ))}
          </select>
          <label className="option">
            <input
              type="checkbox"
              checked={headings.lines === 2}
              disabled={isOff}
              onChange={({ target }) => put({ ...headings, lines: target.checked ? 2 : 1 })}
            />
            {t('bring.headingsTwo')}
          </label>
        </div>
      )}
      {isHere || (sheets.length < 2 && coding === null && headings === null) ? null : (
        <p className="small quiet">{t('bring.fileGone')}</p>
      )}
      {formulas === 0 ? null : <p className="note warn">{t('bring.formulas', { count: formulas })}</p>}
    </>
  );
}

/** The first lines that say anything, with the one that was taken. */
function linesToChoose(top: readonly string[], { line }: Headings): readonly (readonly [number, string])[] {
  return top.flatMap((words, index) =>
    words !== '' || index + 1 === line ? [[index + 1, words] as const] : [],
  );
}
