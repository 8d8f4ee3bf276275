import { useState } from 'preact/hooks';
import type { Answers as Request } from '../../model/answers.ts';
import { useLanguage } from '../../model/language.ts';
import { Frame } from '../../parts/frame.tsx';
import type { Portable } from '../model/carry.ts';
import { useWords } from '../model/words.ts';

/**
 * What of the search goes into the request. Nothing is ticked from the start: each answer is hers to give, and what she
 * looked for says something about her. All of it can be read and changed in the request before it is sent.
 */
export function Carry({
  organisation,
  offered,
  lineOf,
  preview,
  take,
  back,
}: {
  readonly organisation: string;
  readonly offered: readonly Portable[];
  readonly lineOf: (one: Portable) => string;
  readonly preview: (picked: ReadonlySet<Portable>) => Partial<Request>;
  readonly take: (picked: ReadonlySet<Portable>) => void;
  readonly back: () => void;
}) {
  const { d, speaker } = useWords();
  const { t } = useLanguage();
  const [picked, setPicked] = useState<ReadonlySet<Portable>>(new Set());
  const toggle = (one: Portable): void => {
    const next = new Set(picked);
    if (!next.delete(one)) next.add(one);
    setPicked(next);
  };
  const { what: text, country, languages } = preview(picked);
  const second = [
    ...(country === undefined ? [] : [speaker.country(country)]),
    ...(languages ?? []).map(speaker.language),
  ];
  return (
    <Frame title={d('screen.carry.title', { name: organisation })} lead={d('screen.carry.lead')}>
      {offered.length === 0 ? (
        <p class="note">{d('screen.carry.nothing')}</p>
      ) : (
        <fieldset class="field">
          <legend class="visually-hidden">{d('screen.carry.lead')}</legend>
          <div class="options">
            {offered.map((one) => (
              <label key={one} class="option">
                <input
                  type="checkbox"
                  autocomplete="off"
                  checked={picked.has(one)}
                  onChange={() => toggle(one)}
                />
                <span>{lineOf(one)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {offered.length > 1 && picked.size < offered.length ? (
        <button class="button quiet" type="button" onClick={() => setPicked(new Set(offered))}>
          {d('screen.carry.all')}
        </button>
      ) : null}
      {text === undefined ? null : (
        <section class="stack tight">
          <h2>{d('screen.carry.preview')}</h2>
          <p class="words card padded">{text}</p>
        </section>
      )}
      {second.length === 0 ? null : (
        <p class="note">{d('screen.carry.second', { value: speaker.list(second, 'and') })}</p>
      )}
      <p class="small quiet">{d('screen.carry.notSent')}</p>
      <div class="go">
        <button class="button" type="button" onClick={back}>
          {t('common.back')}
        </button>
        <button class="button primary wide" type="button" onClick={() => take(picked)}>
          {d(picked.size === 0 ? 'screen.carry.without' : 'screen.carry.go')}
        </button>
      </div>
    </Frame>
  );
}
