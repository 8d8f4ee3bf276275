/** The map with one value more, less or changed. */
export type Change = <Key, Value>(
  map: ReadonlyMap<Key, Value>,
  key: Key,
  value: Value | undefined,
) => ReadonlyMap<Key, Value>;

const put = <Key, Value>(map: Map<Key, Value>, key: Key, value: Value | undefined): Map<Key, Value> => {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
  return map;
};

export const onCopy: Change = (map, key, value) => put(new Map(map), key, value);

/** Only for maps that nobody else holds. */
export const inPlace: Change = (map, key, value) => put(map instanceof Map ? map : new Map(map), key, value);
