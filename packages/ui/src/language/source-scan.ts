import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'vite';
import type { App } from './keys.ts';

/**
 * Reads the sources of screens, in tests and scripts only: which texts they ask for, and whether they hold words that
 * no translator will ever see.
 */

export type SourceFile = { readonly path: string; readonly code: string };

/** Keys that a source names, and patterns of those it builds, such as `urgency.${code}`. */
export type NamedKeys = {
  readonly keys: ReadonlySet<string>;
  readonly patterns: readonly RegExp[];
  /** The first argument of every call of `t`, with its file: what must be in the catalogue. */
  readonly asked: readonly Asked[];
};

/** One text that is asked for; `given` are the names of what it is filled with, null where that cannot be read off. */
export type Asked = {
  readonly key: string;
  readonly path: string;
  readonly given: readonly string[] | null;
};

export type LiteralText = { readonly path: string; readonly text: string };

/** The sources of an application and of the packages that speak for it, tests left out. */
export function sourcesOf(app: App): readonly SourceFile[] {
  const root = fileURLToPath(new URL('../../../../', import.meta.url));
  const folders = [
    `apps/${app}/src/**/*.{ts,tsx}`,
    'packages/{ui,workspace,domain,directory,vocabulary}/src/**/*.{ts,tsx}',
  ];
  return globSync(folders, { cwd: root })
    .filter((path) => !/\.test\.tsx?$|\.d\.ts$|source-scan/.test(path))
    .map((path) => {
      const source = sources.get(path) ?? { path, code: readFileSync(root + path, 'utf8') };
      sources.set(path, source);
      return source;
    });
}

/** What was read before: several questions are asked of the same files. */
const sources = new Map<string, SourceFile>();
const named = new WeakMap<SourceFile, NamedKeys>();

/** Finds every text that could be a key: whole literals, and templates that begin with a dotted word. */
export function namedKeys(sources: readonly SourceFile[]): NamedKeys {
  const all = sources.map((source) => {
    const found = named.get(source) ?? keysIn(source);
    named.set(source, found);
    return found;
  });
  return {
    keys: new Set(all.flatMap(({ keys }) => [...keys])),
    patterns: all.flatMap(({ patterns }) => patterns),
    asked: all.flatMap(({ asked }) => asked),
  };
}

function keysIn(source: SourceFile): NamedKeys {
  const keys = new Set<string>();
  const patterns: RegExp[] = [];
  const asked: Asked[] = [];
  new Visitor({
    Literal(node) {
      if (typeof node.value === 'string') keys.add(node.value);
    },
    TemplateLiteral(node) {
      const parts = node.quasis.map((quasi) => quasi.value.cooked ?? '');
      if (parts.length === 1) keys.add(parts[0] ?? '');
      else if (/^\w+\./.test(parts[0] ?? '')) patterns.push(new RegExp(`^${parts.map(escaped).join('.+')}$`));
    },
    CallExpression(node) {
      const [first, second] = node.arguments;
      const isTranslator = node.callee.type === 'Identifier' && node.callee.name === 't';
      if (isTranslator && first?.type === 'Literal' && typeof first.value === 'string') {
        asked.push({ key: first.value, path: source.path, given: namesIn(second) });
      }
    },
  }).visit(parsed(source));
  return { keys, patterns, asked };
}

/** Words between tags, and words in the attributes that people see or hear. */
export function literalTexts(sources: readonly SourceFile[]): readonly LiteralText[] {
  const found: LiteralText[] = [];
  for (const source of sources) {
    const report = (text: string): void => {
      if (/\p{L}/u.test(text)) found.push({ path: source.path, text: text.trim() });
    };
    new Visitor({
      JSXText: (node) => report(node.value),
      JSXExpressionContainer(node) {
        // Only children: an attribute is judged by its name below.
        const text = literalIn(node.expression);
        if (text !== undefined && source.code[node.start - 1] !== '=') report(text);
      },
      JSXAttribute(node) {
        const name = node.name.type === 'JSXIdentifier' ? node.name.name : '';
        if (!seenAttributes.includes(name)) return;
        const value = node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value;
        const text = value == null ? undefined : literalIn(value);
        if (text !== undefined) report(text);
      },
    }).visit(parsed(source));
  }
  return found;
}

const seenAttributes: readonly string[] = [
  'title',
  'alt',
  'label',
  'placeholder',
  'description',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'errorMessage',
];

function parsed(source: SourceFile): ReturnType<typeof parseSync>['program'] {
  const result = parseSync(source.path, source.code);
  if (result.errors.length > 0)
    throw new Error(`${source.path}: ${result.errors[0]?.message ?? 'does not parse'}`);
  return result.program;
}

type Expression = { readonly type: string };

/** The names of an object that is written out; null for any other value. */
function namesIn(node: Expression | undefined): readonly string[] | null {
  if (node === undefined) return [];
  if (node.type !== 'ObjectExpression') return null;
  const { properties } = node as unknown as {
    readonly properties: readonly { readonly type: string; readonly key?: { readonly name?: string } }[];
  };
  const names = properties.map(({ type, key }) => (type === 'Property' ? key?.name : undefined));
  return names.every((name) => name !== undefined) ? names : null;
}

/** The words of a literal, or of a template around its values. */
function literalIn(node: Expression): string | undefined {
  if (node.type === 'Literal') {
    const { value } = node as { readonly type: string; readonly value?: unknown };
    return typeof value === 'string' ? value : undefined;
  }
  if (node.type !== 'TemplateLiteral') return undefined;
  const { quasis } = node as unknown as {
    readonly quasis: readonly { readonly value: { readonly raw: string } }[];
  };
  return quasis.map((quasi) => quasi.value.raw).join(' ');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
