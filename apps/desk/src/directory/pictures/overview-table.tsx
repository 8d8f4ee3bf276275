import { type Need, needs } from '@leeward/directory';
import type { Cell, Overview } from '@leeward/directory/gaps.ts';
import { labelOf } from '@leeward/directory/say/index.ts';
import { type ReactNode, useId } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useSpeaker } from '../speaker.tsx';
import { shadeOf } from './counts.ts';
import { regionOrder } from './regions.ts';
import { useRegionName } from './use-region-name.ts';

/**
 * Every kind of help in every part of the world at once. A cell shows how many doors are meant for the place by name;
 * one without any says so by a sign and a pattern, and in words to whoever hears it. A kind leads to its own table.
 */
export function OverviewTable({
  whole,
  caption,
  onChoose,
}: {
  readonly whole: Overview;
  readonly caption: string;
  readonly onChoose: (need: Need) => void;
}): ReactNode {
  const { t } = useSpeech();
  const speaker = useSpeaker();
  const nameOf = useRegionName();
  const head = useId();
  return (
    // Wider than a phone: it scrolls by itself, for fingers and for keys.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
    <section className="table-frame card" aria-labelledby={head} tabIndex={0}>
      <table className="overview">
        <caption id={head}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('pictures.need')}</th>
            {regionOrder.map((region) => (
              <th key={region} scope="col" className="upright">
                <span>{nameOf(region)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {needs.map((need) => (
            <tr key={need}>
              <th scope="row">
                <button type="button" onClick={() => onChoose(need)}>
                  {labelOf(speaker, 'need', need)}
                </button>
              </th>
              {regionOrder.map((region) => (
                <OverviewCell key={region} cell={whole[need][region] ?? none} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small quiet">{t('pictures.overviewKey')}</p>
    </section>
  );
}

const none: Cell = { near: 0, anywhere: 0, unsure: 0 };

function OverviewCell({ cell }: { readonly cell: Cell }): ReactNode {
  const { t } = useSpeech();
  const speaker = useSpeaker();
  const rest = t('pictures.rest', { anywhere: cell.anywhere, unsure: cell.unsure });
  const words = cell.near > 0 ? t('pictures.near', { count: cell.near }) : t('pictures.noneMeant');
  return (
    <td className={`cell ${shadeOf(cell)}`} title={`${words}. ${rest}`}>
      <span aria-hidden="true">
        {cell.near > 0 ? speaker.number(cell.near) : cell.anywhere > 0 ? '·' : '–'}
      </span>
      <span className="visually-hidden">
        {cell.near > 0 ? `${speaker.number(cell.near)} ` : ''}
        {words}. {rest}
      </span>
    </td>
  );
}
