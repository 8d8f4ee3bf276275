import { loadMessages } from '@leeward/ui/language/load-desk.ts';
import '@leeward/ui/styles/tokens.css';
import '@leeward/ui/styles/base.css';
import '@leeward/ui/styles/desk.css';
import '@leeward/ui/styles/desk-lists.css';
import '@leeward/ui/styles/desk-case.css';
import '@leeward/ui/styles/desk-parts.css';
import '@leeward/ui/styles/desk-danger.css';
import '@leeward/ui/styles/desk-records.css';
import '@leeward/ui/styles/desk-today.css';
import '@leeward/ui/styles/desk-first.css';
import '@leeward/ui/styles/desk-window.css';
import '@leeward/ui/styles/desk-forms.css';
import '@leeward/ui/styles/desk-people.css';
import '@leeward/ui/styles/desk-find.css';
import '@leeward/ui/styles/desk-identity.css';
import { scriptAddress } from '@leeward/ui/trusted.ts';
import { connectSession } from '@leeward/workspace/desk/rpc.ts';
import { createRoot } from 'react-dom/client';
import { Desk } from './desk.tsx';
import { ReleaseProvider } from './service-worker/release-context.tsx';
import { watchThisPage } from './service-worker/watch-this-page.ts';
import workerAddress from './session.worker.ts?worker&url';
import { pageStorage, readSettings } from './settings/device-settings.ts';

/** The words that stand in the page for this; see watch.js. */
function saysTooOld(): void {
  document.getElementById('too-old')?.removeAttribute('hidden');
}

/** Starts the worker that holds the keys, then draws the first screen in the reader's language. */
async function start(root: HTMLElement): Promise<void> {
  const release = watchThisPage();
  // At the very first visit the files are checked before the worker that holds the keys is made of them.
  await release.known;
  const worker = new Worker(scriptAddress(workerAddress), { type: 'module' });
  // A worker that cannot even be read answers nothing, and the page would stay empty.
  worker.addEventListener('error', saysTooOld);
  worker.addEventListener('message', () => worker.removeEventListener('error', saysTooOld), { once: true });
  const session = connectSession(worker);
  const settings = readSettings(pageStorage(), navigator.languages);
  const messages = await loadMessages(settings.locale);
  createRoot(root).render(
    <ReleaseProvider watch={release.watch}>
      <Desk session={session} settings={settings} messages={messages} />
    </ReleaseProvider>,
  );
}

const root = document.getElementById('root');
// Where watch.js has said that this browser is too old, nothing is begun.
if (root !== null && !document.documentElement.hasAttribute('data-too-old')) void start(root);
