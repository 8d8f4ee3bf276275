import { render } from 'preact';
import { loadLanguage, preferredLocale, speak } from '../model/language.ts';
import '../model/older.ts';
import { SheetPage } from './page.tsx';
import '../styles/door.css';
import './sheet.css';

/**
 * The page of a question sheet, for somebody outside who has no account: a few questions, an answer, nothing else. It
 * shares the door's frame and none of its screens.
 */
async function start(): Promise<void> {
  const place = document.getElementById('door');
  if (place === null) return;
  const first = await loadLanguage(preferredLocale(), 'whole');
  // watch.js found that this browser cannot lock an answer, and has said so.
  if (document.getElementById('opening') === null) return;
  speak(first);
  place.replaceChildren();
  // From here on the page speaks for itself.
  for (const id of ['too-old', 'not-loaded']) document.getElementById(id)?.remove();
  render(<SheetPage first={first} />, place);
}

start().catch(() => {
  // The texts did not come: the words that stand in the page say so in every language.
  document.getElementById('opening')?.remove();
  document.getElementById('not-loaded')?.removeAttribute('hidden');
});
