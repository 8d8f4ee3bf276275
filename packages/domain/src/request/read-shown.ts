import type { Rhythm } from './check-in.ts';
import { type Fields, isDay, isFields, isId, isNumber, isText, isTexts } from './reading.ts';
import type { TeamMessage } from './reply.ts';
import type { ShownAgreement, ShownContact, ShownMeasure, ShownNote, ShownPause } from './shown-plan.ts';

/** A rhythm of check-ins, read by her page; null where it cannot be. */
export function readRhythm(value: unknown): Rhythm | null {
  if (!isFields(value)) return null;
  const { every, times, zone } = value;
  if (isNumber(every) && every > 0) return { every };
  const isDaily = isTexts(times) && times.every((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time));
  return isDaily && times.length > 0 && isText(zone) ? { times, zone } : null;
}

/** The plan that she is shown. Half of it would be worse than the word that this page cannot show it. */
export function readShownPlan(fields: Fields): TeamMessage | null {
  const { id, version, language, aims, arrest, measures, contacts } = fields;
  if (!isId(id) || !isNumber(version) || !isText(language) || !isText(aims) || !isText(arrest)) return null;
  const [read, people] = [each(measures, readMeasure), each(contacts, readContact)];
  const risks = readNote(fields['risks']);
  if (read === null || people === null || risks === undefined) return null;
  const plan = { id, version, language, aims, arrest, risks, measures: read, contacts: people };
  return { type: 'shownPlan', v: 1, ...plan };
}

/** The note on her dangers; null where there is none, undefined where it cannot be read. */
function readNote(value: unknown): ShownNote | null | undefined {
  if (value === undefined || value === null) return null;
  if (!isFields(value)) return undefined;
  const { id, look, act } = value;
  return isId(id) && isText(look) && isText(act) ? { id, look, act } : undefined;
}

/** What she is told of check-ins and pauses; null where this page cannot read all of it. */
export function readRounds({ id, agreed, pauses }: Fields): TeamMessage | null {
  const [rhythms, rests] = [each(agreed, readAgreement), each(pauses, readPause)];
  if (!isId(id) || rhythms === null || rests === null) return null;
  return { type: 'rounds', v: 1, id, agreed: rhythms, pauses: rests };
}

function each<T>(list: unknown, read: (fields: Fields) => T | null): readonly T[] | null {
  if (!Array.isArray(list)) return null;
  const all = list.map((one: unknown) => (isFields(one) ? read(one) : null));
  return all.every((one) => one !== null) ? all : null;
}

function readMeasure({ id, seen, aim, what, by, who, when, fallback }: Fields): ShownMeasure | null {
  const isRead =
    isId(id) &&
    isNumber(seen) &&
    isText(aim) &&
    isText(what) &&
    isDay(by) &&
    isText(who) &&
    isText(when) &&
    isText(fallback);
  return isRead ? { id, seen, aim, what, by, who, when, fallback } : null;
}

function readContact({ id, who, how, occasions, tell }: Fields): ShownContact | null {
  const isRead = isId(id) && isText(who) && isText(how) && isTexts(occasions) && isText(tell);
  return isRead ? { id, who, how, occasions, tell } : null;
}

function readAgreement(fields: Fields): ShownAgreement | null {
  const { id, from, until, grace, way, silence, language } = fields;
  const rhythm = readRhythm(fields['rhythm']);
  const isRead =
    rhythm !== null &&
    isId(id) &&
    isNumber(from) &&
    (until === null || isNumber(until)) &&
    isNumber(grace) &&
    isText(way) &&
    isText(silence) &&
    isText(language);
  return isRead ? { id, rhythm, from, until, grace, way, silence, language } : null;
}

function readPause({ id, from, until }: Fields): ShownPause | null {
  return isId(id) && isNumber(from) && isNumber(until) ? { id, from, until } : null;
}
