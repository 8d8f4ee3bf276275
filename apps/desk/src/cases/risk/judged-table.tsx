import { type Cell, cellsOf, settings } from '@leeward/domain/risk/assessment.ts';
import { assessmentsIn, toBeJudged } from '@leeward/domain/risk/whom.ts';
import { formatDate, formatList } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { useMemberName } from '../../session/organisation.tsx';
import { useWhom } from './choice-fields.tsx';
import { dangerWord } from './danger-words.ts';
import { BandChip } from './risk-chip.tsx';
import { WithdrawForm } from './withdraw-form.tsx';

/** Each person by herself, in each setting, with the reasons. Who was not judged stands there too. */
export function JudgedTable({
  view,
  allowed,
}: {
  readonly view: CaseView;
  readonly allowed: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const whom = useWhom(view.state);
  const cells = cellsOf(assessmentsIn(view.state));
  const all = [...new Set([...toBeJudged(view.state), ...cells.map(({ who }) => who)])];
  return (
    <section className="stack tight" aria-labelledby="judged">
      <h2 id="judged">{t('danger.judged')}</h2>
      <p className="small quiet">{t('danger.judgedHint')}</p>
      <ul className="plain stack tight">
        {all.map((who) => (
          <li key={who} className="card padded stack tight" data-judged={who}>
            <h3>
              <bdi>{whom(who)}</bdi>
            </h3>
            <Settings view={view} cells={cells.filter((one) => one.who === who)} allowed={allowed} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Settings({
  view,
  cells,
  allowed,
}: {
  readonly view: CaseView;
  readonly cells: readonly Cell[];
  readonly allowed: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const open = settings.filter((setting) => !cells.some((one) => one.setting === setting));
  return (
    <>
      {cells.length === 0 ? null : (
        <dl className="judged">
          {settings.flatMap((setting) =>
            cells
              .filter((one) => one.setting === setting)
              .map((cell) => (
                <div key={setting}>
                  <dt>{t(`danger.setting.${setting}`)}</dt>
                  <dd>
                    <CellWords view={view} cell={cell} allowed={allowed} />
                  </dd>
                </div>
              )),
          )}
        </dl>
      )}
      {open.length === 0 ? null : (
        <p className="quiet small">
          {t('danger.notJudged', {
            where: formatList(
              numbers,
              open.map((setting) => t(`danger.setting.${setting}`)),
            ),
          })}
        </p>
      )}
    </>
  );
}

function CellWords({
  view,
  cell,
  allowed,
}: {
  readonly view: CaseView;
  readonly cell: Cell;
  readonly allowed: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  return (
    <div className="stack tight">
      {cell.standing.length > 1 ? <span className="chip warn">{t('danger.judgedApart')}</span> : null}
      {cell.standing.map((one) => (
        <div key={one.id} className="stack tight">
          <span className="line-meta">
            <BandChip band={one.band} />
            <span className="small">
              {t('danger.scales', {
                likelihood: dangerWord(t, 'likelihood', one.likelihood),
                impact: dangerWord(t, 'impact', one.impact),
              })}
            </span>
            <span className="small quiet">
              {t('danger.sure', { how: t(`confidence.${one.confidence}`) })} ·{' '}
              {formatDate(numbers, one.on, 'UTC')} · <bdi>{nameOf(one.by)}</bdi>
            </span>
          </span>
          <Words text={one.reasons} />
          {one.override === null ? null : (
            <span className="small">
              {t('danger.overridden', { band: dangerWord(t, 'band', one.byMatrix) })}{' '}
              <Words inline text={one.override.reason} />
            </span>
          )}
          {allowed ? <WithdrawForm view={view} assessment={one} /> : null}
        </div>
      ))}
    </div>
  );
}
