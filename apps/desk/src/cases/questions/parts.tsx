import type { AnswerSheet } from '@leeward/domain/answers/state.ts';
import { pathOf, type turnsIn } from '@leeward/domain/answers/tree.ts';
import {
  type CompiledForm,
  isAnswered,
  type Node,
  type Place,
  type Question,
  type Run,
  textIn,
  type Value,
} from '@leeward/forms';
import { formatList, formatNumber } from '@leeward/ui';
import { type ReactNode, useId, useState } from 'react';
import { sayValue } from '../../forms/say-value.ts';
import { useTeamNames } from '../../forms/team-names.ts';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { useActor } from '../../session/use-actor.ts';
import { Versions } from '../item/versions.tsx';
import { newId } from '../new-id.ts';
import { AnswerInput } from './answer-input.tsx';
import { FileShown } from './file-answer.tsx';
import type { FilledSheet } from './use-sheet.ts';

/** From here on an answer that is kept is covered until somebody asks for it: who passes by reads nothing. */
const coveredFrom = 3;

/** The element in which a question stands, by its name: a search leads there. */
export const placeId = (question: string): string => `asked-${question}`;

/** What every part of a form needs to be drawn. */
export type PartContext = {
  readonly record: string;
  readonly compiled: CompiledForm;
  readonly run: Run;
  readonly children: ReadonlyMap<number | null, readonly Node[]>;
  readonly filled: FilledSheet;
  readonly sheet: AnswerSheet | undefined;
  readonly mayWrite: boolean;
  readonly turns: ReturnType<typeof turnsIn>;
};

/** A question, note, group or repeat, with all that stands in it. */
export function Part({
  node,
  turns,
  context,
  isPage,
}: {
  readonly node: Node;
  readonly turns: readonly number[];
  readonly context: PartContext;
  readonly isPage: boolean;
}): ReactNode {
  const { locale } = useSpeech();
  const { compiled, run, children } = context;
  const { question } = node;
  const place: Place = { name: question.name, turns };
  if (!run.status(place).relevant) return null;
  const label = textIn(question.label, locale, compiled.form.languages);
  const inside = children.get(node.index) ?? [];
  if (question.type === 'note') return <Words text={label.text} lang={label.language} className="note" />;
  if (question.type === 'group') {
    const parts = inside.map((child) => (
      <Part key={child.index} node={child} turns={turns} context={context} isPage={false} />
    ));
    if (isPage) return <>{parts}</>;
    return (
      <fieldset className="field stack" id={placeId(question.name)} tabIndex={-1}>
        <legend>
          <Words inline text={label.text} lang={label.language} />
        </legend>
        {parts}
      </fieldset>
    );
  }
  if (question.type === 'repeat') return <Repeated node={node} place={place} context={context} />;
  return <Asked node={node} place={place} context={context} />;
}

/** The repeats around a node, by name, from the outside in. */
const repeatsOf = ({ compiled }: PartContext, node: Node): readonly string[] =>
  node.repeats.map((index) => compiled.nodes[index]?.question.name ?? '');

function Repeated({
  node,
  place,
  context,
}: {
  readonly node: Node;
  readonly place: Place;
  readonly context: PartContext;
}): ReactNode {
  const { t, locale, numbers } = useSpeech();
  const { compiled, run, children, filled, turns, mayWrite } = context;
  const label = textIn(node.question.label, locale, compiled.form.languages);
  const repeat = pathOf(turns, repeatsOf(context, node), place.turns, node.question.name);
  if (repeat === null) return null;
  const ids = turns.get(repeat) ?? [];
  return (
    <fieldset className="field stack" id={placeId(node.question.name)} tabIndex={-1}>
      <legend>
        <Words inline text={label.text} lang={label.language} />
      </legend>
      {ids.map((id, turn) => (
        <div key={id} className="card stack">
          <div className="cluster">
            <b>{formatNumber(numbers, turn + 1)}</b>
            {mayWrite ? (
              <button
                type="button"
                className="button quiet small"
                onClick={() => filled.set({ [`${repeat}/${id}`]: null })}
              >
                {t('filled.takeOut', { number: turn + 1 })}
              </button>
            ) : null}
          </div>
          {(children.get(node.index) ?? []).map((child) => (
            <Part
              key={child.index}
              node={child}
              turns={[...place.turns, turn]}
              context={context}
              isPage={false}
            />
          ))}
        </div>
      ))}
      {run.status(place).missing ? <p className="small quiet">{t('forms.missing')}</p> : null}
      {mayWrite ? (
        <button
          type="button"
          className="button"
          onClick={() => filled.set({ [`${repeat}/${newId().slice(0, 8)}`]: true })}
        >
          {t('filled.addTurn')}
        </button>
      ) : null}
    </fieldset>
  );
}

function Said({
  compiled,
  question,
  value,
  record,
  isForAll,
}: {
  readonly compiled: CompiledForm;
  readonly question: Question;
  readonly value: Value;
  readonly record: string;
  /** Whether everybody opens the answer who reads the file. */
  readonly isForAll: boolean;
}): ReactNode {
  const speech = useSpeech();
  // Of what only some teams open no copy is kept where everybody reads who reads the file.
  if (question.type === 'file') return <FileShown record={record} value={value} copies={isForAll} />;
  return <Words text={sayValue(compiled, question, value, speech)} />;
}

function Asked({
  node: { question, repeats },
  node,
  place,
  context,
}: {
  readonly node: Node;
  readonly place: Place;
  readonly context: PartContext;
}): ReactNode {
  const speech = useSpeech();
  const { t, locale, numbers } = speech;
  const { role } = useActor();
  const { nameOf, isMember } = useTeamNames();
  const { compiled, run, filled, sheet, mayWrite, turns } = context;
  const [shown, setShown] = useState(false);
  /** Whether another answer is written in the place of one that this person cannot open. */
  const [anew, setAnew] = useState(false);
  const [labelId, hintId] = [useId(), useId()];
  const status = run.status(place);
  const label = textIn(question.label, locale, compiled.form.languages);
  const hint = textIn(question.hint, locale, compiled.form.languages);
  const path = pathOf(turns, repeatsOf(context, node), place.turns, question.name);
  if (path === null || repeats.length !== place.turns.length) return null;
  if (question.type === 'calculate')
    return status.value === null ? null : (
      <p className="small">
        <Words inline text={label.text || question.name} lang={label.language} />
        {': '}
        <Words inline text={sayValue(compiled, question, status.value, speech)} />
      </p>
    );
  if (!isAnswered(question.type)) return null;
  const isMine = question.seenBy === undefined || (role !== null && question.seenBy.includes(role));
  const field = filled.field(path);
  const isClosed = filled.isClosed(path);
  const isKept = sheet?.fields[path]?.at(-1)?.value != null;
  const isCovered = isKept && !isClosed && !shown && (question.sensitivity ?? 0) >= coveredFrom;
  const value = run.answer(place);
  const violated = textIn(question.constraintMessage, locale, compiled.form.languages).text;
  const teams = node.audience === null ? '' : formatList(numbers, node.audience.map(nameOf));
  return (
    <fieldset
      className="field"
      id={place.turns.length === 0 ? placeId(question.name) : undefined}
      tabIndex={-1}
    >
      <legend id={labelId}>
        <Words inline text={label.text || question.name} lang={label.language} />
        {question.required === true ? <span className="small quiet"> {t('filled.needed')}</span> : null}
      </legend>
      {hint.text === '' ? null : (
        <span className="hint" id={hintId}>
          <Words inline text={hint.text} lang={hint.language} />
        </span>
      )}
      {node.audience === null ? null : (
        <span className="small quiet">
          <span className="chip">{t('filled.sealedFor', { teams })}</span>{' '}
          {mayWrite && !node.audience.some(isMember) ? t('filled.sealedOut') : ''}
        </span>
      )}
      {!isMine ? (
        <span className="quiet">{t('forms.otherRoles')}</span>
      ) : isClosed && !anew ? (
        <div className="cluster">
          <span className="quiet">{t('filled.closed')}</span>
          {mayWrite ? (
            <button type="button" className="button small" onClick={() => setAnew(true)}>
              {t('filled.writeAnew')}
            </button>
          ) : null}
        </div>
      ) : isCovered ? (
        <button type="button" className="button small" onClick={() => setShown(true)}>
          {t('forms.show')}
        </button>
      ) : mayWrite ? (
        <AnswerInput
          record={context.record}
          isTyped={filled.isTyped(path)}
          isForAll={node.audience === null}
          question={question}
          languages={compiled.form.languages}
          value={value}
          onChange={(next) => filled.set({ [path]: next })}
          labelledBy={labelId}
          describedBy={hint.text === '' ? undefined : hintId}
        />
      ) : value === null ? (
        <span className="quiet">{t('filled.notAnswered')}</span>
      ) : (
        // What may only be read is opened all the same.
        <Said {...{ compiled, question, value }} record={context.record} isForAll={node.audience === null} />
      )}
      {status.violated ? (
        <span className="error small" role="status">
          {violated === '' ? t('forms.violated') : <Words inline text={violated} />}
        </span>
      ) : null}
      {isMine && !isCovered ? (
        <Versions
          label={label.text}
          field={field}
          say={(one) =>
            one === undefined ? (
              <span className="quiet">{t('filled.closed')}</span>
            ) : (
              <Words inline text={sayValue(compiled, question, one as Value, speech)} />
            )
          }
          // Who cannot read all of them cannot choose.
          onChoose={
            mayWrite && field?.every((one) => one.value !== undefined) === true
              ? (one) => filled.set({ [path]: one ?? null })
              : null
          }
        />
      ) : null}
    </fieldset>
  );
}
