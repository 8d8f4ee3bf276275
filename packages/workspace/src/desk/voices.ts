import type { CaseState } from '@leeward/domain/case/state.ts';
import { type DoorConsents, doorsOf, type Voices, voicesOf } from '@leeward/domain/consent/voices.ts';
import { consentsIn } from '@leeward/domain/request/come-back.ts';
import type { Engine } from './engine.ts';
import { openRecord } from './records.ts';

/** The consents of a case, with her own words at its doors, as far as this device can open them. */
export async function voicesIn(engine: Engine, state: CaseState): Promise<Voices> {
  const doors: DoorConsents[] = [];
  for (const conversation of doorsOf(state)) {
    const { folded } = await openRecord(engine, conversation);
    doors.push({
      conversation,
      consents: folded.kind === 'conversation' ? consentsIn(folded.state) : null,
    });
  }
  return voicesOf(state, doors);
}
