import '@leeward/ui/styles/desk-directory.css';
import '@leeward/ui/styles/desk-trust.css';
import { type ProgrammeValues, programmeItems, type Rule } from '@leeward/domain/programme/events.ts';
import { conflictsOf, type Item, putAwayOf, standing, valueIn } from '@leeward/domain/shared/items.ts';
import type { DirectoryView } from '@leeward/workspace/directory/contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { newId } from '../cases/new-id.ts';
import { ChecksField, ChoiceField, NumberField, TextField } from '../cases/verification/fields.tsx';
import { FormFrame } from '../cases/verification/form-frame.tsx';
import { useVerifyNames } from '../cases/verification/names.ts';
import { useDirectory } from '../directory/use-directory.ts';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Empty, Screen } from '../parts/screen.tsx';
import { Words } from '../parts/words.tsx';
import { addressOf } from '../router/route.ts';
import { useAction } from '../session/use-session.tsx';
import { ruleChoices, supportChoices, useProgrammeNames } from './names.ts';
import { RuleEditor } from './rule-editor.tsx';
import { useProgrammeForm } from './use-programme-form.ts';

/** What the organisation itself offers, with its rules. */
export function ProgrammesScreen(): ReactNode {
  const { t } = useSpeech();
  const answer = useDirectory();
  return (
    <Screen
      title={t('programme.title')}
      lead={<p>{t('programme.lead')}</p>}
      back={{ href: addressOf({ name: 'settings' }), label: t('settings.title') }}
    >
      {answer === undefined ? (
        <p className="quiet">{t('common.loading')}</p>
      ) : answer.ok ? (
        <Programmes view={answer.value} />
      ) : (
        <FailureNote failure={answer.error} />
      )}
    </Screen>
  );
}

function Programmes({ view }: { readonly view: DirectoryView }): ReactNode {
  const { t } = useSpeech();
  const programmes = standing(view.programmes);
  return (
    <div className="stack">
      {view.may.programmes ? null : <p className="note">{t('programme.noMay')}</p>}
      {programmes.length === 0 ? (
        <Empty title={t('eligible.programmesNone')}>{t('eligible.programmesHint')}</Empty>
      ) : (
        programmes.map((item) => <ProgrammeCard key={item.id} view={view} item={item} />)
      )}
      {view.may.programmes ? (
        <div>
          <ProgrammeForm />
        </div>
      ) : null}
    </div>
  );
}

function ProgrammeCard({
  view,
  item,
}: {
  readonly view: DirectoryView;
  readonly item: Item<ProgrammeValues>;
}): ReactNode {
  const { t } = useSpeech();
  const names = useProgrammeNames();
  const words = useVerifyNames();
  const title = useId();
  const rules = valueIn(item, 'rules') ?? [];
  const gives = valueIn(item, 'gives') ?? [];
  const note = valueIn(item, 'note') ?? '';
  const waits = view.pending.some(({ mechanism }) => mechanism === item.id);
  return (
    <section className="card stack tight pad" aria-labelledby={title}>
      <h2 id={title}>
        <bdi>{valueIn(item, 'name')}</bdi>
      </h2>
      {gives.length === 0 ? null : <p className="quiet">{words.list(gives.map(names.support))}</p>}
      {note === '' ? null : <Words text={note} />}
      {conflictsOf(item).length === 0 ? null : <p className="note warn">{t('programme.apart')}</p>}
      {rules.length === 0 ? (
        <p className="small quiet">{t('programme.rulesNone')}</p>
      ) : (
        <ul className="plain small">
          {rules.map((rule) => (
            <li key={rule.id}>{names.rule(rule.code)}</li>
          ))}
        </ul>
      )}
      {waits ? <p className="note small">{t('programme.waits')}</p> : null}
      {view.may.programmes && !waits ? (
        <div className="cluster">
          <ProgrammeForm key={item.steps.length} item={item} />
          <PutProgrammeAway item={item} />
        </div>
      ) : null}
    </section>
  );
}

function PutProgrammeAway({ item }: { readonly item: Item<ProgrammeValues> }): ReactNode {
  const { t } = useSpeech();
  const action = useAction('keepProgramme');
  const [reason, setReason] = useState<string | null>(null);
  if (reason === null)
    return (
      <button type="button" className="button quiet small" onClick={() => setReason('')}>
        {t('programme.away')}
      </button>
    );
  return (
    <form
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        void action
          .run({
            event: putAwayOf(programmeItems, item.id, reason.trim()),
            form: `programme:away:${item.id}`,
          })
          .then((answer) => answer.ok && setReason(null));
      }}
    >
      <TextField label={t('item.whyAway')} required value={reason} onChange={setReason} />
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button" disabled={action.busy || reason.trim() === ''}>
          {t('programme.away')}
        </button>
        <button type="button" className="button quiet" onClick={() => setReason(null)}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}

function ProgrammeForm({ item }: { readonly item?: Item<ProgrammeValues> }): ReactNode {
  const { t } = useSpeech();
  const names = useProgrammeNames();
  const form = useProgrammeForm(item);
  const { values, set } = form;
  const rules = values.rules ?? [];
  const change = (id: string, rule: Rule): void =>
    set({ rules: rules.map((one) => (one.id === id ? rule : one)) });
  return (
    <FormFrame
      label={item === undefined ? t('programme.new') : t('programme.edit')}
      form={form}
      ready={(values.name ?? '').trim() !== ''}
      primary={item === undefined}
    >
      <TextField
        label={t('programme.name')}
        required
        value={values.name ?? ''}
        onChange={(name) => set({ name })}
      />
      <details className="pick">
        <summary>
          {t('programme.gives')} ({(values.gives ?? []).length})
        </summary>
        <ChecksField
          label={t('programme.gives')}
          choices={supportChoices(names)}
          value={values.gives ?? []}
          onChange={(gives) => set({ gives })}
        />
      </details>
      <TextField
        label={t('programme.note')}
        lines={3}
        value={values.note ?? ''}
        onChange={(note) => set({ note })}
      />
      <NumberField
        label={t('programme.replyHours')}
        value={values.replyHours ?? null}
        onChange={(replyHours) => set({ replyHours })}
      />
      <NumberField
        label={t('programme.decisionHours')}
        value={values.decisionHours ?? null}
        onChange={(decisionHours) => set({ decisionHours })}
      />
      <h4>{t('programme.rules')}</h4>
      {rules.length === 0 ? <p className="small quiet">{t('programme.rulesNone')}</p> : null}
      {rules.map((rule) => (
        <RuleEditor
          key={rule.id}
          rule={rule}
          onChange={(changed) => change(rule.id, changed)}
          onRemove={() => set({ rules: rules.filter(({ id }) => id !== rule.id) })}
        />
      ))}
      <ChoiceField
        label={t('programme.ruleAdd')}
        choices={ruleChoices(names)}
        value={null}
        onChange={(code) =>
          code !== null &&
          set({ rules: [...rules, { id: newId(), code, must: true, terms: firstTerms(code), words: '' }] })
        }
      />
    </FormFrame>
  );
}

/** Ends that nobody knows are said as such from the beginning; the tests of the field are all of them. */
function firstTerms(code: Rule['code']): Rule['terms'] {
  if (code === 'rule_three_part') return { tests: ['defender', 'danger', 'need', 'link'] };
  if (code === 'rule_suspended' || code === 'rule_call_window') return { from: null, until: null };
  if (code === 'rule_quota_full') return { until: null };
  if (code === 'rule_question') return { wanted: 'yes' };
  return code === 'rule_region' ? { whose: 'now' } : {};
}
