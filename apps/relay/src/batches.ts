/**
 * Lets things of one kind be done together: all that are asked for while others are being done go into the next batch.
 * Waking another thread costs more than most of what it is woken for; under load it is then woken once for many, and
 * alone nobody waits for anybody. Answers are in the order of the questions; a batch that fails fails for all of it.
 */
export function inBatches<Asked, Answered>(
  limit: number,
  perform: (asked: readonly Asked[]) => Promise<readonly Answered[]>,
): (one: Asked) => Promise<Answered> {
  type Waiting = {
    readonly asked: Asked;
    readonly done: (answer: Answered) => void;
    readonly failed: (error: unknown) => void;
  };
  let waiting: Waiting[] = [];
  let running = false;
  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, limit);
      waiting = waiting.slice(limit);
      try {
        const answers = await perform(batch.map(({ asked }) => asked));
        if (answers.length !== batch.length) throw new Error('something was left without an answer');
        for (const [index, { done }] of batch.entries()) done(answers[index] as Answered);
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    running = false;
  };
  return (asked) =>
    new Promise((done, failed) => {
      waiting.push({ asked, done, failed });
      if (running) return;
      running = true;
      // In a turn of its own, so that whatever this turn asks for goes together.
      setImmediate(() => void drain());
    });
}
