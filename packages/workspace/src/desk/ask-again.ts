import type { Engine } from './engine.ts';
import { askForRows, noteHoles } from './fetch-rows.ts';
import { placeValues } from './keep-rows.ts';
import { takeRows } from './pull.ts';
import { setTrouble } from './troubles.ts';

/** How long to wait before rows are asked for once more, in milliseconds of this device's clock; twice as long each time. */
const firstPatience = 5 * 60 * 1000;
const longestPatience = 6 * 3600 * 1000;
/** Pages in one turn, as in a pull. */
const pagesAtOnce = 64;

/**
 * Asks once more for rows that this device has passed, where something did not fit: an entry was missing, altered, out
 * of place, or a number was left out. What the relay gives now is verified like everything; what is known changes
 * nothing. So a record heals by itself as soon as the relay, or a colleague through it, has the right bytes (rule 5).
 */
export async function askAgain(engine: Engine): Promise<void> {
  const from = engine.askAgainFrom;
  if (from === null) {
    engine.askAgainPatience = firstPatience;
    return;
  }
  // A clock that was set back must not put it off for a year.
  const since = engine.now() - engine.askedAgain;
  if (since >= 0 && since < engine.askAgainPatience) return;
  const isFirst = engine.askedAgain === Number.NEGATIVE_INFINITY;
  engine.askAgainPatience = isFirst ? firstPatience : Math.min(engine.askAgainPatience * 2, longestPatience);
  engine.askedAgain = engine.now();
  engine.askAgainFrom = null;
  engine.alerts.clear('notInChain');
  engine.stillWrong.clear();
  let after = from;
  for (let count = 0; count < pagesAtOnce && after < engine.cursor; count += 1) {
    const page = await askForRows(engine, after);
    if (typeof page === 'string') break;
    // Up to where it stands only: what is newer comes by the pull, with its place.
    const rows = page.rows.filter((row) => row.sequence <= engine.cursor);
    noteHoles(engine, after, rows);
    await takeRows(engine, rows);
    after = page.rows.at(-1)?.sequence ?? engine.cursor;
  }
  if (after < engine.cursor) engine.askAgainFrom = Math.min(engine.askAgainFrom ?? after, after);
  else if (from === 0) await clearHealed(engine);
  // Whatever still waits, or lacks its words, has not come: it is asked for another time.
  const lacking = [...engine.records.values()].some((view) =>
    view.judgement.judged.some((one) => one.verdict.type === 'missing'),
  );
  if (lacking || engine.waiting.size > 0 || engine.waitingForOrganisation.size > 0) engine.askAgainFrom = 0;
  await engine.store.addRows([], placeValues(engine));
}

/** Everything was shown once more, and nothing of these records was wrong: what was shown before was the relay's whim. */
async function clearHealed(engine: Engine): Promise<void> {
  for (const [id, { gap, bad }] of [...engine.troubles]) {
    if ((gap === null && bad === null) || engine.stillWrong.has(id)) continue;
    await setTrouble(engine, id, { gap: null, bad: null });
  }
}
