import type { EventRef } from './context.ts';
import { hash32, listOf, object, type Shape, whole } from './shape.ts';

/** A reference to an event, as events carry it. */
export const eventRef: Shape<EventRef> = object({ entry: hash32, index: whole(4096) });

/** The edits that an edit replaces: what its author saw. */
export const replaced: Shape<readonly EventRef[]> = listOf(eventRef, 32);
