import type { DoorLocale } from '@leeward/ui/language/languages.ts';
import { createDoorClient } from '@leeward/workspace/door/client.ts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Answers, hasAnswers, noAnswers } from './model/answers.ts';
import { type Entrance, useEntrance, wordsOf } from './model/entrance.ts';
import { wasChanged } from './model/integrity.ts';
import { type Language, LanguageProvider, loadLanguage, speak, useLanguage } from './model/language.ts';
import { guardUnsent, listenForEscape } from './model/leaving.ts';
import type { Screen } from './model/screens.ts';
import { Bar } from './parts/bar.tsx';
import { Frame } from './parts/frame.tsx';
import { LostProtections } from './parts/lost-protections.tsx';
import { ProblemText } from './parts/problem.tsx';
import { Closed } from './screens/closed.tsx';
import { Now } from './screens/now.tsx';

type Later = typeof import('./later.tsx').Later;
type Failure = 'server' | 'code';

const client = createDoorClient({ origin: location.origin });

/** The page. What was typed lives here, so that neither a step nor another language loses it. */
export function App({ first }: { readonly first: Language }) {
  const [language, setLanguage] = useState(first);
  const [screen, setScreen] = useState<Screen>('now');
  const [before, setBefore] = useState<Screen>('now');
  const [answers, setAnswers] = useState<Answers>(noAnswers);
  const [isDelivered, setDelivered] = useState(false);
  /** Whether something of a conversation waits to be sent; set by the screens that know. */
  const waits = useRef(() => false);
  const { entrance, again } = useEntrance(client);
  // The door first: on a slow line it is worth more than the screens that follow.
  const rest = useRest(language, setLanguage, entrance.state !== 'opening' || screen !== 'now');
  const now = useRef({ locale: language.locale, isUnsent: false });
  now.current = { locale: language.locale, isUnsent: !isDelivered && hasAnswers(answers) };

  useEffect(() => listenForEscape(() => now.current.locale), []);
  useEffect(() => guardUnsent(() => now.current.isUnsent || waits.current()), []);

  const go = (next: Screen): void => {
    if (screen !== 'hide') setBefore(screen);
    setScreen(next);
  };
  const change = (changed: Partial<Answers>): void => setAnswers((current) => ({ ...current, ...changed }));
  const choose = async (locale: DoorLocale): Promise<void> => {
    const chosen = await loadLanguage(locale, language.isWhole ? 'whole' : 'first').catch(() => null);
    if (chosen === null) return;
    speak(chosen);
    setLanguage(chosen);
  };

  const { t, locale } = language;
  const organisation = wordsOf(entrance, locale);
  const problem = entrance.state === 'closed' ? entrance.problem : null;
  // Without an answer she can go on writing: it is asked again by itself. Everything else ends here.
  const isClosed = problem !== null && problem.code !== 'relay' && screen !== 'hide';
  const isFirst = screen === 'now';
  return (
    <LanguageProvider value={language}>
      <Bar onLanguage={(chosen) => void choose(chosen)} />
      <main class="page">
        {isClosed ? (
          <Closed problem={problem} words={organisation} typed={answers.what} again={again} />
        ) : null}
        {rest.Later === null ? null : <LostProtections />}
        {problem?.code === 'relay' ? <Unreached again={again} /> : null}
        {isFirst && !isClosed ? (
          <Now answers={answers} change={change} go={go} organisation={organisation.name} />
        ) : null}
        {!isFirst && !isClosed && rest.Later === null ? (
          <OnTheWay failed={rest.failed} again={rest.again} />
        ) : null}
        {rest.Later === null ? null : (
          <rest.Later
            screen={isClosed ? null : screen}
            before={before}
            go={go}
            answers={answers}
            change={change}
            updateFiles={(update) => setAnswers((current) => ({ ...current, files: update(current.files) }))}
            client={client}
            entrance={entrance}
            organisation={organisation}
            onDelivered={setDelivered}
            waits={waits}
          />
        )}
      </main>
      <footer class="page small quiet">
        {organisation.name === '' || !isOpening(entrance) ? null : <p>{t('shell.loading')}</p>}
      </footer>
    </LanguageProvider>
  );
}

const isOpening = ({ state }: Entrance): boolean => state === 'opening';

/** The relay does not answer: nothing is lost, and it is asked again. */
function Unreached({ again }: { readonly again: () => void }) {
  const { t } = useLanguage();
  return (
    <div class="note warn stack tight" role="status">
      <strong>{t('problem.server.title')}</strong>
      <p>
        {t('problem.server.safe')} {t('problem.server.do')}
      </p>
      <button class="button" type="button" onClick={again}>
        {t('common.retry')}
      </button>
    </div>
  );
}

/** The other screens are on their way, did not come, or came as something else. */
function OnTheWay({ failed, again }: { readonly failed: Failure | null; readonly again: () => void }) {
  const { t } = useLanguage();
  return failed !== null ? (
    <Frame key="failed" title={t(`problem.${failed}.title`)}>
      <ProblemText
        happened={t(`problem.${failed}.happened`)}
        safe={t(`problem.${failed}.safe`)}
        todo={t(`problem.${failed}.do`)}
      />
      <button class="button primary" type="button" onClick={again}>
        {t('common.retry')}
      </button>
    </Frame>
  ) : (
    <Frame key="coming" title={t('common.loading')} lead={t('shell.loading')} />
  );
}

/** Fetches the other screens, and the rest of the texts, once the first question is on the screen. */
function useRest(language: Language, speakWhole: (language: Language) => void, isTime: boolean) {
  const [Later, setLater] = useState<Later | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  const [round, setRound] = useState(0);
  const { locale, isWhole } = language;
  useEffect(() => {
    if (!isTime || (isWhole && Later !== null)) return;
    let isOver = false;
    const load = async (): Promise<void> => {
      const [later, whole] = await Promise.all([import('./later.tsx'), loadLanguage(locale, 'whole')]);
      if (isOver) return;
      setLater(() => later.Later);
      speakWhole(whole);
    };
    setFailed(null);
    load().catch(async () => {
      const changed = await wasChanged();
      if (!isOver) setFailed(changed ? 'code' : 'server');
    });
    return () => {
      isOver = true;
    };
  }, [round, locale, isWhole, isTime]);
  return { Later, failed, again: () => setRound((count) => count + 1) };
}
