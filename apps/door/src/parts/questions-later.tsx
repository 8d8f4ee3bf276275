import { useEffect, useState } from 'preact/hooks';
import { wasChanged } from '../model/integrity.ts';
import { useLanguage } from '../model/language.ts';
import { Frame } from './frame.tsx';

type Screens = typeof import('../questions/root.tsx');
type Props = Parameters<Screens['Questions']>[0];

/** The code that asks an organisation's own questions: fetched where there are any, and when she comes to them. */
export function useQuestionScreens() {
  const [screens, setScreens] = useState<Screens | null>(null);
  const [failed, setFailed] = useState<'late' | 'changed' | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isOver = false;
    setFailed(null);
    import('../questions/root.tsx').then(
      (loaded) => {
        if (!isOver) setScreens(loaded);
      },
      async () => {
        const isChanged = await wasChanged();
        if (!isOver) setFailed(isChanged ? 'changed' : 'late');
      },
    );
    return () => {
      isOver = true;
    };
  }, [round]);
  return { screens, failed, again: () => setRound((count) => count + 1) };
}

/** The step with the organisation's own questions. Where its code does not come, she goes on without it. */
export function QuestionsLater(props: Props) {
  const { t } = useLanguage();
  const { screens, failed, again } = useQuestionScreens();
  if (screens !== null) return <screens.Questions {...props} />;
  return (
    <Frame key={failed ?? 'coming'} title={t('questions.title')}>
      {failed === null ? (
        <p role="status">{t('common.loading')}</p>
      ) : (
        <p class="note warn" role="alert">
          {t(`questions.${failed}`)}
        </p>
      )}
      <div class="go">
        <button class="button" type="button" onClick={props.back}>
          {t('common.back')}
        </button>
        {failed === null ? null : (
          <button class="button" type="button" onClick={again}>
            {t('common.retry')}
          </button>
        )}
        <button class="button primary wide" type="button" onClick={props.next}>
          {t('questions.goOn')}
        </button>
      </div>
    </Frame>
  );
}
