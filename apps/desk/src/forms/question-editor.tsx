import { liveTeams } from '@leeward/domain/organisation/state.ts';
import { type FormProblem, isAnswered, type QuestionType } from '@leeward/forms';
import { type ReactNode, useId } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useOpenSession } from '../session/organisation.tsx';
import { type BuiltQuestion, builtTypes, newOption } from './build-form.ts';
import type { Building } from './building.ts';
import { CheckEditor } from './check-editor.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { OptionsEditor } from './options-editor.tsx';
import { problemsOf, useProblemWords } from './problem-words.tsx';
import { useTeamNames } from './team-names.ts';
import { TextsField } from './texts-field.tsx';
import { WorkEditor } from './work-editor.tsx';

const levels = [0, 1, 2, 3, 4] as const;

/** One question as it is built: its kind, its words, its answers, when it is asked, what an answer must be, who may see it. */
export function QuestionEditor({
  building,
  question,
  problems,
}: {
  readonly building: Building;
  readonly question: BuiltQuestion;
  readonly problems: readonly FormProblem[];
}): ReactNode {
  const { t } = useSpeech();
  const say = useProblemWords();
  const id = useId();
  const { form } = building;
  const { languages } = form;
  const { name, type } = question;
  const put = (part: Partial<BuiltQuestion>, field = ''): void => building.put(name, part, field);
  const asks = isAnswered(type);
  const chooses = type === 'selectOne' || type === 'selectMany';
  const isGroup = type === 'group' || type === 'repeat';
  const said = (...fields: readonly string[]): ReactNode => {
    const [first] = problemsOf(problems, ...fields);
    return first === undefined ? null : say(first);
  };
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}type`}>{t('forms.type')}</label>
        <select
          id={`${id}type`}
          value={type}
          onChange={(event) => put(asType(question, event.target.value as QuestionType))}
        >
          {builtTypes.map((one) =>
            // What holds other questions never becomes what cannot.
            isGroup && question.inner.length > 0 && one !== 'group' && one !== 'repeat' ? null : (
              <option key={one} value={one}>
                {t(`forms.type.${one}`)}
              </option>
            ),
          )}
        </select>
      </div>
      {type === 'file' ? <p className="hint">{t('forms.fileHint')}</p> : null}
      <TextsField
        label={t(
          type === 'note'
            ? 'forms.noteText'
            : isGroup
              ? 'forms.groupLabel'
              : type === 'calculate'
                ? 'forms.workLabel'
                : 'forms.label',
        )}
        texts={question.label}
        languages={languages}
        error={said('label')}
        onChange={(label) => put({ label }, 'label')}
      />
      {isGroup && question.inner.length === 0 ? <p className="note small">{t('forms.fillGroup')}</p> : null}
      {chooses ? (
        <OptionsEditor
          options={question.options}
          languages={languages}
          error={said('options')}
          onChange={(options, field) => put({ options }, field)}
        />
      ) : null}
      {type === 'calculate' ? (
        <WorkEditor building={building} question={question} error={said('calculate')} />
      ) : null}
      <ConditionEditor building={building} question={question} error={said('relevant')} />
      {asks ? <CheckEditor building={building} question={question} error={said('constraint')} /> : null}
      {type === 'note' ? null : (
        <details className="stack tight">
          <summary>{t('forms.more')}</summary>
          {type === 'calculate' ? null : (
            <TextsField
              label={t('forms.hint')}
              texts={question.hint}
              languages={languages}
              onChange={(hint) => put({ hint }, 'hint')}
            />
          )}
          <div className="field">
            <label htmlFor={`${id}s`}>{t('forms.sensitivity')}</label>
            <span className="hint" id={`${id}sh`}>
              {t('forms.sensitivityHint')}
            </span>
            <select
              id={`${id}s`}
              aria-describedby={`${id}sh`}
              value={question.sensitivity ?? ''}
              onChange={(event) =>
                put({ sensitivity: levels.find((level) => String(level) === event.target.value) ?? null })
              }
            >
              <option value="">{t('forms.sensitivity.none')}</option>
              {levels.map((level) => (
                <option key={level} value={level}>
                  {t(`forms.sensitivity.${level}`)}
                </option>
              ))}
            </select>
          </div>
          {asks || type === 'repeat' ? (
            <>
              <label className="option">
                <input
                  type="checkbox"
                  checked={question.required}
                  onChange={(event) => put({ required: event.target.checked })}
                />
                {t('forms.required')}
              </label>
              {question.required ? <p className="note warn small">{t('forms.requiredWarning')}</p> : null}
            </>
          ) : null}
        </details>
      )}
      {type === 'note' ? null : (
        <AudienceEditor building={building} question={question} error={said('sealedFor')} />
      )}
    </>
  );
}

/** The question as one of another kind: what it cannot have any more stays in the draft and is not published. */
function asType(question: BuiltQuestion, type: QuestionType): Partial<BuiltQuestion> {
  const needs = type === 'selectOne' || type === 'selectMany';
  const first = newOption([]);
  return needs && question.options.length === 0 ? { type, options: [first, newOption([first])] } : { type };
}

/** Who can read the answer: everybody who reads the file, or members of some teams alone. */
function AudienceEditor({
  building,
  question,
  error,
}: {
  readonly building: Building;
  readonly question: BuiltQuestion;
  readonly error: ReactNode;
}): ReactNode {
  const { t } = useSpeech();
  const { organisation } = useOpenSession();
  const { nameOf } = useTeamNames();
  const { sealedFor, name } = question;
  const teams = liveTeams(organisation).filter(({ purpose }) => purpose !== 'everyone');
  const known = [
    ...teams.map(({ team }) => team),
    ...sealedFor.filter(
      (team) => (organisation.teams.get(team)?.ended ?? null) !== null || !organisation.teams.has(team),
    ),
  ];
  return (
    <fieldset className="field">
      <legend>
        {t('forms.audience')}
        <span className="hint">{t(building.maySeal ? 'forms.audienceHint' : 'forms.audienceAtDoor')}</span>
      </legend>
      {building.maySeal || sealedFor.length > 0 ? (
        <div className="options columns">
          {known.map((team) => (
            <label key={team} className="option">
              <input
                type="checkbox"
                checked={sealedFor.includes(team)}
                disabled={!building.maySeal && !sealedFor.includes(team)}
                onChange={(event) =>
                  building.put(name, {
                    sealedFor: event.target.checked
                      ? [...sealedFor, team]
                      : sealedFor.filter((other) => other !== team),
                  })
                }
              />
              {nameOf(team)}
            </label>
          ))}
        </div>
      ) : null}
      {sealedFor.length > 0 ? <p className="note small">{t('forms.audienceSealed')}</p> : null}
      {question.seenBy === null ? null : (
        <p className="note warn small">
          {t('forms.seenBy')}{' '}
          <button type="button" className="button small" onClick={() => building.put(name, { seenBy: null })}>
            {t('forms.seenByEnd')}
          </button>
        </p>
      )}
      {error == null ? null : (
        <span className="error small" role="status">
          {error}
        </span>
      )}
    </fieldset>
  );
}
