import {
  type Condition,
  conditions,
  events,
  type Gate,
  type Mechanism,
  profiles,
  statuses,
} from '@leeward/directory';
import { labelOf, nameOf, sayClock, sayGate } from '@leeward/directory/say/index.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Checklist, type Choice } from '../find/checklist.tsx';
import { Count, OneOf } from '../find/short-fields.tsx';
import { useSpeaker } from '../speaker.tsx';
import type { EditorProps } from './choices.ts';
import { KnownDate, TextEditor } from './text-editors.tsx';

/* Fields that hold several lines of one form: each line is edited where it stands, or taken away. */

type Lines<Value> = {
  readonly value: readonly Value[];
  readonly onChange: (value: readonly Value[]) => void;
  readonly fresh: Value;
  readonly add: string;
  readonly children: (line: Value, change: (part: Partial<Value>) => void) => ReactNode;
};

function LinesOf<Value extends object>({ value, onChange, fresh, add, children }: Lines<Value>): ReactNode {
  const { t } = useSpeech();
  return (
    <div className="stack tight">
      {value.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name, and is edited where it stands
        <div key={index} className="sub-fields">
          {children(line, (part) =>
            onChange(value.map((one, place) => (place === index ? { ...one, ...part } : one))),
          )}
          <button
            type="button"
            className="button quiet"
            onClick={() => onChange(value.filter((_one, place) => place !== index))}
          >
            {t('common.remove')}
          </button>
        </div>
      ))}
      <button type="button" className="button same" onClick={() => onChange([...value, fresh])}>
        {add}
      </button>
    </div>
  );
}

type Where = Mechanism['where'][number];

export function WhereEditor({
  label,
  places,
  value,
  onChange,
}: EditorProps<readonly Where[]> & { readonly places: readonly Choice[] }): ReactNode {
  const { t } = useSpeech();
  return (
    <LinesOf
      value={value}
      onChange={onChange}
      fresh={{ basis: 'present', places: ['any'] } as Where}
      add={t('directory.addWhere')}
    >
      {(line, change) => (
        <>
          <OneOf
            label={t('directory.basis')}
            value={line.basis}
            choices={(['present', 'origin', 'impact', 'unknown'] as const).map((code) => ({
              code,
              name: t(`directory.basis.${code}`),
            }))}
            onChange={(basis) => {
              if (basis !== undefined) change({ basis: basis as Where['basis'] });
            }}
          />
          <Checklist
            label={label}
            choices={places}
            chosen={line.places === 'unknown' ? [] : line.places}
            onChange={(chosen) =>
              change({ places: (chosen.length === 0 ? 'unknown' : chosen) as Where['places'] })
            }
          />
        </>
      )}
    </LinesOf>
  );
}

type Sum = Mechanism['gives']['sums'][number];

export function SumsEditor({ label, value, onChange }: EditorProps<readonly Sum[]>): ReactNode {
  const { t } = useSpeech();
  const fresh: Sum = { amount: 0, currency: 'EUR', year: null, is: 'maximum', per: 'once' };
  return (
    <LinesOf value={value} onChange={onChange} fresh={fresh} add={t('directory.addSum')}>
      {(sum, change) => (
        <>
          <Count label={label} value={sum.amount} onChange={(amount) => change({ amount: amount ?? 0 })} />
          <TextEditor
            label={t('directory.currency')}
            value={sum.currency}
            onChange={(text) => change({ currency: text.trim().toUpperCase() })}
          />
          <Count
            label={t('directory.sumYear')}
            value={sum.year ?? undefined}
            onChange={(year) => change({ year: year ?? null })}
          />
          <OneOf
            label={t('directory.sumIs')}
            value={sum.is}
            choices={(['maximum', 'usual', 'minimum'] as const).map((code) => ({
              code,
              name: t(`directory.sumIs.${code}`),
            }))}
            onChange={(is) => {
              if (is !== undefined) change({ is: is as Sum['is'] });
            }}
          />
          <OneOf
            label={t('directory.sumPer')}
            value={sum.per}
            choices={(['once', 'month', 'year'] as const).map((code) => ({
              code,
              name: t(`directory.sumPer.${code}`),
            }))}
            onChange={(per) => {
              if (per !== undefined) change({ per: per as Sum['per'] });
            }}
          />
        </>
      )}
    </LinesOf>
  );
}

type Call = Mechanism['state']['calls'][number];

export function CallsEditor({ value, onChange }: EditorProps<readonly Call[]>): ReactNode {
  const { t } = useSpeech();
  return (
    <LinesOf
      value={value}
      onChange={onChange}
      fresh={{ opens: null, closes: null }}
      add={t('directory.addCall')}
    >
      {(call, change) => (
        <>
          <KnownDate
            label={t('directory.opens')}
            value={call.opens}
            onChange={(opens) => change({ opens })}
          />
          <KnownDate
            label={t('directory.closes')}
            value={call.closes}
            onChange={(closes) => change({ closes })}
          />
        </>
      )}
    </LinesOf>
  );
}

type Clock = Mechanism['clocks'][number];

export function ClocksEditor({ value, onChange }: EditorProps<readonly Clock[]>): ReactNode {
  const { t } = useSpeech();
  const speaker = useSpeaker();
  const fresh: Clock = { within: 3, unit: 'months', side: 'after', of: 'threat', hard: true };
  const moments = ['final-decision', 'deadline', 'arrival', 'last-work'] as const;
  return (
    <LinesOf value={value} onChange={onChange} fresh={fresh} add={t('directory.addClock')}>
      {(clock, change) => (
        <>
          <Count
            label={sayClock(speaker, clock)}
            value={clock.within}
            onChange={(within) => change({ within: within ?? 0 })}
          />
          <OneOf
            label={t('directory.unit')}
            value={clock.unit}
            choices={(['hours', 'days', 'working-days', 'months', 'years'] as const).map((code) => ({
              code,
              name: t(`directory.unit.${code}`),
            }))}
            onChange={(unit) => {
              if (unit !== undefined) change({ unit: unit as Clock['unit'] });
            }}
          />
          <OneOf
            label={t('directory.clockOf')}
            value={clock.of}
            choices={[
              ...moments.map((code) => ({ code, name: labelOf(speaker, 'moment', code) })),
              ...events.map((code) => ({ code, name: labelOf(speaker, 'event', code) })),
            ]}
            onChange={(of) => {
              if (of !== undefined) change({ of: of as Clock['of'] });
            }}
          />
        </>
      )}
    </LinesOf>
  );
}

/**
 * Conditions: those that are a question of yes or no are chosen from the list, and the commonest of the others are made
 * of codes. Every condition that stands can be taken away.
 */
export function GatesEditor({ value, onChange }: EditorProps<readonly Gate[]>): ReactNode {
  const { t } = useSpeech();
  const speaker = useSpeaker();
  const [kind, setKind] = useState<'detail' | 'work' | 'status' | 'danger'>('detail');
  const choices: Readonly<Record<typeof kind, readonly Choice[]>> = {
    detail: (Object.keys(conditions) as Condition[]).map((code) => ({
      code,
      name: speaker.text(`condition.${code}.is`),
    })),
    work: profiles.map((code) => ({ code, name: speaker.capital(nameOf(speaker, 'profile', code)) })),
    status: statuses.map((code) => ({ code, name: labelOf(speaker, 'status', code) })),
    danger: events.map((code) => ({ code, name: labelOf(speaker, 'event', code) })),
  };
  const add = (codes: readonly string[]): void => {
    if (codes.length === 0) return;
    const gates =
      kind === 'detail' ? codes.map((code) => ({ on: 'detail', code })) : [{ on: kind, any: [...codes] }];
    onChange([...value, ...(gates as unknown as readonly Gate[])]);
  };
  return (
    <div className="stack tight">
      <ul className="plain stack tight">
        {value.map((gate, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no name of its own
          <li key={index} className="bar">
            <span>{sayGate(speaker, gate)}</span>
            <button
              type="button"
              className="button quiet"
              onClick={() => onChange(value.filter((_one, place) => place !== index))}
            >
              {t('common.remove')}
            </button>
          </li>
        ))}
      </ul>
      <div className="sub-fields">
        <OneOf
          label={t('directory.gateKind')}
          value={kind}
          choices={(['detail', 'work', 'status', 'danger'] as const).map((code) => ({
            code,
            name: t(`directory.gateKind.${code}`),
          }))}
          onChange={(code) => setKind((code ?? 'detail') as typeof kind)}
        />
        <NewGate key={`${kind} ${value.length}`} choices={choices[kind]} onAdd={add} />
      </div>
    </div>
  );
}

function NewGate({
  choices,
  onAdd,
}: {
  readonly choices: readonly Choice[];
  readonly onAdd: (codes: readonly string[]) => void;
}): ReactNode {
  const { t } = useSpeech();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <>
      <Checklist label={t('directory.newGate')} choices={choices} chosen={chosen} onChange={setChosen} />
      <button type="button" className="button" disabled={chosen.length === 0} onClick={() => onAdd(chosen)}>
        {t('directory.addGate')}
      </button>
    </>
  );
}
