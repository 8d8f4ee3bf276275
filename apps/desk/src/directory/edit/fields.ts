import type { DeskKey } from '@leeward/ui';
import { type FieldName, fields, isField } from '@leeward/workspace/directory/fields.ts';

/** The key of the name that a field has on the screen. */
export function fieldLabel(field: string): DeskKey {
  return isField(field) ? `directory.field.${field}` : 'directory.field.whole';
}

/** Fields in the order in which somebody reads an entry. */
export const inReadingOrder: readonly FieldName[] = fields;
