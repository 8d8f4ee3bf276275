import { direction, doorLanguages, ownLanguageName } from '@leeward/ui';
import type { DoorTexts } from '@leeward/workspace/desk/door-contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Words } from '../parts/words.tsx';

/** What somebody reads at the door of the organisation's own words, in one of its languages. */
export function DoorLook({ texts }: { readonly texts: DoorTexts }): ReactNode {
  const { t } = useSpeech();
  const [chosen, setChosen] = useState(texts.languages[0] ?? '');
  const id = useId();
  const language = texts.languages.includes(chosen) ? chosen : (texts.languages[0] ?? '');
  const parts = [
    ['look.name', texts.name[language] ?? ''],
    ['look.promise', texts.retention[language] ?? ''],
    ['look.contacts', texts.contacts[language] ?? ''],
    ['door.selfCheck', texts.selfCheck?.[language] ?? ''],
  ] as const;
  return (
    <div className="stack tight">
      {texts.languages.length < 2 ? null : (
        <div className="field">
          <label htmlFor={id}>{t('look.language')}</label>
          <select
            id={id}
            className="auto"
            value={language}
            onChange={(event) => setChosen(event.target.value)}
          >
            {doorLanguages
              .filter(({ tag }) => texts.languages.includes(tag))
              .map(({ tag, name }) => (
                <option key={tag} value={tag} lang={tag}>
                  {name}
                </option>
              ))}
          </select>
        </div>
      )}
      <dl className="door-look card">
        {parts.map(([label, text]) => (
          <div key={label}>
            <dt className="small quiet">{t(label)}</dt>
            <dd dir={direction(language)}>
              {text === '' ? (
                <span className="quiet">{t('look.nothing')}</span>
              ) : (
                <Words text={text} lang={language} />
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt className="small quiet">{t('look.languages')}</dt>
          <dd>
            <bdi>{texts.languages.map(ownLanguageName).join(' · ')}</bdi>
          </dd>
        </div>
      </dl>
    </div>
  );
}
