import { type Answers, noAnswers } from './answers.ts';

/** What is kept of the answers: everything but the files, which stay where she has them. */
export function writeAnswers({ files: _files, ...answers }: Answers): string {
  return JSON.stringify({ v: 1, answers });
}

/** Reads what an earlier visit kept, perhaps with an older page: a field of another kind is left out, never guessed. */
export function readAnswers(text: string): Partial<Answers> {
  const json: unknown = JSON.parse(text);
  const kept = isObject(json) && isObject(json['answers']) ? json['answers'] : {};
  const fields = Object.entries(noAnswers).flatMap(([name, empty]) => {
    const value = kept[name];
    if (name === 'files' || value === undefined) return [];
    // What has no answer yet is undefined, and a word afterwards.
    const kind = Array.isArray(empty) ? Array.isArray(value) : typeof value === typeof (empty ?? '');
    return kind ? [[name, value]] : [];
  });
  return Object.fromEntries(fields) as Partial<Answers>;
}

/** What was kept, under what she has typed since: neither is lost. */
export function together(kept: Partial<Answers>, now: Answers): Answers {
  const typed = Object.entries(now).filter(([, value]) => value !== undefined && value.length > 0);
  const what = [kept.what ?? '', now.what].filter((text) => text.trim() !== '').join('\n\n');
  return { ...noAnswers, ...kept, ...(Object.fromEntries(typed) as Partial<Answers>), what };
}

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);
