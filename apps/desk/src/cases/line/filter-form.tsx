import { screenOfPart } from '@leeward/domain/case/waiting.ts';
import { formatNumber } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { typedDirection } from '../../parts/typed-direction.ts';
import { LineBox } from '../../request/back-fields.tsx';
import { useMemberName, useOpenSession } from '../../session/organisation.tsx';
import { SelectBox } from '../item/select-box.tsx';
import { placeOf } from '../nav/groups.ts';
import { filterCount, type LineFilter, noFilter } from './filter.ts';
import { type LinePlace, lineKinds } from './line-of.ts';

/** Looking for something on the line: where, by whom, of which kind, when, with which words. */
export function FilterForm({
  filter,
  places,
  people,
  onChange,
}: {
  readonly filter: LineFilter;
  readonly places: readonly LinePlace[];
  readonly people: readonly string[];
  readonly onChange: (part: Partial<LineFilter>) => void;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const { me } = useOpenSession();
  const nameOf = useMemberName();
  const placeWords = usePlaceWords();
  const count = filterCount(filter);
  const who = (person: string): string =>
    person === 'her' ? t('talk.from.person') : person === me.member ? t('talk.from.you') : nameOf(person);
  return (
    <>
      <input
        type="search"
        className="line-find screen-only"
        data-find=""
        aria-label={t('line.text')}
        placeholder={t('line.text')}
        autoComplete="off"
        spellCheck={false}
        dir={typedDirection(filter.text)}
        value={filter.text}
        onChange={({ target }) => onChange({ text: target.value })}
      />
      <details className="card more-detail line-filter screen-only">
        <summary>
          {t('line.filter')}
          {count === 0 ? null : <span className="chip num">{formatNumber(numbers, count)}</span>}
        </summary>
        <div className="line-filter-fields">
          <SelectBox
            label={t('line.where')}
            value={filter.place}
            none={t('line.everywhere')}
            choices={places.map((place) => ({ value: place, label: placeWords(place) }))}
            onChange={(place) => onChange({ place })}
          />
          <SelectBox
            label={t('line.who')}
            value={filter.who}
            none={t('line.everybody')}
            choices={people.map((person) => ({ value: person, label: who(person) }))}
            onChange={(person) => onChange({ who: person })}
          />
          <SelectBox
            label={t('line.kind')}
            value={filter.kind}
            none={t('line.everything')}
            choices={lineKinds.map((kind) => ({ value: kind, label: t(`line.kind.${kind}`) }))}
            onChange={(kind) => onChange({ kind })}
          />
          <LineBox
            label={t('line.from')}
            type="date"
            value={filter.from}
            onChange={(from) => onChange({ from })}
          />
          <LineBox label={t('line.to')} type="date" value={filter.to} onChange={(to) => onChange({ to })} />
        </div>
        {count === 0 ? null : (
          <button type="button" className="button" onClick={() => onChange(noFilter)}>
            {t('list.clear')}
          </button>
        )}
      </details>
    </>
  );
}

/** What a place of the file is called: as its screen is, where it has one. */
function usePlaceWords(): (place: LinePlace) => string {
  const { t } = useSpeech();
  return (place) => {
    if (place === 'file') return t('case.part.file');
    if (place === 'conversation') return t('case.conversation');
    return t(placeOf(screenOfPart[place]).title);
  };
}
