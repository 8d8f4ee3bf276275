import type { Mechanism } from '@leeward/directory';
import { sayLabel } from '@leeward/directory/say/index.ts';
import { type DoorLocale, direction, doorLanguages, isDoorLocale } from '@leeward/ui';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { DirectoryView } from '@leeward/workspace/directory/contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useNotice } from '../../parts/notices.tsx';
import { Empty } from '../../parts/screen.tsx';
import { typedDirection } from '../../parts/typed-direction.ts';
import { addressOf } from '../../router/route.ts';
import { ExportButtons } from '../export-buttons.tsx';
import { useSpeakerIn } from '../speaker.tsx';
import { useToday } from '../use-today.ts';
import { composeList } from './compose.ts';
import { ForRequestActions } from './request-actions.tsx';
import { useShortlist } from './use-shortlist.ts';

type Props = { readonly view: DirectoryView; readonly request: RequestView | null };

/** What was picked: put in order, said in the reader's language, and taken out on paper, as text, or into an answer. */
export function ListScreen({ view, request }: Props): ReactNode {
  const { t, locale } = useSpeech();
  const notice = useNotice();
  const today = useToday();
  const record = request?.record ?? null;
  const list = useShortlist(record);
  const hers = request?.said.locale.split('-')[0] ?? '';
  const [reader, setReader] = useState<DoorLocale>(isDoorLocale(hers) ? hers : locale);
  const [form, setForm] = useState<'short' | 'full'>('short');
  const speaker = useSpeakerIn(reader);
  const [tongue, words] = [useId(), useId()];
  const entries = list.picked.flatMap((id): readonly Mechanism[] => {
    const shown = view.entries.find((one) => one.entry.id === id);
    return shown === undefined ? [] : [shown.entry];
  });
  if (entries.length === 0) {
    return (
      <Empty title={t('directory.listEmpty')}>
        <p>{t('directory.listEmptyHint')}</p>
        <p>
          <a href={addressOf({ name: 'directory', part: 'find', record })}>{t('directory.find')}</a>
        </p>
      </Empty>
    );
  }
  const { note } = list.draft.form;
  const text = speaker === null ? '' : composeList(speaker, entries, form, note);
  const copy = (): void => {
    navigator.clipboard?.writeText(text).then(
      () => notice({ text: t('directory.copied', { count: entries.length }) }),
      () => notice({ text: t('directory.notCopied') }),
    );
  };
  return (
    <div className="stack">
      <ol className="plain card rows picked-lines screen-only" aria-label={t('directory.list')}>
        {entries.map((entry, index) => (
          <li key={entry.id} className="row">
            <a href={addressOf({ name: 'directory', part: 'entry', record, mechanism: entry.id })}>
              <bdi>{entry.name}</bdi>
            </a>
            <span className="cluster">
              <button
                type="button"
                className="button quiet small"
                disabled={index === 0}
                aria-label={t('directory.up', { name: entry.name })}
                onClick={() => list.move(entry.id, -1)}
              >
                <span aria-hidden="true">↑</span>
              </button>
              <button
                type="button"
                className="button quiet small"
                disabled={index === entries.length - 1}
                aria-label={t('directory.down', { name: entry.name })}
                onClick={() => list.move(entry.id, 1)}
              >
                <span aria-hidden="true">↓</span>
              </button>
              <button type="button" className="button quiet small" onClick={() => list.toggle(entry.id)}>
                {t('common.remove')}
                <span className="visually-hidden">{entry.name}</span>
              </button>
            </span>
          </li>
        ))}
      </ol>
      <div className="cluster choices screen-only">
        <div className="field">
          <label htmlFor={tongue}>{t('directory.readerLanguage')}</label>
          <select
            id={tongue}
            className="auto"
            value={reader}
            onChange={(event) => {
              if (isDoorLocale(event.target.value)) setReader(event.target.value);
            }}
          >
            {doorLanguages.map(({ tag, name }) => (
              <option key={tag} value={tag} lang={tag}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <fieldset className="field">
          <legend>{t('directory.howMuch')}</legend>
          <div className="segments">
            {(['short', 'full'] as const).map((one) => (
              <label key={one}>
                <input type="radio" name="how-much" checked={form === one} onChange={() => setForm(one)} />
                <span>{t(`directory.form.${one}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      </div>
      <div className="field form screen-only">
        <label htmlFor={words}>{t('directory.wordsBefore')}</label>
        <textarea
          id={words}
          value={note}
          lang={reader}
          dir={typedDirection(note)}
          onChange={(event) => list.draft.change({ note: event.target.value })}
        />
        <span role="status" className="small quiet">
          {list.draft.keeping === 'kept' ? t('form.kept') : ''}
        </span>
      </div>
      <div className="cluster screen-only">
        <button type="button" className="button primary" onClick={() => window.print()}>
          {t('directory.print')}
        </button>
        <button type="button" className="button" disabled={speaker === null} onClick={copy}>
          {t('directory.copyText')}
        </button>
        <button type="button" className="button quiet" onClick={() => list.draft.discard()}>
          {t('directory.clearList')}
        </button>
        {request === null || speaker === null ? null : (
          <ForRequestActions request={request} speaker={speaker} entries={entries} text={text} />
        )}
      </div>
      <p className="small quiet screen-only">{t('directory.paperHint')}</p>
      {speaker === null ? (
        <p className="quiet">{t('common.loading')}</p>
      ) : (
        <article
          className="paper card"
          lang={reader}
          dir={direction(reader)}
          aria-label={t('directory.paper')}
        >
          <h2>{sayLabel(speaker, 'title')}</h2>
          {note.trim() === '' ? null : <p className="paper-text">{note}</p>}
          {entries.map((entry) => {
            const [title = '', ...lines] = composeList(speaker, [entry], form, '').split('\n');
            return (
              <section key={entry.id} className="paper-entry">
                <h3>
                  <bdi>{title}</bdi>
                </h3>
                {/* Without the last line, which stands once, at the end. */}
                <p className="paper-text">{lines.slice(0, -2).join('\n')}</p>
              </section>
            );
          })}
          <p className="small quiet">
            {sayLabel(speaker, 'notOurs')}{' '}
            {view.release === null ? null : sayLabel(speaker, 'version', { version: view.release.version })}{' '}
            {speaker.date(today)}
          </p>
        </article>
      )}
      <ExportButtons mechanisms={entries.map(({ id }) => id)} />
    </div>
  );
}
