import { isBoxed } from '@leeward/domain/answers/events.ts';
import { type AnswerSheet, aboutOf, formOf } from '@leeward/domain/answers/state.ts';
import { labelOf } from '@leeward/domain/people/state.ts';
import { standing } from '@leeward/domain/shared/items.ts';
import { textIn, type Value } from '@leeward/forms';
import { formatDate, formatList, formatNumber } from '@leeward/ui';
import { type AnswerLine, answerLines } from '@leeward/workspace/copy/answer-lines.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { sayValue } from '../../forms/say-value.ts';
import { useTeamNames } from '../../forms/team-names.ts';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { useMemberName } from '../../session/organisation.tsx';
import { useCompiledForm } from '../questions/form-of.ts';

/** Every answer to the organisation's own questions under the words that were asked, on paper. */
export function AnswersPaper({ view }: { readonly view: CaseView }): ReactNode {
  return standing(view.state.parts.answers).map((sheet) => (
    <OneSheet key={sheet.id} view={view} sheet={sheet} />
  ));
}

function OneSheet({ view, sheet }: { readonly view: CaseView; readonly sheet: AnswerSheet }): ReactNode {
  const { t, locale } = useSpeech();
  const compiled = useCompiledForm(formOf(sheet));
  if (compiled === undefined) return null;
  const title = compiled === null ? null : textIn(compiled.form.title, locale, compiled.form.languages);
  const [kind = '', id = ''] = aboutOf(sheet).split(':');
  const whom = kind === 'person' ? (labelOf(view.state.parts.people, id) ?? '') : '';
  return (
    <section className="stack tight">
      <h3>
        <Words inline text={title?.text ?? formOf(sheet).slice(0, 8)} lang={title?.language} />
        {whom === '' ? null : (
          <>
            {' · '}
            <Words inline text={whom} />
          </>
        )}
      </h3>
      {compiled === null ? <p>{t('forms.formMissing')}</p> : null}
      <dl className="facts">
        {answerLines(compiled, sheet).map((line) => (
          <OneAnswer key={line.path} line={line} compiled={compiled} />
        ))}
      </dl>
    </section>
  );
}

function OneAnswer({
  line: { path, node, within, versions },
  compiled,
}: {
  readonly line: AnswerLine;
  readonly compiled: ReturnType<typeof useCompiledForm>;
}): ReactNode {
  const speech = useSpeech();
  const { t, locale, numbers } = speech;
  const nameOf = useMemberName();
  const { nameOf: teamName } = useTeamNames();
  const languages = compiled?.form.languages ?? [];
  const label = node === null ? null : textIn(node.question.label, locale, languages);
  return (
    <div>
      <dt>
        {within.map(({ label: of, turn }, depth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the depth is what it is
          <span key={depth}>
            <Words inline text={textIn(of, locale, languages).text} /> {formatNumber(numbers, turn)}
            {': '}
          </span>
        ))}
        <Words inline text={label?.text || path} lang={label?.language} />
      </dt>
      {versions.map(({ value, by, claimedTime, at }) => (
        <dd key={`${at.entry} ${at.index}`}>
          {isBoxed(value) || node?.audience != null ? (
            t('filled.notOnPaper', {
              teams: formatList(numbers, (isBoxed(value) ? value.for : (node?.audience ?? [])).map(teamName)),
            })
          ) : (
            <Words
              text={
                value === null
                  ? t('filled.notAnswered')
                  : node === null || compiled == null
                    ? String(value)
                    : sayValue(compiled, node.question, value as Value, speech)
              }
            />
          )}
          <span className="small quiet">
            {nameOf(by)} · {formatDate(numbers, claimedTime)}
          </span>
        </dd>
      ))}
    </div>
  );
}
