import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { type OutcomeValues, outcomeItems } from '@leeward/domain/outcome/events.ts';
import type { OutcomeSaid } from '@leeward/domain/outcome/state.ts';
import { baseOf, editOf, valueIn } from '@leeward/domain/shared/items.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Words } from '../../parts/words.tsx';
import { useAction } from '../../session/use-session.tsx';
import { Versions } from '../item/versions.tsx';

const typed = ['needs', 'note'] as const;
const plain = ['safe', 'working', 'defending'] as const;

/** What was heard of her, with every version that was written apart until somebody chooses. */
export function OutcomeVersions({
  view,
  said,
  allowed,
}: {
  readonly view: CaseView;
  readonly said: OutcomeSaid;
  readonly allowed: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const action = useAction('actOnCase');
  const choose = (part: Partial<OutcomeValues>): void => {
    const event = editOf(outcomeItems, baseOf(said, said.id), part);
    if (event === null) return;
    void action.run({ record: view.record, events: [event as unknown as CaseEvent], form: null });
  };
  const answer = (value: OutcomeValues['safe']): string =>
    value === null ? t('outcome.notAsked') : t(`outcome.answer.${value}`);
  return (
    <>
      <dl className="small document-facts">
        {plain.map((name) => {
          const value = valueIn(said, name) ?? null;
          return value === null ? null : (
            <div key={name}>
              <dt>{t(`outcome.${name}`)}</dt>
              <dd>{answer(value)}</dd>
            </div>
          );
        })}
        {typed.map((name) => {
          const value = valueIn(said, name) ?? '';
          return value === '' ? null : (
            <div key={name}>
              <dt>{t(`outcome.${name}`)}</dt>
              <dd>
                <Words text={value} />
              </dd>
            </div>
          );
        })}
      </dl>
      {plain.map((name) => (
        <Versions
          key={name}
          label={t(`outcome.${name}`)}
          field={said.fields[name]}
          say={(value) => <b>{answer(value)}</b>}
          onChoose={allowed ? (value) => choose({ [name]: value }) : null}
        />
      ))}
      {typed.map((name) => (
        <Versions
          key={name}
          label={t(`outcome.${name}`)}
          field={said.fields[name]}
          say={(value) => <Words text={value} />}
          onChoose={allowed ? (value) => choose({ [name]: value }) : null}
        />
      ))}
      <Versions
        label={t('outcome.which')}
        field={said.fields.outcomes}
        say={(codes) =>
          codes
            .map((code) =>
              code.startsWith('x_') ? code : t(`outcome.is.${code as Exclude<typeof code, `x_${string}`>}`),
            )
            .join(' · ')
        }
        onChoose={allowed ? (outcomes) => choose({ outcomes }) : null}
      />
      <FailureNote failure={action.failure} />
    </>
  );
}
