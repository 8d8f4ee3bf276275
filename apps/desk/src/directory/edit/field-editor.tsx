import { type CodeList, labelOf } from '@leeward/directory/say/index.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Checklist } from '../find/checklist.tsx';
import { Count, OneOf } from '../find/short-fields.tsx';
import { useSpeaker } from '../speaker.tsx';
import { type EditorProps, useLanguages, usePlaces } from './choices.ts';
import type { EditorKind } from './kinds.ts';
import { CallsEditor, ClocksEditor, GatesEditor, SumsEditor, WhereEditor } from './list-editors.tsx';
import { KnownDate, RemarkEditor, RemarksEditor, TextEditor } from './text-editors.tsx';

type Range = { readonly min: number | null; readonly max: number | null };
type SourceDated = {
  readonly from: string | null;
  readonly to: string | null;
  readonly words: string | null;
};

/** The way to type one field, whatever it holds. */
export function FieldEditor({
  kind,
  label,
  value,
  onChange,
}: EditorProps<unknown> & { readonly kind: EditorKind }): ReactNode {
  const { t } = useSpeech();
  const speaker = useSpeaker();
  const places = usePlaces();
  const tongues = useLanguages();
  switch (kind.type) {
    case 'text':
      return <TextEditor label={label} value={String(value ?? '')} onChange={onChange} />;
    case 'nullableText':
      return (
        <TextEditor
          label={label}
          value={String(value ?? '')}
          onChange={(text) => onChange(text === '' ? null : text)}
        />
      );
    case 'texts':
      return (
        <TextEditor
          label={label}
          hint={t('directory.onePerLine')}
          lines
          value={(value as readonly string[]).join('\n')}
          onChange={(text) => onChange(text.split('\n').filter((line) => line.trim() !== ''))}
        />
      );
    case 'remark':
      return <RemarkEditor label={label} value={value as never} onChange={onChange} />;
    case 'remarks':
      return <RemarksEditor label={label} value={value as never} onChange={onChange} />;
    case 'yesNo':
      return (
        <OneOf
          label={label}
          value={value === true ? 'yes' : 'no'}
          choices={(['yes', 'no'] as const).map((code) => ({ code, name: t(`directory.${code}`) }))}
          onChange={(code) => onChange(code === 'yes')}
        />
      );
    case 'number':
      return (
        <Count
          label={label}
          value={typeof value === 'number' ? value : undefined}
          onChange={(count) => onChange(count ?? null)}
        />
      );
    case 'range': {
      const range = value as Range;
      return (
        <div className="sub-fields">
          {(['min', 'max'] as const).map((end) => (
            <Count
              key={end}
              label={`${label}: ${t(`directory.${end}`)}`}
              value={range[end] ?? undefined}
              onChange={(count) => onChange({ ...range, [end]: count ?? null })}
            />
          ))}
        </div>
      );
    }
    case 'date':
      return <KnownDate label={label} value={value as string | null} onChange={onChange} />;
    case 'sourceDated': {
      const dated = value as SourceDated;
      return (
        <div className="sub-fields">
          {(['from', 'to'] as const).map((end) => (
            <KnownDate
              key={end}
              label={t(`directory.${end}`)}
              value={dated[end]}
              onChange={(date) => onChange({ ...dated, [end]: date })}
            />
          ))}
          <TextEditor
            label={t('directory.sourceWords')}
            value={dated.words ?? ''}
            onChange={(text) => onChange({ ...dated, words: text === '' ? null : text })}
          />
        </div>
      );
    }
    case 'one':
      return (
        <OneOf
          label={label}
          value={String(value)}
          choices={kind.codes.map((code) => ({
            code,
            name: speaker.capital(speaker.text(`${kind.of}.${code}`)),
          }))}
          onChange={(code) => {
            if (code !== undefined) onChange(code);
          }}
        />
      );
    case 'many': {
      const nameOf = (code: string): string =>
        kind.list === 'danger'
          ? speaker.text(`danger.${code}`)
          : labelOf(speaker, kind.list as CodeList, code);
      return (
        <Checklist
          label={label}
          chosen={(value as readonly string[] | null) ?? []}
          choices={kind.codes.map((code) => ({ code, name: nameOf(code) }))}
          onChange={(chosen) => onChange(chosen.length === 0 && kind.nullable === true ? null : chosen)}
        />
      );
    }
    case 'places':
      return (
        <Checklist label={label} choices={places} chosen={value as readonly string[]} onChange={onChange} />
      );
    case 'languages':
      return (
        <Checklist label={label} choices={tongues} chosen={value as readonly string[]} onChange={onChange} />
      );
    case 'where':
      return <WhereEditor label={label} places={places} value={value as never} onChange={onChange} />;
    case 'sums':
      return <SumsEditor label={label} value={value as never} onChange={onChange} />;
    case 'calls':
      return <CallsEditor label={label} value={value as never} onChange={onChange} />;
    case 'gates':
      return <GatesEditor label={label} value={value as never} onChange={onChange} />;
    case 'clocks':
      return <ClocksEditor label={label} value={value as never} onChange={onChange} />;
  }
}
