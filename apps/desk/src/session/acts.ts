import { keepSame } from './keep-same.ts';

/** What one button has been pressed for and has not been answered yet, one after another. */
export type Acts<Args, Answer> = {
  /** The answer that is under way to the very same; null where nothing of the kind is. */
  readonly answerTo: (args: Args) => Promise<Answer> | null;
  /** Gives the act once those before it are answered. */
  readonly give: (args: Args, act: () => Promise<Answer>) => Promise<Answer>;
  /** Whether nothing waits behind the act that runs. */
  readonly isLast: () => boolean;
};

/** Two presses for the same are one act; two acts are two, also where the second comes before the first is answered. */
export function createActs<Args, Answer>(): Acts<Args, Answer> {
  const underWay: { readonly args: Args; readonly answer: Promise<Answer> }[] = [];
  return {
    answerTo: (args) => underWay.find((one) => Object.is(keepSame(one.args, args), one.args))?.answer ?? null,
    give: (args, act) => {
      const before = underWay.at(-1);
      const answer = before === undefined ? act() : before.answer.then(act, act);
      const one = { args, answer };
      underWay.push(one);
      const end = (): void => void underWay.splice(underWay.indexOf(one), 1);
      answer.then(end, end);
      return answer;
    },
    isLast: () => underWay.length <= 1,
  };
}
