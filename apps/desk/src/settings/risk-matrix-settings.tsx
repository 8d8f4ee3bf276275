import {
  type Band,
  bandBy,
  bands,
  defaultMatrix,
  impacts,
  likelihoods,
  matrixProblem,
  withCell,
} from '@leeward/domain/risk/matrix.ts';
import { type ReactNode, useState } from 'react';
import { dangerWord } from '../cases/risk/danger-words.ts';
import { useSpeech } from '../language/speech.tsx';
import { useOpenSession } from '../session/organisation.tsx';
import { useAction } from '../session/use-session.tsx';
import { OrganisationChoice } from './organisation-choice.tsx';

/** By which matrix the organisation reads likelihood and harm together: a choice with its reason, never a falling one. */
export function RiskMatrixSettings(): ReactNode {
  const { t } = useSpeech();
  const { organisation, administrator } = useOpenSession();
  const stands = organisation.riskMatrix?.cells ?? defaultMatrix.cells;
  const [cells, setCells] = useState(stands);
  const action = useAction('setRiskMatrix');
  if (!administrator) return null;
  const falls = matrixProblem(cells) !== null;
  return (
    <OrganisationChoice
      title={t('danger.matrix.own')}
      hint={t('danger.matrix.ownHint')}
      canSet={!falls && cells !== stands}
      set={t('danger.matrix.set')}
      usual={t('danger.matrix.default')}
      action={action}
      onSet={(reason) => action.run({ cells, reason })}
      onUsual={() => setCells(defaultMatrix.cells)}
    >
      {likelihoods.toReversed().map((row) => (
        <fieldset key={row} className="field">
          <legend>{dangerWord(t, 'likelihood', row)}</legend>
          <div className="options many">
            {impacts.map((column) => (
              <label key={column} className="field">
                <span className="small">{dangerWord(t, 'impact', column)}</span>
                <select
                  value={bandBy(cells, row, column)}
                  onChange={({ target }) => setCells(withCell(cells, row, column, target.value as Band))}
                >
                  {bands.map((band) => (
                    <option key={band} value={band}>
                      {dangerWord(t, 'band', band)}
                    </option>
                  ))}
                </select>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      {falls ? <p className="note warn">{t('danger.matrix.falls')}</p> : null}
    </OrganisationChoice>
  );
}
