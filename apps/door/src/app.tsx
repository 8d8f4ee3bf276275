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
type Directory = typeof import('./directory/root.tsx').Directory;
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
  /** The language that she chose last: on a slow line an earlier choice may come after it. */
  const wanted = useRef(first.locale);
  const choose = async (locale: DoorLocale): Promise<void> => {
    wanted.current = locale;
    const chosen = await loadLanguage(locale, language.isWhole ? 'whole' : 'first').catch(() => null);
    if (chosen === null || wanted.current !== locale) return;
    speak(chosen);
    setLanguage(chosen);
  };

  const { t, locale } = language;
  const organisation = wordsOf(entrance, locale);
  const problem = entrance.state === 'closed' ? entrance.problem : null;
  // A link that names nobody leads to what works without anybody.
  const isNobodys = problem?.code === 'link-missing';
  const current: Screen = isNobodys && screen === 'now' ? 'find' : screen;
  const directory = useDirectory(current === 'find');
  // Without an answer she can go on writing: it is asked again by itself. Everything else ends here.
  const isClosed = problem !== null && problem.code !== 'relay' && !['hide', 'find'].includes(current);
  const isFirst = current === 'now';
  const isFinding = current === 'find';
  return (
    <LanguageProvider value={language}>
      <Bar onLanguage={(chosen) => void choose(chosen)} />
      <main class={isFinding ? 'page broad' : 'page'}>
        {isClosed ? (
          <Closed
            problem={problem}
            words={organisation}
            typed={answers.what}
            again={again}
            find={() => go('find')}
          />
        ) : null}
        {rest.Later === null ? null : <LostProtections />}
        {problem?.code === 'relay' ? <Unreached again={again} /> : null}
        {isFirst && !isClosed ? (
          <Now
            answers={answers}
            change={change}
            go={go}
            organisation={organisation.name}
            hasCheck={organisation.selfCheck !== ''}
          />
        ) : null}
        {!isFirst && !isFinding && !isClosed && rest.Later === null ? (
          <OnTheWay failed={rest.failed} again={rest.again} />
        ) : null}
        {isFinding && directory.Directory === null ? (
          <OnTheWay failed={directory.failed} again={directory.again} />
        ) : null}
        {directory.Directory === null ? null : (
          <directory.Directory
            isShown={isFinding}
            back={isNobodys ? null : () => go('now')}
            organisation={entrance.state === 'open' ? organisation.name : ''}
            request={answers}
            change={change}
            toRequest={() => go('now')}
            note={isNobodys ? <NobodysLink /> : null}
          />
        )}
        {rest.Later === null ? null : (
          <rest.Later
            screen={isClosed ? null : current}
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

/** The link names no organisation: said before the directory, because she may have been given a whole one. */
function NobodysLink() {
  const { t } = useLanguage();
  return (
    <div class="note warn stack tight">
      <h2>{t('problem.missing.title')}</h2>
      <p>
        {t('problem.missing.happened')} {t('problem.missing.do')}
      </p>
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

/** Fetches the directory's screens when she goes there. They stay, so that going back and forth loses nothing. */
function useDirectory(isWanted: boolean) {
  const [Directory, setDirectory] = useState<Directory | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  const [round, setRound] = useState(0);
  const isHere = Directory !== null;
  useEffect(() => {
    if (!isWanted || isHere) return;
    let isOver = false;
    setFailed(null);
    import('./directory/root.tsx').then(
      (loaded) => {
        if (!isOver) setDirectory(() => loaded.Directory);
      },
      async () => {
        const changed = await wasChanged();
        if (!isOver) setFailed(changed ? 'code' : 'server');
      },
    );
    return () => {
      isOver = true;
    };
  }, [round, isWanted, isHere]);
  return { Directory, failed, again: () => setRound((count) => count + 1) };
}
