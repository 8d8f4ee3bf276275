import type { Mechanism } from '@leeward/directory';
import type { Flaw } from '@leeward/directory/validate.ts';
import type { Json } from '@leeward/domain/directory/events.ts';
import type { DirectoryView } from '@leeward/workspace/directory/contract.ts';
import { type FieldName, fieldOf, fields, withField } from '@leeward/workspace/directory/fields.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Kept } from '../../parts/kept.tsx';
import { useNotice } from '../../parts/notices.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Empty, Screen } from '../../parts/screen.tsx';
import { addressOf, go } from '../../router/route.ts';
import { useForm } from '../../session/use-form.ts';
import { useAction } from '../../session/use-session.tsx';
import { useToday } from '../use-today.ts';
import { FieldRows } from './field-rows.tsx';
import { firstFields } from './kinds.ts';
import { SourceFields, type SourceForm } from './source-fields.tsx';

type Form = SourceForm & {
  readonly values: Readonly<Record<string, unknown>>;
  readonly opened: readonly string[];
};

/** An entry about which nothing is known yet: every field says so. */
function blank(today: string): Mechanism {
  return {
    id: 'new',
    name: '',
    otherNames: [],
    organisation: '',
    kind: 'network',
    summary: { text: '', language: 'en' },
    sameForm: null,
    gives: {
      services: [],
      servicesSeen: false,
      sums: [],
      months: { min: null, max: null },
      hostedIn: [],
      notCovered: [],
    },
    who: ['defender'],
    where: [{ basis: 'present', places: ['any'] }],
    exile: 'ask',
    parties: null,
    family: 'unknown',
    return: 'unknown',
    gates: [],
    wishes: [],
    openers: [],
    asks: [],
    application: null,
    languages: [],
    contact: { ways: [], secure: 'unknown', words: null },
    dangers: [],
    speed: {
      answerHours: null,
      urgentHours: null,
      decisionDays: { min: null, max: null },
      helpDays: null,
      words: null,
    },
    clocks: [],
    state: { is: 'unknown', calls: [], since: null },
    link: { url: '', own: true },
    sources: [],
    sourceDated: { from: null, to: null, words: null },
    readOn: today,
    checked: null,
    confidence: 'medium',
    remarks: [],
    mended: [],
  };
}

/** A mechanism that only this organisation knows: a local fund, a flat, a lawyer. It never leaves the organisation. */
export function AddScreen({ view }: { readonly view: DirectoryView }): ReactNode {
  const { t } = useSpeech();
  const back = { href: addressOf({ name: 'directory', part: 'work' }), label: t('directory.work') };
  return (
    <Screen title={t('directory.add')} back={back} lead={<p>{t('directory.addLead')}</p>}>
      {view.may.edit ? <AddForm /> : <Empty title={t('directory.mayNotEdit')} />}
    </Screen>
  );
}

function AddForm(): ReactNode {
  const { t } = useSpeech();
  const today = useToday();
  const notice = useNotice();
  const action = useAction('addMechanism');
  const draft = useForm<Form>('addMechanism', null, () => ({
    values: {},
    opened: [...firstFields],
    source: '',
    sourceDate: '',
    note: '',
  }));
  const [flaws, setFlaws] = useState<readonly Flaw[]>([]);
  const { values, opened, source, sourceDate, note } = draft.form;
  const entry = Object.entries(values).reduce<Mechanism>(
    (one, [field, value]) => withField(one, field as FieldName, value as Json),
    blank(today),
  );
  const order = [...firstFields, ...fields.filter((field) => !firstFields.includes(field))];
  const send = async (): Promise<void> => {
    const dated = { from: sourceDate || null, to: sourceDate || null, words: null };
    // Where it was read is what is typed below, once.
    const { sources: _sources, mended: _mended, ...facts } = entry;
    const answer = await action.run({
      entry: { ...facts, sourceDated: values['sourceDated'] ?? dated },
      source: source.trim(),
      sourceDate: sourceDate || null,
      note: note.trim(),
    });
    if (!answer.ok) return;
    if (answer.value.type !== 'kept') {
      setFlaws(answer.value.type === 'flaws' ? answer.value.flaws : []);
      return;
    }
    draft.discard();
    notice({ text: t('directory.added') });
    go({ name: 'directory', part: 'entry', record: null, mechanism: answer.value.mechanism });
  };
  const unplaced = flaws.filter(
    ({ field }) => !fields.some((one) => field === one || field.startsWith(`${one}.`)),
  );
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <FieldRows
        fields={order}
        valueIn={(field) => fieldOf(entry, field)}
        isOpen={(field) => opened.includes(field)}
        isTouched={(field) => field in values || !firstFields.includes(field)}
        onOpen={(field) => draft.change({ opened: [...opened, field] })}
        onUndo={(field) => {
          const { [field]: _undone, ...rest } = values;
          draft.change({ values: rest, opened: opened.filter((one) => one !== field) });
        }}
        onChange={(field, value) => draft.change({ values: { ...values, [field]: value } })}
        flaws={flaws}
        warns={false}
      />
      <section className="card form-card stack" aria-label={t('directory.source')}>
        <SourceFields form={draft.form} today={today} onChange={draft.change} />
        {flaws.length === 0 ? null : (
          <p className="note danger" role="alert">
            {t('directory.flawsCount', { count: flaws.length })}
          </p>
        )}
        {unplaced.map((flaw) => (
          <p key={`${flaw.field} ${flaw.what}`} className="error">
            <bdi lang="en">
              {flaw.field}: {flaw.what}
            </bdi>
          </p>
        ))}
        <FailureNote failure={action.failure} />
        <div className="cluster">
          <button type="submit" className="button primary" disabled={action.busy}>
            {t('directory.addSave')}
          </button>
          <Kept of={draft} />
        </div>
      </section>
    </form>
  );
}
