import { type Argument, type Evidence, verdicts } from '@leeward/domain/eligibility/events.ts';
import { argue } from '@leeward/domain/eligibility/rules.ts';
import { type Test, tests } from '@leeward/domain/programme/events.ts';
import { latest } from '@leeward/domain/shared/field.ts';
import { standing, valueIn } from '@leeward/domain/shared/items.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Ago } from '../../parts/clock.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Words } from '../../parts/words.tsx';
import { useMemberName } from '../../session/organisation.tsx';
import { useForm } from '../../session/use-form.ts';
import { useCaseAct } from '../item/use-case-act.ts';
import { Versions } from '../item/versions.tsx';
import { ChecksField, ChoiceField, TextField } from '../verification/fields.tsx';
import { useVerifyNames } from '../verification/names.ts';

const tones = { yes: 'good', not_yet: 'warn', no: 'danger' } as const;

/** The tests of the field, each argued by a person with what she points to. */
export function TestsSection({
  view,
  mayWrite,
}: {
  readonly view: CaseView;
  readonly mayWrite: boolean;
}): ReactNode {
  const { t } = useSpeech();
  return (
    <section className="stack" aria-labelledby="eligible-tests">
      <h2 id="eligible-tests">{t('eligible.tests')}</h2>
      {tests.map((test) => (
        <TestCard key={test} view={view} test={test} mayWrite={mayWrite} />
      ))}
    </section>
  );
}

function TestCard({
  view,
  test,
  mayWrite,
}: {
  readonly view: CaseView;
  readonly test: Test;
  readonly mayWrite: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  const say = useEvidence(view);
  const act = useCaseAct(view.record);
  const title = useId();
  const state = view.state.parts.eligibility;
  const field = state.tests.get(test) ?? [];
  const now = latest(field);
  const written = field.at(-1);
  const before = state.argued.filter(
    (one) => one.test === test && !field.some(({ at }) => at.entry === one.entry && at.index === one.index),
  );
  const choose = (argument: Argument): void =>
    void act.give(argue(state, { ...argument, test }), `case:argue:${test}`);
  return (
    <section className="card stack tight pad" aria-labelledby={title}>
      <div className="cluster">
        <h3 id={title}>{t(`eligible.test.${test}`)}</h3>
        {now === undefined || field.length > 1 ? null : (
          <span className={`chip ${tones[now.verdict]}`}>{t(`eligible.verdict.${now.verdict}`)}</span>
        )}
      </div>
      {now === undefined ? <p className="quiet">{t('eligible.notArgued')}</p> : null}
      {field.length > 1 ? (
        <Versions
          label={t(`eligible.test.${test}`)}
          field={field}
          say={(argument) => <ArgumentWords argument={argument} say={say} />}
          onChoose={mayWrite ? choose : null}
        />
      ) : now === undefined ? null : (
        <>
          <ArgumentWords argument={now} say={say} />
          {written === undefined ? null : (
            <p className="small quiet">
              {nameOf(written.by)} <Ago at={written.claimedTime} />
            </p>
          )}
        </>
      )}
      <FailureNote failure={act.failure} />
      {before.length === 0 ? null : (
        <details className="pick">
          <summary>{t('eligible.before')}</summary>
          <ul className="pick-body plain stack tight">
            {before.map((one) => (
              <li key={`${one.entry} ${one.index}`}>
                <b>{t(`eligible.verdict.${one.verdict}`)}</b> <Words text={one.words} />
                <p className="small quiet">
                  {nameOf(one.by)} <Ago at={one.claimedTime} />
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
      {mayWrite ? (
        <div>
          <ArgueForm key={`${field.length} ${written?.at.entry ?? ''}`} view={view} test={test} />
        </div>
      ) : null}
    </section>
  );
}

function ArgumentWords({
  argument,
  say,
}: {
  readonly argument: Argument;
  readonly say: (evidence: Evidence) => string;
}): ReactNode {
  return (
    <>
      <Words text={argument.words} />
      {argument.evidence.length === 0 ? null : (
        <ul className="plain small quiet">
          {argument.evidence.map((one) => (
            <li key={`${one.of} ${one.id} ${one.words}`}>{say(one)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

type Typed = Pick<Argument, 'words' | 'evidence'> & { readonly verdict: Argument['verdict'] | null };

function ArgueForm({ view, test }: { readonly view: CaseView; readonly test: Test }): ReactNode {
  const { t } = useSpeech();
  const say = useEvidence(view);
  const act = useCaseAct(view.record);
  const command = `case:argue:${test}` as const;
  const state = view.state.parts.eligibility;
  const now = latest(state.tests.get(test) ?? []);
  const draft = useForm<Typed>(command, view.record, () => ({
    verdict: now?.verdict ?? null,
    words: now?.words ?? '',
    evidence: now?.evidence ?? [],
  }));
  const [opened, setOpened] = useState(false);
  const { form, change } = draft;
  if (!opened && draft.keeping === null)
    return (
      <button type="button" className="button" onClick={() => setOpened(true)}>
        {t('eligible.argue')}
      </button>
    );
  const choices = evidenceIn(view).map((one) => ({ code: `${one.of} ${one.id}`, name: say(one), one }));
  const give = async (): Promise<void> => {
    const { verdict, words, evidence } = form;
    if (verdict === null || words.trim() === '') return;
    if (!(await act.give(argue(state, { test, verdict, words, evidence }), command))) return;
    draft.given();
    setOpened(false);
  };
  return (
    <form
      className="stack form"
      aria-label={t('eligible.argue')}
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <ChoiceField
        label={t('eligible.verdict')}
        choices={verdicts.map((code) => ({ code, name: t(`eligible.verdict.${code}`) }))}
        value={form.verdict}
        required
        onChange={(verdict) => change({ verdict })}
      />
      <TextField
        label={t('eligible.words')}
        hint={t('eligible.wordsHint')}
        lines={3}
        required
        value={form.words}
        onChange={(words) => change({ words })}
      />
      {choices.length === 0 ? null : (
        <ChecksField
          label={t('eligible.evidence')}
          choices={choices}
          value={form.evidence.map(({ of, id }) => `${of} ${id}`)}
          onChange={(codes) =>
            change({ evidence: choices.filter(({ code }) => codes.includes(code)).map(({ one }) => one) })
          }
        />
      )}
      <FailureNote failure={act.failure} />
      <div className="cluster">
        <button
          type="submit"
          className="button primary"
          disabled={act.busy || form.verdict === null || form.words.trim() === ''}
        >
          {t('common.save')}
        </button>
        <Kept of={draft} onDiscard={() => setOpened(false)} />
      </div>
    </form>
  );
}

/** What an argument may point to: what was found, what happened, where she is. */
function evidenceIn({ state: { parts } }: CaseView): readonly Evidence[] {
  const ids = (of: Evidence['of'], items: readonly { readonly id: string }[]): readonly Evidence[] =>
    items.map(({ id }) => ({ of, id, words: '' }));
  return [
    ...ids('finding', standing(parts.verification.findings)),
    ...ids('incident', standing(parts.incident.incidents)),
    ...ids('situation', standing(parts.situation)),
  ];
}

/** A piece of evidence in words. What happened is shortened, and hidden where it could hurt. */
function useEvidence({ state: { parts } }: CaseView): (evidence: Evidence) => string {
  const { t } = useSpeech();
  const names = useVerifyNames();
  return ({ of, id, words }) => {
    switch (of) {
      case 'finding': {
        const item = parts.verification.findings.get(id);
        const question = item === undefined ? undefined : valueIn(item, 'question');
        return t('eligible.evidence.finding', {
          what: question === undefined ? '…' : names.question(question),
        });
      }
      case 'incident': {
        const item = parts.incident.incidents.get(id);
        const isHidden = item === undefined || valueIn(item, 'graphic') === true;
        const what = isHidden ? '…' : (valueIn(item, 'happened') ?? '').slice(0, 80);
        return t('eligible.evidence.incident', { what });
      }
      case 'situation': {
        const item = parts.situation.get(id);
        const country = item === undefined ? null : (valueIn(item, 'country') ?? null);
        return t('eligible.evidence.situation', { what: country ?? '…' });
      }
      default:
        return words;
    }
  };
}
