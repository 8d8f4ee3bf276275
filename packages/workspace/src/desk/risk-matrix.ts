import { canSetRiskMatrix } from '@leeward/domain/organisation/rules.ts';
import type { MatrixCells } from '@leeward/domain/risk/matrix.ts';
import type { Answer } from './contract.ts';
import type { Engine } from './engine.ts';
import { actorOf, organisationNow } from './engine.ts';
import { appended } from './questions.ts';

export type RiskCommands = {
  /** From now on risks are read by this matrix, for the whole organisation. What was judged keeps its own. */
  setRiskMatrix: [{ readonly cells: MatrixCells; readonly reason: string }, null];
};

/** Writes it into the organisation's log, as it stands when its turn comes. */
export async function setRiskMatrix(
  engine: Engine,
  wanted: RiskCommands['setRiskMatrix'][0],
): Promise<Answer<null>> {
  const allowed = canSetRiskMatrix(organisationNow(engine), actorOf(engine), wanted);
  if (!allowed.ok) return { ok: false, error: { code: 'refused', refusal: allowed.error } };
  return appended(engine, async () =>
    organisationNow(engine).riskMatrix?.cells === wanted.cells ? null : { events: allowed.value, quoted: [] },
  );
}
