import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Words } from '../parts/words.tsx';

/** Words by which she knows us, and by which we know that she is forced. On the screen only while somebody wants them. */
export function CodeWords({ said }: { readonly said: RequestView['said'] }): ReactNode {
  const { t } = useSpeech();
  const [isShown, setShown] = useState(false);
  const { fromUs = '', underForce = '' } = said.codeWords ?? {};
  if (fromUs === '' && underForce === '') return null;
  return (
    <div className="note stack tight">
      <div className="cluster">
        <strong>{t('request.codeTitle')}</strong>
        <button
          type="button"
          className="button quiet"
          aria-expanded={isShown}
          onClick={() => setShown(!isShown)}
        >
          {t(isShown ? 'request.codeHide' : 'request.codeShow')}
        </button>
      </div>
      {isShown ? (
        <dl>
          {fromUs === '' ? null : (
            <div>
              <dt>{t('request.codeFromUs')}</dt>
              <dd>
                <Words inline text={fromUs} lang={said.locale} />
              </dd>
            </div>
          )}
          {underForce === '' ? null : (
            <div>
              <dt>{t('request.codeUnderForce')}</dt>
              <dd>
                <Words inline text={underForce} lang={said.locale} />
              </dd>
            </div>
          )}
        </dl>
      ) : (
        <p className="small quiet">{t('request.codeHint')}</p>
      )}
    </div>
  );
}
