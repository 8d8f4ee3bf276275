import type { FileNote } from '../shared/context.ts';
import { hash32, object, type Shape, sizes, textOrEmpty, whole } from '../shared/shape.ts';

/** An attachment as events name it. */
export const fileNote: Shape<FileNote> = object({
  blob: hash32,
  name: textOrEmpty(1024),
  mediaType: textOrEmpty(128),
  size: whole(sizes.time),
  hash: hash32,
});
