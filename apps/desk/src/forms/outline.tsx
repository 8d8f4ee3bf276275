import { holdsQuestions, textIn } from '@leeward/forms';
import { type KeyboardEvent, memo, type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Words } from '../parts/words.tsx';
import type { BuiltForm, BuiltQuestion } from './build-form.ts';
import type { Building } from './building.ts';
import { movedIn, movedOut, numbersOf } from './move-questions.ts';
import { QuestionEditor } from './question-editor.tsx';
import { untranslatedIn } from './untranslated.ts';

/** What can be done with the form, as it stands when somebody does it. */
type Latest = RefObject<Building>;

/** All questions of a form in their order and their groups; the one that is opened can be changed. */
export function Outline({ building }: { readonly building: Building }): ReactNode {
  const { form } = building;
  const numbers = useMemo(() => numbersOf(form.questions), [form.questions]);
  const list = useRef<HTMLOListElement>(null);
  const latest = useRef(building);
  latest.current = building;
  // A question that was moved keeps the focus, where it stands now.
  useEffect(() => {
    if (building.focus === null) return;
    list.current?.querySelector<HTMLElement>(`[data-question="${building.focus}"]`)?.focus();
    building.focused();
  });
  return (
    <ol className="plain outline" ref={list}>
      <Rows questions={form.questions} depth={0} building={building} numbers={numbers} latest={latest} />
    </ol>
  );
}

function Rows({
  questions,
  depth,
  building,
  numbers,
  latest,
}: {
  readonly questions: BuiltForm['questions'];
  readonly depth: number;
  readonly building: Building;
  readonly numbers: ReadonlyMap<string, string>;
  readonly latest: Latest;
}): ReactNode {
  return questions.map((question, index) => (
    <Row
      key={question.name}
      question={question}
      depth={depth}
      index={index}
      siblings={questions.length}
      building={building}
      numbers={numbers}
      latest={latest}
    />
  ));
}

function Row({
  question,
  depth,
  index,
  siblings,
  building,
  numbers,
  latest,
}: {
  readonly question: BuiltQuestion;
  readonly depth: number;
  readonly index: number;
  readonly siblings: number;
  readonly building: Building;
  readonly numbers: ReadonlyMap<string, string>;
  readonly latest: Latest;
}): ReactNode {
  const { t } = useSpeech();
  const { form, problems } = building;
  const { name, type } = question;
  const isOpen = building.open === name;
  const own = problems.filter((problem) => problem.question === name);
  const number = numbers.get(name) ?? '';
  return (
    <li data-depth={Math.min(depth, 4)} className={isOpen ? 'outline-open' : undefined}>
      <RowLine
        question={question}
        number={number}
        isOpen={isOpen}
        wrong={own.length}
        languages={form.languages}
        latest={latest}
      />
      {isOpen ? (
        <section className="card form-card stack" aria-label={t('forms.question', { number })}>
          <div className="cluster outline-tools">
            <Tool label={t('forms.up')} isOff={index === 0} onPress={() => building.shift(name, -1)} />
            <Tool
              label={t('forms.down')}
              isOff={index === siblings - 1}
              onPress={() => building.shift(name, 1)}
            />
            {movedIn(form.questions, name) === null ? null : (
              <Tool label={t('forms.moveIn')} onPress={() => building.nest(name, 'in')} />
            )}
            {movedOut(form.questions, name) === null ? null : (
              <Tool label={t('forms.moveOut')} onPress={() => building.nest(name, 'out')} />
            )}
            <Tool label={t('forms.duplicate')} onPress={() => building.duplicate(name)} />
            <Tool label={t('common.remove')} onPress={() => building.remove(name)} />
          </div>
          <QuestionEditor building={building} question={question} problems={own} />
        </section>
      ) : null}
      {holdsQuestions(type) ? (
        question.inner.length === 0 ? (
          <p className="small quiet outline-empty">{t('forms.emptyGroup')}</p>
        ) : (
          <ol className="plain outline">
            <Rows
              questions={question.inner}
              depth={depth + 1}
              building={building}
              numbers={numbers}
              latest={latest}
            />
          </ol>
        )
      ) : null}
    </li>
  );
}

/** The line of a question. It is drawn again only when it changes itself: a letter touches one of 1,400. */
const RowLine = memo(function RowLine({
  question,
  number,
  isOpen,
  wrong,
  languages,
  latest,
}: {
  readonly question: BuiltQuestion;
  readonly number: string;
  readonly isOpen: boolean;
  /** How many problems stand at it. */
  readonly wrong: number;
  readonly languages: readonly string[];
  readonly latest: Latest;
}): ReactNode {
  const { t, locale } = useSpeech();
  const { name, type } = question;
  const label = textIn(question.label, locale, languages);
  const lacking = untranslatedIn(question, languages);
  const keys = (event: KeyboardEvent): void => {
    if (!event.altKey) return;
    const { shift, nest } = latest.current;
    const isRight = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const act =
      event.key === 'ArrowUp'
        ? () => shift(name, -1)
        : event.key === 'ArrowDown'
          ? () => shift(name, 1)
          : event.key === 'ArrowRight' || event.key === 'ArrowLeft'
            ? () => nest(name, event.key === isRight ? 'in' : 'out')
            : null;
    if (act === null) return;
    event.preventDefault();
    act();
  };
  return (
    <button
      type="button"
      className="outline-row"
      data-question={name}
      aria-expanded={isOpen}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      onClick={() => latest.current.setOpen(isOpen ? null : name)}
      onKeyDown={keys}
    >
      <span className="outline-number">{number}</span>
      <span className="outline-label">
        <Words inline text={label.text || t('forms.noWords')} lang={label.language} />{' '}
        <span className="small quiet">{t(`forms.type.${type}`)}</span>
      </span>
      <span className="answer-marks">
        {wrong === 0 ? null : <span className="chip warn">{t('forms.wrong', { count: wrong })}</span>}
        {lacking === 0 ? null : (
          <span className="chip">{t('forms.untranslatedCount', { count: lacking })}</span>
        )}
        {question.sealedFor.length === 0 ? null : <span className="chip">{t('forms.sealed')}</span>}
        {question.when.rules.length === 0 && question.expression === '' ? null : (
          <span className="chip">{t('forms.sometimes')}</span>
        )}
      </span>
    </button>
  );
});

function Tool({
  label,
  isOff = false,
  onPress,
}: {
  readonly label: string;
  readonly isOff?: boolean;
  readonly onPress: () => void;
}): ReactNode {
  return (
    <button type="button" className="button quiet small" disabled={isOff} onClick={onPress}>
      {label}
    </button>
  );
}
