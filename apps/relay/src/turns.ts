/** Lets things that concern the same key happen one after another, and all others at the same time. */
export type Turns = <Value>(key: string, act: () => Promise<Value>) => Promise<Value>;

export function openTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return (key, act) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(act, act);
    const settled = turn.then(
      () => {},
      () => {},
    );
    last.set(key, settled);
    settled.then(() => {
      if (last.get(key) === settled) last.delete(key);
    });
    return turn;
  };
}
