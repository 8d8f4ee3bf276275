import { Component, type ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { unexpected } from '../session/failure.ts';
import { Problem } from './problem.tsx';

type State = { readonly error: Error | null };

/** Catches what breaks while drawing: the page says so instead of going white. React asks for a class here. */
export class ErrorStop extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <Broken error={this.state.error} />;
  }
}

function Broken({ error }: { readonly error: Error }): ReactNode {
  const { t } = useSpeech();
  return (
    <main className="page">
      <Problem words={unexpected(t, `${error.name}: ${error.message}`)} tone="danger">
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {t('common.retry')}
        </button>
      </Problem>
    </main>
  );
}
