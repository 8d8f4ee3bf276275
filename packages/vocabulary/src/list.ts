/** One value of a code list. `label` is the English reference; screens translate by `code`. */
export type CodeItem = {
  /** Unique in the whole vocabulary; its meaning never changes: what is no longer used is deprecated, never reused. */
  readonly code: string;
  /** Code of the group that it belongs to, in the same list, where a list has two levels. */
  readonly parent?: string;
  readonly label: string;
  /** One line in plain words. */
  readonly definition: string;
  /** Address that the category comes from; `default` is a choice of this product that an organisation may change. */
  readonly source: string;
};

/** Handling class of a value that is stored about a person; see the list `sensitivity_class`. */
export type Sensitivity = 0 | 1 | 2 | 3 | 4;

/** A list of codes for one question. */
export type CodeList = {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** Several values may be chosen. */
  readonly multi: boolean;
  /** The order of the items carries meaning. */
  readonly ordered: boolean;
  readonly sensitivity: Sensitivity;
  /** An organisation may add codes of its own, with the prefix `x_`. */
  readonly extensible: boolean;
  readonly items: readonly CodeItem[];
};

/** The union of a list's codes: `CodeOf<typeof urgency>` is `'urg_immediate' | 'urg_urgent' | ...`. */
export type CodeOf<List extends CodeList> = List['items'][number]['code'];

/** A code that an organisation added to an extensible list. */
export type OwnCode = `x_${string}`;

/** What may stand where a list is asked: its own codes, and an organisation's where the list is extensible. */
export type AllowedCode<List extends CodeList> = List['extensible'] extends false
  ? CodeOf<List>
  : CodeOf<List> | OwnCode;

const ownCode = /^x_[a-z0-9]+(?:_[a-z0-9]+)*$/;
const ownCodeLength = 64;

/** Whether `value` is one of the list's own codes. */
export function isCodeOf<List extends CodeList>(list: List, value: unknown): value is CodeOf<List> {
  return typeof value === 'string' && list.items.some((item) => item.code === value);
}

/** Whether `value` may stand where this list is asked: its own codes, and `x_` codes where the list is extensible. */
export function isAllowedCode<List extends CodeList>(list: List, value: unknown): value is AllowedCode<List> {
  if (isCodeOf(list, value)) return true;
  return list.extensible && typeof value === 'string' && value.length <= ownCodeLength && ownCode.test(value);
}

/** The item behind a code; nothing for an organisation's own codes and for unknown ones. */
export function itemOf(list: CodeList, code: string): CodeItem | undefined {
  return list.items.find((item) => item.code === code);
}

/** The items of a group, in list order; the groups themselves with `undefined`. */
export function itemsUnder(list: CodeList, parent: string | undefined): readonly CodeItem[] {
  return list.items.filter((item) => item.parent === parent);
}
