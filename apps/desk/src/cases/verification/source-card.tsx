import type { Voices } from '@leeward/domain/consent/voices.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import { sourceItems } from '@leeward/domain/verification/events.ts';
import { mayAskIn } from '@leeward/domain/verification/of-case.ts';
import { askingsOf, type Source } from '@leeward/domain/verification/state.ts';
import { formatDate } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useId } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { ItemVersions } from '../item/item-versions.tsx';
import { PutAway } from '../item/put-away.tsx';
import { AnswerForm } from './answer-form.tsx';
import { AskingForm } from './asking-form.tsx';
import { AskingVerdictNote } from './asking-verdict.tsx';
import { useFieldWords } from './field-words.tsx';
import { LeaveLines } from './leave-lines.tsx';
import { labelIn, useVerifyNames } from './names.ts';
import { SourceForm } from './source-form.tsx';

/** One source: who it is to us, whether it may be asked, when it was, and what can be done. */
export function SourceCard({
  view,
  voices,
  source,
  mayWrite,
}: {
  readonly view: CaseView;
  readonly voices: Voices;
  readonly source: Source;
  readonly mayWrite: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const names = useVerifyNames();
  const fields = useFieldWords(view);
  const today = useToday();
  const title = useId();
  const state = view.state.parts.verification;
  const kind = valueIn(source, 'kind');
  const origin = valueIn(source, 'origin') ?? 'named_by_her';
  const through = valueIn(source, 'through') ?? null;
  const doubt = valueIn(source, 'doubt') ?? null;
  const known = valueIn(source, 'known') ?? '';
  return (
    <section className="card stack tight pad" aria-labelledby={title}>
      <div className="cluster">
        <h3 id={title}>
          <bdi>{valueIn(source, 'label')}</bdi>
        </h3>
        {doubt === null ? null : <span className="chip danger">{t('verify.doubtful')}</span>}
      </div>
      <p className="small quiet">
        {kind === undefined ? null : `${names.kind(kind)} · `}
        {t(`verify.origin.${origin}`)}
        {through === null ? null : `: ${labelIn(state, through)}`}
      </p>
      {known === '' ? null : <Words text={known} />}
      {doubt === null ? null : (
        <div className="note danger small">
          <Words text={doubt.reason} />
        </div>
      )}
      {askingsOf(state, source.id).map((asking) => (
        <p key={asking.id} className="small">
          {t('verify.asked', {
            date: formatDate(numbers, valueIn(asking, 'on') ?? '', 'UTC'),
            questions: names.list((valueIn(asking, 'questions') ?? []).map(names.question)),
          })}
        </p>
      ))}
      <h4 className="small">{t('verify.ask')}</h4>
      <LeaveLines record={view.record} voices={voices} source={source} />
      <AskingVerdictNote state={state} verdict={mayAskIn(view.state, voices, source.id, [], today)} />
      <ItemVersions
        kind={sourceItems}
        record={view.record}
        item={source}
        words={fields.source}
        mayWrite={mayWrite}
      />
      {mayWrite ? (
        <div className="cluster">
          <AskingForm view={view} voices={voices} source={source.id} />
          <AnswerForm record={view.record} state={state} source={source.id} />
          <SourceForm key={source.steps.length} view={view} source={source} />
          <PutAway kind={sourceItems} record={view.record} item={source} label={t('verify.sourceAway')} />
        </div>
      ) : null}
    </section>
  );
}
