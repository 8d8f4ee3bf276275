import type { CaseState } from '@leeward/domain/case/state.ts';
import type { Evidence, IncidentValues, Reported } from '@leeward/domain/incident/events.ts';
import { standing, valueIn } from '@leeward/domain/shared/items.ts';
import { formatDateTime } from '@leeward/ui';
import { evidenceType } from '@leeward/vocabulary/lists/evidence-type.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { LineBox } from '../../request/back-fields.tsx';
import { useConversation } from '../head/case-head.tsx';
import { GroupedSelect } from '../risk/choice-fields.tsx';
import { choicesOf } from '../risk/danger-words.ts';

/** What supports it: a message of hers, a document of the file, or something that lies elsewhere. */
export function EvidenceFields({
  view,
  values,
  onChange,
}: {
  readonly view: CaseView;
  readonly values: readonly Evidence[];
  readonly onChange: (values: readonly Evidence[]) => void;
}): ReactNode {
  const { t } = useSpeech();
  const sources = useEvidenceSources(view);
  const change = (at: number, part: Partial<Evidence>): void =>
    onChange(values.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="stack tight">
      <legend>
        <b>{t('danger.evidence.title')}</b>
      </legend>
      {values.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form keep their places
        <div key={at} className="card padded stack tight">
          <GroupedSelect
            label={t('danger.evidence.kind')}
            value={one.kind}
            choices={choicesOf(t, 'evidence', evidenceType)}
            onChange={(kind) => change(at, { kind: kind as Evidence['kind'] })}
          />
          <GroupedSelect
            label={t('danger.evidence.where')}
            value={one.message !== null ? `m${one.message}` : one.document === null ? '' : `d${one.document}`}
            none={t('danger.evidence.elsewhere')}
            choices={sources}
            onChange={(where) =>
              change(at, {
                message: where.startsWith('m') ? Number(where.slice(1)) : null,
                document: where.startsWith('d') ? where.slice(1) : null,
              })
            }
          />
          <LineBox
            label={t('danger.evidence.what')}
            value={one.what}
            onChange={(what) => change(at, { what })}
          />
          <div>
            <button
              type="button"
              className="button quiet small"
              onClick={() => onChange(values.filter((_, index) => index !== at))}
            >
              {t('danger.removeRow')}
            </button>
          </div>
        </div>
      ))}
      <div>
        <button
          type="button"
          className="button"
          onClick={() =>
            onChange([...values, { kind: 'ev_testimony', what: '', document: null, message: null }])
          }
        >
          {t('danger.evidence.add')}
        </button>
      </div>
    </fieldset>
  );
}

/** Her messages in the conversation that the case comes from, and the documents of the file. */
function useEvidenceSources(view: CaseView): readonly { value: string; label: string; group: string }[] {
  const { t, numbers } = useSpeech();
  const conversation = useConversation(view);
  const messages = (conversation?.state.items ?? []).map((item) => ({
    value: `m${item.sequence}`,
    label: t('danger.evidence.message', {
      when: formatDateTime(numbers, item.claimedTime ?? item.admittedTime),
    }),
    group: t('danger.evidence.messages'),
  }));
  return [
    ...messages,
    ...documentsIn(view.state).map((one) => ({ ...one, group: t('danger.evidence.documents') })),
  ];
}

/** The documents of a file, as choices. */
export function documentsIn(state: CaseState): readonly { readonly value: string; readonly label: string }[] {
  return standing(state.parts.documents).map((one) => ({
    value: `d${one.id}`,
    label: valueIn(one, 'title') ?? '',
  }));
}

/** To whom it was reported, and what came of it. */
export function ReportedFields({
  values,
  onChange,
}: {
  readonly values: IncidentValues['reported'];
  readonly onChange: (values: readonly Reported[]) => void;
}): ReactNode {
  const { t } = useSpeech();
  const change = (at: number, part: Partial<Reported>): void =>
    onChange(values.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="stack tight">
      <legend>
        <b>{t('danger.reported.title')}</b>
      </legend>
      {values.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form keep their places
        <div key={at} className="card padded stack tight">
          <LineBox
            label={t('danger.reported.to')}
            required
            value={one.to}
            onChange={(to) => change(at, { to })}
          />
          <LineBox
            label={t('danger.reported.on')}
            type="date"
            value={one.on ?? ''}
            onChange={(on) => change(at, { on: on === '' ? null : on })}
          />
          <LineBox
            label={t('danger.reported.answer')}
            value={one.answer}
            onChange={(answer) => change(at, { answer })}
          />
          <div>
            <button
              type="button"
              className="button quiet small"
              onClick={() => onChange(values.filter((_, index) => index !== at))}
            >
              {t('danger.removeRow')}
            </button>
          </div>
        </div>
      ))}
      <div>
        <button
          type="button"
          className="button"
          onClick={() => onChange([...values, { to: '', on: null, answer: '' }])}
        >
          {t('danger.reported.add')}
        </button>
      </div>
    </fieldset>
  );
}
