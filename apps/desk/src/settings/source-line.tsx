import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useView } from '../session/use-session.tsx';

/** Under which licence all this runs, and where its source is: an address that a person opens, and no page by itself. */
export function SourceLine(): ReactNode {
  const { t } = useSpeech();
  const answer = useView('source', {});
  const address = answer?.ok === true ? answer.value.address : null;
  return (
    <p className="quiet small">
      {t('settings.source')}{' '}
      {address !== null ? (
        <a href={address} target="_blank" rel="noopener noreferrer" dir="ltr">
          {address}
        </a>
      ) : answer?.ok === true ? (
        t('settings.sourceUnknown')
      ) : null}
    </p>
  );
}
