import { may } from '@leeward/domain/organisation/permissions.ts';
import { newestFirst, phaseOf, unreadAnswers } from '@leeward/domain/sheet/rules.ts';
import { formatDateTime } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useNow } from '../../parts/clock.tsx';
import { Begun } from '../../parts/kept.tsx';
import { Empty } from '../../parts/screen.tsx';
import { Words } from '../../parts/words.tsx';
import { addressOf } from '../../router/route.ts';
import { useActor } from '../../session/use-actor.ts';
import { useBegun } from '../../session/use-form.ts';
import { sheetForm } from './draft.ts';
import { OneSheet } from './one-sheet.tsx';
import { PartnerPart } from './partner-part.tsx';
import { SheetForm } from './sheet-form.tsx';
import { useWhom } from './whom.ts';

/** The question sheets of a file: those that were sent, one of them, or the form of a new one. */
export function SheetsPart({
  view,
  item,
}: {
  readonly view: CaseView;
  readonly item: string | null;
}): ReactNode {
  const { t } = useSpeech();
  if (item === 'new') return <SheetForm view={view} />;
  if (item === 'partner') return <PartnerPart view={view} />;
  const sheet = item === null ? undefined : view.state.parts.sheet.get(item);
  if (sheet !== undefined) return <OneSheet key={sheet.id} view={view} sheet={sheet} />;
  if (item !== null) return <p className="quiet">{t('sheets.onItsWay')}</p>;
  return <Overview view={view} />;
}

function Overview({ view }: { readonly view: CaseView }): ReactNode {
  const { t, numbers } = useSpeech();
  const { role, permissions } = useActor();
  const now = useNow();
  const whom = useWhom(view);
  const begun = useBegun(sheetForm, view.record);
  const sheets = newestFirst(view.state.parts.sheet);
  const at = (item: string): string => addressOf({ name: 'case', record: view.record, part: 'sheets', item });
  return (
    <div className="stack">
      {may(role, 'case.edit', permissions).ok ? (
        <p className="cluster">
          <a className="button primary" href={at('new')}>
            {t('sheets.new')}
          </a>
          <Begun begun={begun} />
        </p>
      ) : null}
      {sheets.length === 0 ? (
        <Empty title={t('sheets.none')}>{t('sheets.noneHint')}</Empty>
      ) : (
        <ul className="plain stack tight">
          {sheets.map((sheet) => {
            const phase = phaseOf(sheet, now);
            const unread = unreadAnswers(sheet).length;
            return (
              <li key={sheet.id}>
                <a className="card facts sheet-line" href={at(sheet.id)}>
                  <span className="line-title">
                    <b>
                      <Words inline text={whom(sheet)} />
                    </b>
                    {unread > 0 ? (
                      <span className="chip accent">{t('sheets.unread', { count: unread })}</span>
                    ) : null}
                  </span>
                  <span className="line-meta small">
                    <span className="chip">{t(`sheets.phase.${phase}`)}</span>
                    <span className="quiet">
                      {t('sheets.until', { date: formatDateTime(numbers, sheet.until) })}
                    </span>
                    <span className="quiet">{t('sheets.count', { count: sheet.questions.length })}</span>
                  </span>
                </a>
              </li>
            );
          })}
        </ul>
      )}
      <p>
        <a href={at('partner')}>{t('partner.title')}</a>
      </p>
    </div>
  );
}
