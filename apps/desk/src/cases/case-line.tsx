import { formatDate } from '@leeward/ui';
import type { CaseLine } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { UrgencyChip } from '../parts/urgency-chip.tsx';
import { Words } from '../parts/words.tsx';
import { useMemberName } from '../session/organisation.tsx';
import { phaseKey } from './phase.ts';
import { RiskChip } from './risk/risk-chip.tsx';

/** A case as a line: who, how urgent, where it stands, who is responsible, what is next. */
export function CaseLineView({ line }: { readonly line: CaseLine }): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  return (
    <div className="line">
      <span className={`edge ${line.urgency === 'urg_immediate' ? 'danger' : ''}`} />
      <span className="line-main">
        <span className="line-title">
          <b>
            <Words inline text={line.pseudonym} />
          </b>
        </span>
        <span className="line-meta">
          <UrgencyChip urgency={line.urgency} />
          {line.risk?.band == null ? null : <RiskChip band={line.risk.band} trend={line.risk.trend} />}
          <span className="chip">{t(phaseKey(line.state))}</span>
          {line.sheets === undefined || line.sheets.unread === 0 ? null : (
            <span className="chip accent">{t('sheets.unread', { count: line.sheets.unread })}</span>
          )}
          {line.relief ? <span className="chip warn">{t('carry.reliefWanted')}</span> : null}
          {line.offered === null ? null : (
            <span className="small warn-text">{t('carry.offeredTo', { name: nameOf(line.offered) })}</span>
          )}
          {line.responsible === null ? null : <span className="small quiet">{nameOf(line.responsible)}</span>}
        </span>
      </span>
      {line.next === null || line.next.text === '' ? null : (
        <span className="next small">
          <Words inline text={line.next.text} />
          {line.next.date === '' ? null : (
            <span className="quiet">{formatDate(numbers, line.next.date, 'UTC')}</span>
          )}
        </span>
      )}
    </div>
  );
}
