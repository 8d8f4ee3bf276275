import type { Answers, Node, Run } from '@leeward/forms/door.ts';
import { limits, startRun } from '@leeward/forms/door.ts';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { TypedForm } from '../model/answers.ts';
import { useLanguage } from '../model/language.ts';
import type { AskedForm } from './load.ts';
import { QuestionField } from './question.tsx';
import { wordsOf } from './words.ts';

/** The day by the phone's clock, as forms ask for it. */
export function today(): string {
  const now = new Date();
  const two = (count: number): string => String(count).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** What a run holds, for whoever keeps it and for whoever sends it. */
export const typedIn = (form: string, run: Run): TypedForm => ({
  form,
  typed: run.answers('typed'),
  asked: run.answers('asked'),
});

/** Whether something asked for is missing, or is not as it should be: a reason to look once more, never to stay. */
export function isUnfinished(run: Run): boolean {
  const { nodes } = run.compiled;
  const open = (list: readonly Node[], turns: readonly number[]): boolean =>
    list.some((node) => {
      const place = { name: node.question.name, turns };
      const { missing, violated } = run.status(place);
      const inside = nodes.filter(({ parent }) => parent === node.index);
      if (node.question.type !== 'repeat') return missing || violated || open(inside, turns);
      const each = Array.from({ length: run.turns(place) }, (_, turn) => open(inside, [...turns, turn]));
      return missing || each.includes(true);
    });
  return open(
    nodes.filter(({ parent }) => parent === null),
    [],
  );
}

/** All questions of one form that are asked now. What was typed before stands in the fields again. */
export function FormFields({
  asked: { form, compiled },
  before,
  isReminded,
  onRun,
  onTyped,
}: {
  readonly asked: AskedForm;
  readonly before: Answers;
  readonly isReminded: boolean;
  /** The form as it is kept evaluated, from the beginning: also what nobody touched may be missing. */
  readonly onRun: (run: Run) => void;
  readonly onTyped: (run: Run) => void;
}) {
  const [, setCount] = useState(0);
  const run = useMemo(() => startRun(compiled, before, today()), [form]);
  useEffect(() => onRun(run), [run]);
  const changed = (): void => {
    setCount((count) => count + 1);
    onTyped(run);
  };
  const roots = compiled.nodes.filter(({ parent }) => parent === null);
  return <Fields run={run} nodes={roots} turns={[]} depth={2} isReminded={isReminded} changed={changed} />;
}

type Shown = {
  readonly run: Run;
  readonly turns: readonly number[];
  readonly depth: number;
  readonly isReminded: boolean;
  readonly changed: () => void;
};

function Fields({ nodes, ...shown }: Shown & { readonly nodes: readonly Node[] }) {
  const { run, turns, isReminded, changed } = shown;
  return (
    <>
      {nodes.map((node) => {
        const { question } = node;
        const place = { name: question.name, turns };
        if (!run.status(place).relevant || question.type === 'calculate') return null;
        if (question.type === 'note') return <Note key={question.name} node={node} run={run} />;
        if (question.type === 'group') return <Group key={question.name} node={node} {...shown} />;
        if (question.type === 'repeat') return <Repeat key={question.name} node={node} {...shown} />;
        return (
          <QuestionField
            key={question.name}
            run={run}
            question={question}
            place={place}
            isReminded={isReminded}
            onChange={(value) => {
              run.set(place, value);
              changed();
            }}
          />
        );
      })}
    </>
  );
}

function Note({ node: { question }, run }: { readonly node: Node; readonly run: Run }) {
  const { locale } = useLanguage();
  const { text, language } = wordsOf(run.compiled, question.label, locale);
  return (
    <p class="note words" dir="auto" lang={language}>
      {text}
    </p>
  );
}

const insideOf = (run: Run, node: Node): readonly Node[] =>
  run.compiled.nodes.filter(({ parent }) => parent === node.index);

function Group({ node, ...shown }: Shown & { readonly node: Node }) {
  const { locale } = useLanguage();
  const { text } = wordsOf(shown.run.compiled, node.question.label, locale);
  return (
    <section class="stack">
      <Heading depth={shown.depth}>{text}</Heading>
      <Fields {...shown} depth={shown.depth + 1} nodes={insideOf(shown.run, node)} />
    </section>
  );
}

const Heading = ({ depth, children }: { readonly depth: number; readonly children: string }) =>
  children === '' ? null : depth === 2 ? <h2>{children}</h2> : <h3>{children}</h3>;

/** Questions that are asked as often as there is somebody or something to tell of. */
function Repeat({ node, ...shown }: Shown & { readonly node: Node }) {
  const { t, locale } = useLanguage();
  const { run, turns, changed } = shown;
  const place = { name: node.question.name, turns };
  const many = run.turns(place);
  /** Turns move up when one is taken away: fields with what was typed in them are made anew. */
  const [age, setAge] = useState(0);
  return (
    <section class="stack">
      <Heading depth={shown.depth}>{wordsOf(run.compiled, node.question.label, locale).text}</Heading>
      {Array.from({ length: many }, (_, turn) => (
        <fieldset key={`${age} ${turn}`} class="card padded stack">
          <legend>{t('questions.turn', { count: turn + 1 })}</legend>
          <Fields {...shown} depth={shown.depth + 1} turns={[...turns, turn]} nodes={insideOf(run, node)} />
          <button
            class="button quiet"
            type="button"
            onClick={() => {
              run.removeTurn(place, turn);
              setAge(age + 1);
              changed();
            }}
          >
            {t('questions.removeTurn', { count: turn + 1 })}
          </button>
        </fieldset>
      ))}
      <button
        class="button"
        type="button"
        disabled={many >= limits.turns}
        onClick={() => {
          run.addTurn(place);
          changed();
        }}
      >
        {t('questions.add')}
      </button>
    </section>
  );
}
