import { type ReactNode, useId } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { addressOf, addressOfPlace } from '../router/route.ts';
import { useLookAround } from '../sample/look-around.tsx';
import { firstSteps, type Step, type StepName, type StepsInputs } from './first-steps.ts';
import { useFirstSteps, useNeededSteps } from './use-first-steps.ts';
import { useStepsMemory } from './use-steps-memory.ts';

/** Where each step is taken. */
const where: Readonly<Record<StepName, string>> = {
  recovery: addressOfPlace({ name: 'settings', place: 'recovery' }),
  languages: addressOfPlace({ name: 'door', place: 'languages' }),
  promise: addressOfPlace({ name: 'door', place: 'promise' }),
  contacts: addressOfPlace({ name: 'door', place: 'contacts' }),
  publish: addressOfPlace({ name: 'door', place: 'publish' }),
  handOut: addressOfPlace({ name: 'door', place: 'link' }),
  questions: addressOf({ name: 'questions' }),
  second: addressOfPlace({ name: 'members', place: 'second' }),
  compare: addressOfPlace({ name: 'members', place: 'compare' }),
  passkey: addressOfPlace({ name: 'settings', place: 'passkey' }),
  call: addressOfPlace({ name: 'settings', place: 'call' }),
};

/** What a new organisation has still to do; nothing once that is done, and nothing in the sample. */
export function FirstSteps(): ReactNode {
  const needed = useNeededSteps();
  const { isInside } = useLookAround();
  if (needed === undefined || isInside) return null;
  const steps = firstSteps(needed);
  if (steps === null) return null;
  return needed.memory.away ? <PutAway done={steps.done} of={steps.needed} /> : <List inputs={needed} />;
}

function PutAway({ done, of }: { readonly done: number; readonly of: number }): ReactNode {
  const { t } = useSpeech();
  const { remember } = useStepsMemory();
  return (
    <p>
      <button type="button" className="button quiet" onClick={() => remember({ away: false })}>
        {t('steps.title')} · {t('steps.done', { done, of })}
      </button>
    </p>
  );
}

function List({ inputs }: { readonly inputs: StepsInputs }): ReactNode {
  const { t } = useSpeech();
  const { remember } = useStepsMemory();
  const steps = useFirstSteps(inputs);
  const heading = useId();
  if (steps === null) return null;
  return (
    <section className="stack tight" aria-labelledby={heading}>
      <div className="part-head">
        <h2 id={heading}>{t('steps.title')}</h2>
        <span className="small quiet">{t('steps.done', { done: steps.done, of: steps.needed })}</span>
      </div>
      <p className="quiet">{t(inputs.administrator ? 'steps.lead' : 'steps.leadJoined')}</p>
      <ol className="plain card first-steps">
        {steps.steps.map((step) => (
          <StepLine
            key={step.name}
            step={step}
            isNext={step.name === steps.next}
            onSkip={() => remember({ skipped: [...inputs.memory.skipped, step.name] })}
          />
        ))}
      </ol>
      <div>
        <button type="button" className="button quiet" onClick={() => remember({ away: true })}>
          {t('steps.putAway')}
        </button>
      </div>
    </section>
  );
}

function StepLine({
  step: { name, needed, standing, waitsFor },
  isNext,
  onSkip,
}: {
  readonly step: Step;
  readonly isNext: boolean;
  readonly onSkip: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const title = t(`steps.${name}.title`);
  // Somebody who waits for a signature or for a guest may still want to look there: it may be hers to give.
  const leads = waitsFor === null || waitsFor === 'signature' || waitsFor === 'guest';
  return (
    <li
      className="first-step"
      data-step={name}
      data-standing={standing}
      aria-current={isNext ? 'step' : undefined}
    >
      <span className="step-mark" aria-hidden="true" />
      <div className="step-words">
        <p className="line-title">
          <b>{title}</b>
          {standing === 'done' ? <span className="small quiet">{t('steps.isDone')}</span> : null}
          {standing !== 'done' && !needed ? <span className="chip">{t('steps.optional')}</span> : null}
        </p>
        {standing === 'done' ? null : <p className="quiet">{t(`steps.${name}.why`)}</p>}
        {waitsFor === null ? null : <p className="small">{t(`steps.wait.${waitsFor}`)}</p>}
      </div>
      {standing === 'done' ? null : (
        <div className="step-acts">
          {leads ? (
            <a className={isNext ? 'button primary' : 'button'} href={where[name]}>
              {t(`steps.${name}.do`)}
            </a>
          ) : null}
          {needed ? null : (
            <button type="button" className="button quiet" onClick={onSkip}>
              {t('steps.skip')}
              <span className="visually-hidden"> {title}</span>
            </button>
          )}
        </div>
      )}
    </li>
  );
}
