import type { FormPlace } from '@leeward/domain/organisation/placed-forms.ts';
import { hash } from '@leeward/domain/testing/people.ts';
import { type Form, fileAnswer, readForm, writeForm } from '@leeward/forms';
import type { Answer, Commands, Topic } from '@leeward/workspace/desk/contract.ts';
import type { DoorView } from '@leeward/workspace/desk/door-contract.ts';
import { exportQuestions, importQuestions } from '@leeward/workspace/desk/import-form.ts';
import { me } from './fake-world.ts';
import { sampleForm } from './sample-form.ts';

type Names =
  | 'questions'
  | 'placedQuestions'
  | 'formText'
  | 'openedAnswers'
  | 'sealAnswerFile'
  | 'placeQuestions'
  | 'importQuestions'
  | 'exportQuestions'
  | 'publishQuestions'
  | 'sendQuestions';
type Handlers = { readonly [Name in Names]: (args: Commands[Name][0]) => Promise<Answer<Commands[Name][1]>> };

/** The hash by which the sample's questions are known in demonstrations. */
export const sampleFormHash = hash(77);

/** Questions of the organisation, kept in memory; what is published is at the door at once. */
export function fakeQuestions(
  changed: (...topics: readonly Topic[]) => void,
  inFiles: readonly Form[] = [],
): Handlers {
  const more = inFiles.map((form, index) => ({
    form: hash(60 + index),
    text: writeForm(form),
    by: me.member,
    since: Date.UTC(2026, 9, 2),
  }));
  let forms: Commands['questions'][1]['forms'] = [
    ...more,
    { form: sampleFormHash, text: writeForm(sampleForm), by: me.member, since: Date.UTC(2026, 9, 2) },
  ];
  let atDoor: readonly string[] = [sampleFormHash];
  let placed: readonly { readonly form: string; readonly place: FormPlace }[] = [
    ...more.map(({ form }) => ({ form, place: 'people' as const })),
  ];
  const door: DoorView = {
    link: null,
    texts: null,
    validUntil: null,
    oneAdministrator: true,
    waitingForSecond: false,
  };
  return {
    questions: async () => ({ ok: true, value: { forms, atDoor } }),
    publishQuestions: async ({ forms: texts }) => {
      const kept = texts.map((text, index) => ({
        form: hash(78 + forms.length + index),
        text,
        by: me.member,
        since: Date.now(),
      }));
      forms = [...forms, ...kept];
      atDoor = kept.map(({ form }) => form);
      changed('door', 'session');
      return { ok: true, value: door };
    },
    placedQuestions: async () => ({
      ok: true,
      value: placed.flatMap(({ form, place }) => {
        const read = readForm(forms.find((one) => one.form === form)?.text ?? '');
        if (!read.ok) return [];
        const { name, title, languages } = read.value.form;
        return [{ form, place, name, title, languages }];
      }),
    }),
    formText: async ({ form }) => {
      const kept = forms.find((one) => one.form === form);
      return kept === undefined
        ? { ok: false, error: { code: 'not-here' } }
        : { ok: true, value: { text: kept.text } };
    },
    openedAnswers: async () => ({ ok: true, value: {} }),
    sealAnswerFile: async ({ file: { name, type, size } }) => ({
      ok: true,
      value: { value: fileAnswer({ blob: hash(901), name, mediaType: type, size, hash: hash(902) }) },
    }),
    placeQuestions: async ({ text, place, offered }) => {
      const known = forms.find((one) => one.text === text);
      const form = known?.form ?? hash(78 + forms.length);
      if (known === undefined) forms = [...forms, { form, text, by: me.member, since: Date.now() }];
      placed = placed.filter((one) => one.form !== form || one.place !== place);
      if (offered) placed = [...placed, { form, place }];
      changed('session');
      return { ok: true, value: null };
    },
    importQuestions: async ({ files }) => importQuestions(files),
    exportQuestions: async ({ form }) => {
      const file = await exportQuestions(forms.find((one) => one.form === form)?.text ?? '');
      return file === null ? { ok: false, error: { code: 'not-here' } } : { ok: true, value: file };
    },
    sendQuestions: async () => ({ ok: true, value: null }),
  };
}
