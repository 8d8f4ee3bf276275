import type { TeamState } from '@leeward/domain/team/state.ts';
import type { Engine } from '../engine.ts';
import type { PersonInCase, ShownPerson } from './contract.ts';

/** A person in a case, with the pseudonym of the case where this device reads it. */
export function shown(engine: Engine, { caseRecord, person }: PersonInCase): ShownPerson {
  const summary = engine.summaries.get(caseRecord);
  return { caseRecord, person, pseudonym: summary?.kind === 'case' ? summary.line.pseudonym : null };
}

/** Whose an identity record is, as custody's log says. */
export function whose(engine: Engine, { custody }: TeamState, record: string): readonly ShownPerson[] {
  return (custody.whose.get(record) ?? []).map((one) => shown(engine, one));
}

/** Whether all cases of an identity are taken out of sight: then it is shown nowhere, as long as that lasts. */
export function isOut(engine: Engine, { custody }: TeamState, record: string): boolean {
  const cases = custody.whose.get(record) ?? [];
  return (
    cases.length > 0 && cases.every(({ caseRecord }) => engine.summaries.get(caseRecord)?.kind === 'out')
  );
}
