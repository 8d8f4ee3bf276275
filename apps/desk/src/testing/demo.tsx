/// <reference path="../../../../packages/directory/src/build/virtual.d.ts" />
import type { FullRelease } from '@leeward/directory/release.ts';
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
import { pin } from 'virtual:leeward-directory';
import { createRoot } from 'react-dom/client';
import { Desk } from '../desk.tsx';
import { pageStorage, readSettings } from '../settings/device-settings.ts';
import { demoSession } from './demo-sessions.ts';

/* The screens over a made-up session: for looking at them and for browser tests. Never part of what ships. */

async function start(root: HTMLElement): Promise<void> {
  const name = new URLSearchParams(window.location.search).get('session') ?? 'open';
  const settings = readSettings(pageStorage(), navigator.languages);
  const messages = await loadMessages(settings.locale);
  // The very file that ships: screens of the directory are looked at with the true entries.
  const release = (await (await fetch(`/${pin.path}`)).json()) as FullRelease;
  createRoot(root).render(
    <Desk session={demoSession(name, release)} settings={settings} messages={messages} />,
  );
}

const root = document.getElementById('root');
if (root !== null) void start(root);
