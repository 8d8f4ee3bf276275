import { render } from 'preact';
import { App } from './app.tsx';
import { loadLanguage, preferredLocale, speak } from './model/language.ts';
import './styles/door.css';

/** The texts come before the screen: a page without words would frighten more than one that takes a moment. */
async function start(): Promise<void> {
  const place = document.getElementById('door');
  if (place === null) return;
  const first = await loadLanguage(preferredLocale(), 'first');
  // watch.js found that this browser cannot lock a message, and has said so.
  if (document.getElementById('opening') === null) return;
  speak(first);
  place.replaceChildren();
  // From here on the page speaks for itself.
  for (const id of ['too-old', 'not-loaded']) document.getElementById(id)?.remove();
  render(<App first={first} />, place);
}

start().catch(() => {
  // The texts did not come: the words that stand in the page say so in every language.
  document.getElementById('opening')?.remove();
  document.getElementById('not-loaded')?.removeAttribute('hidden');
});
