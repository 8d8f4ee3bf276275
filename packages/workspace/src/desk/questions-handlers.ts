import type { Answer, Failure } from './contract.ts';
import { exportQuestions, importQuestions } from './import-form.ts';
import { keptForm } from './kept-forms.ts';
import {
  placedQuestions,
  placeQuestions,
  publishQuestions,
  questionsToSend,
  questionsView,
} from './questions.ts';
import type { QuestionsCommands } from './questions-contract.ts';
import type { RequestTools } from './request-handlers.ts';
import type { Handlers } from './rpc.ts';
import { sealAnswerFile } from './seal-answer-file.ts';
import { openedAnswersView } from './views.ts';

const yes = <T>(value: T): Answer<T> => ({ ok: true, value });
const no = (error: Failure): Answer<never> => ({ ok: false, error });

type Tools = Omit<RequestTools, 'inOrder'> & {
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  readonly doorOrigin: string;
};

/** Answers the commands of `questions-contract.ts`. */
export function questionsHandlers({
  opened,
  exclusively,
  act,
  given,
  doorOrigin,
}: Tools): Pick<Handlers, keyof QuestionsCommands> {
  return {
    questions: () => opened(async (engine) => yes(await questionsView(engine))),
    placedQuestions: () => opened(async (engine) => yes(await placedQuestions(engine))),
    formText: ({ form }) =>
      opened(async (engine) => {
        const kept = await keptForm(engine, form);
        return kept === null ? no({ code: 'not-here' }) : yes({ text: kept.text });
      }),
    placeQuestions: (placed) => opened((engine) => exclusively(() => placeQuestions(engine, placed))),
    importQuestions: ({ files }) => opened(() => importQuestions(files)),
    exportQuestions: ({ form }) =>
      opened(async (engine) => {
        const kept = await keptForm(engine, form);
        const file = kept === null ? null : await exportQuestions(kept.text);
        return file === null ? { ok: false, error: { code: 'not-here' } } : yes(file);
      }),
    publishQuestions: ({ forms }) =>
      given(
        'publishQuestions',
        null,
        opened((engine) => exclusively(() => publishQuestions(engine, forms, doorOrigin))),
      ),
    sendQuestions: ({ record, form, text }) =>
      given(
        'sendQuestions',
        record,
        act(async (engine) => {
          const wanted = await questionsToSend(engine, record, form, text);
          return wanted.ok ? yes([wanted.value]) : wanted;
        }),
      ),
    sealAnswerFile: ({ file }) => opened((engine) => sealAnswerFile(engine, file)),
    openedAnswers: ({ record, sheet }) => opened((engine) => openedAnswersView(engine, record, sheet)),
  };
}
