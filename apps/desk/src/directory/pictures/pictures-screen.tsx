import { type Need, needs } from '@leeward/directory';
import { overview, type Whereabouts } from '@leeward/directory/gaps.ts';
import { labelOf, nameOf as wordOf } from '@leeward/directory/say/index.ts';
import { countries } from '@leeward/ui';
import { type Country, isCountry } from '@leeward/vocabulary';
import type { DirectoryView } from '@leeward/workspace/directory/contract.ts';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { saveBytes } from '../../files/save.ts';
import { useSpeech } from '../../language/speech.tsx';
import { go } from '../../router/route.ts';
import { keyOf } from '../find/find-screen.tsx';
import { nothingAsked, useLookFor } from '../find/looking.tsx';
import { useSpeaker } from '../speaker.tsx';
import { useToday } from '../use-today.ts';
import { BasisLine } from './basis-line.tsx';
import { countryCells, matrixRows } from './counts.ts';
import { matrixAsCsv, overviewAsCsv } from './csv.ts';
import { CellWords, MatrixTable } from './matrix-table.tsx';
import { OverviewTable } from './overview-table.tsx';
import { useRegionName } from './use-region-name.ts';
import { WorldMap } from './world-map.tsx';

const sides: readonly Whereabouts[] = ['home', 'exile'];

/** Where help exists and where it does not: counted from the entries, said with what is not known. */
export function PicturesScreen({ view }: { readonly view: DirectoryView }): ReactNode {
  const { t, numbers } = useSpeech();
  const speaker = useSpeaker();
  const today = useToday();
  const nameOf = useRegionName();
  const [need, setNeed] = useState<Need>('place');
  const [side, setSide] = useState<Whereabouts>('home');
  const [country, setCountry] = useState<string | null>(null);
  const [needBox, landBox] = [useId(), useId()];
  const entries = useMemo(() => view.entries.map(({ entry }) => entry), [view.entries]);
  const cells = useMemo(() => countryCells(entries, need, today), [entries, need, today]);
  const rows = useMemo(() => matrixRows(entries, need, today), [entries, need, today]);
  const whole = useMemo(() => overview(entries, side, today), [entries, side, today]);
  const lands = useMemo(() => countries(numbers).filter(({ code }) => cells.has(code)), [numbers, cells]);
  const what = wordOf(speaker, 'need', need);
  const caption = t('pictures.caption', { need: what });
  const take = (): void => {
    const text = matrixAsCsv(rows, nameOf, speaker.country, {
      region: t('pictures.region'),
      home: t('pictures.home'),
      exile: t('pictures.exile'),
      near: t('pictures.columnNear'),
      anywhere: t('pictures.columnAnywhere'),
      unsure: t('pictures.columnUnsure'),
      without: t('pictures.without'),
    });
    saveBytes(new TextEncoder().encode(text).buffer, `leeward-gaps-${need}-${today}.csv`);
  };
  const takeWhole = (): void => {
    const text = overviewAsCsv(whole, nameOf, (code) => labelOf(speaker, 'need', code), t('pictures.need'));
    saveBytes(new TextEncoder().encode(text).buffer, `leeward-gaps-${side}-${today}.csv`);
  };
  return (
    <div className="stack pictures">
      <div className="cluster choices screen-only">
        <div className="field">
          <label htmlFor={needBox}>{t('pictures.need')}</label>
          <select
            id={needBox}
            className="auto"
            value={need}
            onChange={(event) => setNeed(event.target.value as Need)}
          >
            {needs.map((code) => (
              <option key={code} value={code}>
                {labelOf(speaker, 'need', code)}
              </option>
            ))}
          </select>
        </div>
        <fieldset className="field">
          <legend>{t('pictures.whereabouts')}</legend>
          <div className="segments">
            {sides.map((one) => (
              <label key={one}>
                <input type="radio" name="side" checked={side === one} onChange={() => setSide(one)} />
                <span>{t(`pictures.${one}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      </div>
      <section className="map-frame" aria-label={t('pictures.map')}>
        <WorldMap
          cells={cells}
          whereabouts={side}
          chosen={country}
          onChoose={setCountry}
          title={t(`pictures.mapTitle.${side}`, { need: what })}
        />
        <div className="country card screen-only">
          <div className="field">
            <label htmlFor={landBox}>{t('pictures.country')}</label>
            <select
              id={landBox}
              value={country ?? ''}
              onChange={(event) => setCountry(event.target.value === '' ? null : event.target.value)}
            >
              <option value="">{t('pictures.chooseCountry')}</option>
              {lands.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div aria-live="polite">
            {country === null || !isCountry(country) ? (
              <p className="small quiet">{t('pictures.countryHint')}</p>
            ) : (
              <CountryCard country={country} need={need} cells={cells} />
            )}
          </div>
        </div>
      </section>
      <MatrixTable rows={rows} caption={caption} />
      <OverviewTable
        whole={whole}
        caption={t(`pictures.overview.${side}`)}
        onChoose={(chosen) => {
          setNeed(chosen);
          document.getElementById(needBox)?.focus();
        }}
      />
      <BasisLine view={view} />
      <p className="small quiet measure">{t('pictures.honest')}</p>
      <div className="cluster screen-only">
        <button type="button" className="button" onClick={() => window.print()}>
          {t('directory.print')}
        </button>
        <button type="button" className="button" onClick={take}>
          {t('pictures.export', { count: rows.length })}
        </button>
        <button type="button" className="button" onClick={takeWhole}>
          {t('pictures.exportAll', { count: needs.length })}
        </button>
      </div>
    </div>
  );
}

function CountryCard({
  country,
  need,
  cells,
}: {
  readonly country: Country;
  readonly need: Need;
  readonly cells: ReturnType<typeof countryCells>;
}): ReactNode {
  const { t } = useSpeech();
  const speaker = useSpeaker();
  const lookFor = useLookFor();
  const cell = cells.get(country);
  if (cell === undefined) return null;
  return (
    <div className="stack tight">
      <dl className="country-cells">
        {sides.map((side) => (
          <div key={side}>
            <dt>{t(`pictures.${side}`)}</dt>
            <dd>
              <CellWords cell={cell[side]} />
            </dd>
          </div>
        ))}
      </dl>
      <button
        type="button"
        className="button"
        onClick={() => {
          lookFor(keyOf(null), { ...nothingAsked, answers: { present: country, needs: [need] } });
          go({ name: 'directory', part: 'find', record: null });
        }}
      >
        {t('pictures.showThem', { country: speaker.country(country) })}
      </button>
    </div>
  );
}
