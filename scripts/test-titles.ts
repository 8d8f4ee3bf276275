/** Reads the titles of tests, and the marks in them, from a test file without running it. */
import { parseSync } from 'vite';

export type MarkKind = 'rule' | 'fault' | 'invariant';
export type Mark = { readonly kind: MarkKind; readonly number: number };

export type MarkedTest = {
  readonly file: string;
  /** The titles of the groups around the test and its own, marks taken out. */
  readonly title: string;
  readonly marks: readonly Mark[];
};

type Node = { readonly type: string; readonly [key: string]: unknown };

const TESTS = new Set(['it', 'test']);
const GROUPS = new Set(['describe', 'suite']);

/** The marks in a title: `[rule 8]`, `[fault 14]`, `[invariant 2]`, `[rules 1, 2]`, several allowed. */
export function readMarks(title: string): readonly Mark[] {
  return [...title.matchAll(/\[(rule|fault|invariant)s? ([\d, ]+)\]/g)].flatMap(([, kind, numbers = '']) =>
    numbers.split(',').map((number) => ({
      kind: kind as MarkKind,
      number: Number(number),
    })),
  );
}

/** The tests of one file that carry a mark, themselves or through a group around them. */
export function readTitles(file: string, text: string): readonly MarkedTest[] {
  const found: MarkedTest[] = [];
  const visit = (node: Node, groups: readonly string[]): void => {
    const call = node.type === 'CallExpression' ? titledCall(node) : undefined;
    if (call !== undefined && TESTS.has(call.kind)) {
      const titles = [...groups, call.title];
      const marks = readMarks(titles.join(' '));
      if (marks.length > 0) found.push({ file, title: titles.map(withoutMarks).join(': '), marks });
    }
    const inner = call !== undefined && GROUPS.has(call.kind) ? [...groups, call.title] : groups;
    for (const child of Object.values(node)) {
      for (const item of Array.isArray(child) ? child : [child]) {
        if (isNode(item)) visit(item, inner);
      }
    }
  };
  const parsed = parseSync(file, text);
  if (parsed.errors.length > 0) throw new Error(`${file} cannot be read: ${parsed.errors[0]?.message}`);
  visit(parsed.program as unknown as Node, []);
  return found;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** `it('...')`, `it.each(rows)('...')`, `describe.concurrent('...')`: what kind it is, and its title. */
function titledCall(node: Node): { readonly kind: string; readonly title: string } | undefined {
  const title = titleText((node['arguments'] as readonly unknown[])[0]);
  let callee = node['callee'];
  while (isNode(callee) && callee.type !== 'Identifier')
    callee = callee['object'] ?? callee['callee'] ?? callee['tag'];
  if (title === undefined || !isNode(callee)) return undefined;
  return { kind: String(callee['name']), title };
}

/** The words of a title; a part that is filled in when the test runs stands as three dots. */
function titleText(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === 'Literal' && typeof value['value'] === 'string') return value['value'];
  if (value.type === 'TemplateLiteral') {
    const parts = value['quasis'] as readonly { readonly value: { readonly cooked: string } }[];
    return parts.map((part) => part.value.cooked).join('…');
  }
  if (value.type === 'BinaryExpression' && value['operator'] === '+') {
    return `${titleText(value['left']) ?? '…'}${titleText(value['right']) ?? '…'}`;
  }
  return undefined;
}

function withoutMarks(title: string): string {
  return title
    .replace(/\s*\[(rule|fault|invariant)s? [\d, ]+\]/g, '')
    .replace(/[<>|]/g, (sign) => `\\${sign}`)
    .replace(/\s+/g, ' ')
    .trim();
}
