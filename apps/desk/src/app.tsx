import { type ReactNode, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { BeginScreen } from './begin/begin-screen.tsx';
import { ElsewhereScreen } from './begin/elsewhere-screen.tsx';
import { JoiningScreen } from './begin/joining-screen.tsx';
import { isRecoveryPending } from './begin/recovery-pending.ts';
import { type Recovery, RecoveryAgain, RecoveryScreen } from './begin/recovery-screen.tsx';
import { UnlockScreen } from './begin/unlock-screen.tsx';
import { useSpeech } from './language/speech.tsx';
import { NoticeProvider } from './parts/notices.tsx';
import { FailureNote } from './parts/problem.tsx';
import { OpenSessionProvider } from './session/organisation.tsx';
import { useSession, useView } from './session/use-session.tsx';
import { useSettings } from './settings/settings-context.tsx';
import { LockSoon, useAutoLock } from './shell/auto-lock.tsx';
import { usePanicLock } from './shell/panic.ts';
import { Shell } from './shell/shell.tsx';

/** Which screens there are depends on the session alone: nothing here yet, locked, joining, open. */
export function App(): ReactNode {
  const { t } = useSpeech();
  const { session, views, forms } = useSession();
  const { settings } = useSettings();
  const answer = useView('session', {});
  // Held above the screens: the session opens before the file and its code are on paper.
  const [recovery, setRecovery] = useState<Recovery | null>(null);
  const [lockedAfter, setLockedAfter] = useState<number | null>(null);
  // A file whose code nobody typed back: asked again whenever the session opens.
  const [pending, setPending] = useState(isRecoveryPending);
  const isOpen = answer?.ok === true && answer.value.type === 'open';

  const lock = useCallback(
    async (after: number | null) => {
      // A session that does not answer must not keep the desk open.
      await Promise.race([forms.flush(), new Promise((resolve) => setTimeout(resolve, 1500))]);
      setLockedAfter(after);
      await session.call('lock', {});
    },
    [session, forms],
  );
  const soon = useAutoLock(
    isOpen && recovery === null,
    settings.autoLock,
    () => void lock(settings.autoLock),
  );

  usePanicLock(
    isOpen,
    useCallback(() => void session.call('lock', {}), [session]),
  );

  useEffect(
    () =>
      session.onChange((topics) => {
        // Another window was asked for: what is half typed is kept first.
        if (topics.includes('leaving')) void lock(null).then(() => session.call('giveUp', {}));
      }),
    [session, lock],
  );

  useEffect(() => {
    if (isOpen) {
      setLockedAfter(null);
      void forms.load();
      return;
    }
    views.forget();
    forms.forget();
  }, [isOpen, views, forms]);
  const formsAreHere = useSyncExternalStore(forms.watch, forms.loaded);
  useEffect(() => {
    // A phone may end a page that was put away without another word.
    const onHide = (): void => {
      if (document.visibilityState === 'hidden') void forms.flush();
    };
    document.addEventListener('visibilitychange', onHide);
    return () => document.removeEventListener('visibilitychange', onHide);
  }, [forms]);

  if (answer === undefined) return <p className="page quiet">{t('common.loading')}</p>;
  if (!answer.ok) {
    return (
      <main className="page">
        <FailureNote failure={answer.error} />
      </main>
    );
  }
  if (recovery !== null) {
    return (
      <RecoveryScreen
        recovery={recovery}
        onDone={() => {
          setRecovery(null);
          setPending(false);
        }}
      />
    );
  }
  const view = answer.value;
  switch (view.type) {
    case 'empty':
      return (
        <BeginScreen
          wasEnded={view.wasEnded === true}
          endedItself={view.endedItself === true}
          persistent={view.persistent}
          onRecovery={setRecovery}
        />
      );
    case 'locked':
      return <UnlockScreen lockedAfter={lockedAfter} />;
    case 'elsewhere':
      return <ElsewhereScreen />;
    case 'joining':
      return <JoiningScreen as={view.as} words={view.words} state={view.state} />;
    case 'open':
      if (pending) {
        return (
          <RecoveryAgain
            organisation={view.organisation.name}
            onRecovery={setRecovery}
            onLater={() => setPending(false)}
          />
        );
      }
      // What was half filled in is fetched first: no form may begin empty over what was kept of it.
      if (!formsAreHere) return <p className="page quiet">{t('common.loading')}</p>;
      return (
        <OpenSessionProvider open={view}>
          {/* Inside of what is open: a notice may name a case, and must not outlive the lock. */}
          <NoticeProvider>
            <Shell onLock={() => void lock(null)} onRecovery={setRecovery} />
          </NoticeProvider>
          {soon === null ? null : <LockSoon at={soon} />}
        </OpenSessionProvider>
      );
  }
}
