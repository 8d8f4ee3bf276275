import { loadMessages } from '@leeward/ui/language/load-desk.ts';
import '@leeward/ui/styles/tokens.css';
import '@leeward/ui/styles/base.css';
import '@leeward/ui/styles/desk.css';
import '@leeward/ui/styles/desk-lists.css';
import '@leeward/ui/styles/desk-records.css';
import '@leeward/ui/styles/desk-window.css';
import { createRoot } from 'react-dom/client';
import { Desk } from '../desk.tsx';
import { pageStorage, readSettings } from '../settings/device-settings.ts';
import { demoSession } from './demo-sessions.ts';

/* The screens over a made-up session: for looking at them and for browser tests. Never part of what ships. */

async function start(root: HTMLElement): Promise<void> {
  const name = new URLSearchParams(window.location.search).get('session') ?? 'open';
  const settings = readSettings(pageStorage(), navigator.languages);
  const messages = await loadMessages(settings.locale);
  createRoot(root).render(<Desk session={demoSession(name)} settings={settings} messages={messages} />);
}

const root = document.getElementById('root');
if (root !== null) void start(root);
