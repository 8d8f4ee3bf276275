import type { DeskKey } from '@leeward/ui';
import { isCodeOf } from '@leeward/vocabulary/list.ts';
import { immigrationStatus } from '@leeward/vocabulary/lists/immigration-status.ts';

/** The words for a status; one that this version does not know is said to be unknown. */
export const statusKey = (code: string): DeskKey =>
  isCodeOf(immigrationStatus, code) ? `immigration.${code}` : 'immigration.imm_unknown';
