import type { ReactNode } from 'react';
import { Frame } from '../begin/frame.tsx';
import { useSpeech } from '../language/speech.tsx';
import { useLookAround } from './look-around.tsx';

/** What the sample is, where its proportions come from, and how far it has come. */
export function LookAroundScreen({ back }: { readonly back: ReactNode }): ReactNode {
  const { t } = useSpeech();
  const { making, failed, begin, leave } = useLookAround();
  const officers = [t('sample.officerOne'), t('sample.officerTwo'), t('sample.officerThree')];
  const words =
    making === null || making.total === 0
      ? t('sample.beginning')
      : t('sample.progress', { done: making.done, total: making.total });
  return (
    <Frame title={t('begin.lookAround')} lead={<p>{t('sample.lead')}</p>}>
      <div className="stack">
        <ul className="stack tight">
          <li>{t('sample.real')}</li>
          <li>{t('sample.nobody')}</li>
          <li>{t('sample.figures')}</li>
          <li>{t('sample.gone')}</li>
        </ul>
        {failed ? (
          <p className="note" role="alert">
            {t('sample.failed')}
          </p>
        ) : null}
        {making === null ? (
          <div className="cluster">
            <button
              type="button"
              className="button primary"
              onClick={() => begin({ organisation: t('sample.organisation'), officers })}
            >
              {t('sample.begin')}
            </button>
            {back}
          </div>
        ) : (
          <div className="stack tight">
            <label className="sample-progress">
              <span className="num">{words}</span>
              <progress
                aria-valuetext={words}
                {...(making.total === 0 ? {} : { value: making.done, max: making.total })}
              />
            </label>
            <div>
              <button type="button" className="button" onClick={leave}>
                {t('common.cancel')}
              </button>
            </div>
          </div>
        )}
      </div>
    </Frame>
  );
}
