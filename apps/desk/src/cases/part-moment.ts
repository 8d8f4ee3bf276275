import type { PartName } from '@leeward/domain/case/parts.ts';
import type { Stamp } from '@leeward/domain/shared/stamp.ts';
import type { ComponentType } from 'react';

/** Something that happened in a part of a file, for its time line. */
export type PartMoment = {
  readonly part: PartName;
  readonly at: Stamp;
  /** Tells it apart from others of the same event. */
  readonly key: string;
  /** One sentence: who did what. `nameOf` gives the name of a member. */
  readonly Words: ComponentType<{ readonly nameOf: (member: string) => string }>;
  /** What somebody may look for who seeks it: words that were typed. Without them it is found by everything but text. */
  readonly find?: readonly string[];
};
