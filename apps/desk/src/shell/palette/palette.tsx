import type { SearchGroup } from '@leeward/workspace/search/contract.ts';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { typedDirection } from '../../parts/typed-direction.ts';
import { addressOf } from '../../router/route.ts';
import { KeyHint } from '../keys/key-hint.tsx';
import { useSearch } from '../search/use-search.ts';
import { type Entry, fitting } from './entries.ts';

const recordsAtMost = 8;

type Props = { readonly entries: readonly Entry[]; readonly onClose: () => void };

/** Every place and every act by its name, and records by theirs: typed, chosen with the arrows, done with Enter. */
export function Palette({ entries, onClose }: Props): ReactNode {
  const { t } = useSpeech();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  /** Enter was pressed before the desk had answered the last letter: what is meant is not there yet. */
  const [held, setHeld] = useState(false);
  const found = useSearch({
    text: typed,
    places: ['name'],
    kinds: ['request', 'case'],
    limit: recordsAtMost,
  });
  const records =
    typed.trim() === '' ? [] : (found.view?.groups ?? []).flatMap((group) => recordEntry(group, t));
  const named = fitting(entries, typed);
  const shown = [...named, ...records];
  const current = Math.min(at, Math.max(0, shown.length - 1));

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    document.getElementById(`${list} ${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, current]);

  const run = (entry: Entry | undefined): void => {
    if (entry === undefined) return;
    onClose();
    entry.run();
  };
  const isAnswered = found.current || current < named.length;
  useEffect(() => {
    if (!held || !isAnswered) return;
    setHeld(false);
    run(shown[current]);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowDown: current + 1, ArrowUp: current - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      setAt((to + shown.length) % Math.max(1, shown.length));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      setHeld(true);
    }
  };

  return (
    <Dialog title={t('palette.title')} onClose={onClose}>
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={t('palette.field')}
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={shown.length === 0 ? undefined : `${list} ${current}`}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('palette.field')}
        dir={typedDirection(typed)}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          setHeld(false);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={list} role="listbox" aria-label={t('palette.title')} className="palette-list" tabIndex={-1}>
        {shown.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above hears the keys
          <div
            key={entry.id}
            id={`${list} ${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className="palette-entry"
            onClick={() => run(entry)}
          >
            <bdi>{entry.label}</bdi>
            <span className="small quiet">{entry.kind}</span>
            {entry.key === undefined ? null : <KeyHint id={entry.key} />}
          </div>
        ))}
      </div>
      <p className="quiet small" role="status">
        {shown.length === 0 ? t('palette.nothing') : t('search.found', { count: shown.length })}
      </p>
    </Dialog>
  );
}

function recordEntry(group: SearchGroup, t: ReturnType<typeof useSpeech>['t']): readonly Entry[] {
  if (group.kind === 'directory') return [];
  const { record } = group;
  const [label, kind, address] =
    group.kind === 'case'
      ? [group.line.pseudonym, t('list.column.case'), addressOf({ name: 'case', record })]
      : [
          group.line.callName ?? t('search.request'),
          t('list.column.request'),
          addressOf({ name: 'request', record, part: 'talk' }),
        ];
  const run = (): void => {
    window.location.hash = address;
  };
  return [{ id: record, label, kind, run }];
}
