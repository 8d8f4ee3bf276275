import type { CompiledForm, Node, Run, Texts } from '@leeward/forms';
import { isAnswered } from '@leeward/forms';

/** What is filled in at one time: a form of ninety pages is never on the screen at once. */
export type Page = {
  /** The title of the group that it is, or is a part of. */
  readonly title: Texts | null;
  /** Which part of that group it is, from 1; 0 where the group is one page. */
  readonly part: number;
  /** The questions, groups and repeats that stand on it, in their order. */
  readonly nodes: readonly Node[];
};

/** As many as somebody answers without losing sight. */
const most = 20;

/** Cuts a form into pages: a group is a page as long as it is no longer than somebody can see. */
export function pagesOf(compiled: CompiledForm): readonly Page[] {
  const children = childrenOf(compiled);
  const inside = (node: Node): readonly Node[] => children.get(node.index) ?? [];
  const sizeOf = (node: Node): number => 1 + inside(node).reduce((sum, child) => sum + sizeOf(child), 0);
  const pages: Page[] = [];
  const cut = (nodes: readonly Node[], title: Texts | null): void => {
    const lots: Node[][] = [];
    let lot: Node[] = [];
    let size = 0;
    const close = (): void => {
      if (lot.length > 0) lots.push(lot);
      lot = [];
      size = 0;
    };
    const at = pages.length;
    for (const node of nodes) {
      const own = sizeOf(node);
      if (node.question.type === 'group') {
        close();
        flush();
        // One level of a group is a page of its own; a longer one is cut further. Its rules go with its questions.
        if (own <= most) pages.push({ title: node.question.label, part: 0, nodes: [node] });
        else cut(inside(node), node.question.label);
        continue;
      }
      if (size + own > most) close();
      lot.push(node);
      size += own;
    }
    close();
    flush();
    const mine = pages.slice(at).filter((page) => page.title === title);
    if (mine.length > 1)
      for (const [index, page] of mine.entries()) pages[pages.indexOf(page)] = { ...page, part: index + 1 };

    function flush(): void {
      for (const one of lots.splice(0)) pages.push({ title, part: 0, nodes: one });
    }
  };
  cut(children.get(null) ?? [], null);
  return pages;
}

/** By node: the page on which it stands. */
export function pageOfNodes(compiled: CompiledForm, pages: readonly Page[]): ReadonlyMap<number, number> {
  const children = childrenOf(compiled);
  const found = new Map<number, number>();
  const walk = (node: Node, page: number): void => {
    found.set(node.index, page);
    for (const child of children.get(node.index) ?? []) walk(child, page);
  };
  for (const [page, { nodes }] of pages.entries()) for (const node of nodes) walk(node, page);
  // A group that is cut into several pages begins on the first of them.
  for (const node of [...compiled.nodes].reverse())
    if (!found.has(node.index)) {
      const first = (children.get(node.index) ?? [])[0];
      found.set(node.index, first === undefined ? 0 : (found.get(first.index) ?? 0));
    }
  return found;
}

/** The nodes directly inside each node; under null those at the top. */
export function childrenOf(compiled: CompiledForm): ReadonlyMap<number | null, readonly Node[]> {
  const children = new Map<number | null, Node[]>();
  for (const node of compiled.nodes) {
    const list = children.get(node.parent) ?? [];
    list.push(node);
    children.set(node.parent, list);
  }
  return children;
}

/** How far somebody has come. */
export type Progress = { readonly asked: number; readonly answered: number; readonly missing: number };

/** How many questions are asked, answered and still needed below these nodes, in every turn of every repeat. */
export function progressOf(
  run: Run,
  nodes: readonly Node[],
  children: ReadonlyMap<number | null, readonly Node[]>,
  /** Whether an answer is there that this person cannot open: nobody asks her for it. */
  isClosed: (question: string) => boolean = () => false,
): Progress {
  let [asked, answered, missing] = [0, 0, 0];
  const walk = (list: readonly Node[], turns: readonly number[]): void => {
    for (const node of list) {
      const place = { name: node.question.name, turns };
      const status = run.status(place);
      if (!status.relevant) continue;
      const closed = isClosed(node.question.name);
      if (status.missing && !closed) missing += 1;
      const inside = children.get(node.index) ?? [];
      if (node.question.type === 'group') walk(inside, turns);
      else if (node.question.type === 'repeat')
        for (let turn = 0; turn < run.turns(place); turn += 1) walk(inside, [...turns, turn]);
      else if (isAnswered(node.question.type)) {
        asked += 1;
        if (status.value !== null || closed) answered += 1;
      }
    }
  };
  walk(nodes, []);
  return { asked, answered, missing };
}
