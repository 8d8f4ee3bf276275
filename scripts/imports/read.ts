/** Reads a source file as a parser sees it, so that neither comments nor strange spacing hide an import. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { parseSync } from 'vite';

export type Import = {
  readonly specifier: string;
  readonly typeOnly: boolean;
  /** Loaded when it is first needed (`import()`, a worker), not when the file is. */
  readonly later: boolean;
};

export type Source = {
  /** What it imports, re-exports, imports later, or names by `new URL('...', import.meta.url)`. */
  readonly imports: readonly Import[];
  /** Names it uses without declaring them anywhere in the file. */
  readonly globals: ReadonlySet<string>;
  /** Every name that occurs, as a name, a property or a property in quotes. */
  readonly names: ReadonlySet<string>;
  /** Reads of a clock or of chance: `Date.now`, `new Date()`, `Math.random`. */
  readonly impureReads: readonly string[];
  /** Imports whose target is computed, which no rule can follow. */
  readonly computedImports: number;
  /** Reads of `globalThis[x]` and its kind, where x is not a plain text. */
  readonly computedGlobals: number;
  readonly errors: readonly string[];
};

const globalObjects = ['globalThis', 'self', 'window', 'global'];

type Quasi = { readonly value: { readonly cooked: string } };
type Node = { readonly type: string; readonly [key: string]: unknown };

/** What was read before, by the kind of the file and its text: every page of an app stands on the same scripts. */
const known = new Map<string, Source>();

/** What stands in a file. The same text is parsed once in a process. */
export function readSource(path: string, text: string): Source {
  const kind = basename(path).replace(/^[^.]*/, '');
  const key = `${kind} ${createHash('sha256').update(text).digest('hex')}`;
  const source = known.get(key) ?? parseSource(path, text);
  known.set(key, source);
  return source;
}

function parseSource(path: string, text: string): Source {
  const parsed = parseSync(path, text);
  const imports: Import[] = [];
  const used = new Set<string>();
  const declared = new Set<string>();
  const names = new Set<string>();
  const impureReads: string[] = [];
  let computedImports = 0;
  let computedGlobals = 0;

  const visit = (node: Node, parent: Node | undefined, key: string): void => {
    const target = importTarget(node);
    if (target === 'computed') computedImports += 1;
    else if (target !== undefined) imports.push(target);
    const impure = impureRead(node);
    if (impure !== undefined) impureReads.push(impure);
    if (node.type === 'Identifier' || node.type === 'JSXIdentifier') {
      const name = String(node['name']);
      names.add(name);
      if (isDeclaration(parent, key)) declared.add(name);
      else if (!isPropertyName(parent, key)) used.add(name);
    }
    if (node.type === 'MemberExpression' && node['computed'] === true) {
      const property = literal(node['property']);
      if (property !== undefined) names.add(property);
      else if (globalObjects.some((name) => isNamed(node['object'], name))) computedGlobals += 1;
    }
    for (const name of boundByPattern(node)) declared.add(name);
    for (const [childKey, child] of Object.entries(node)) {
      for (const item of Array.isArray(child) ? child : [child]) {
        if (isNode(item)) visit(item, node, childKey);
      }
    }
  };
  visit(parsed.program as unknown as Node, undefined, '');

  return {
    imports,
    globals: new Set([...used].filter((name) => !declared.has(name))),
    names,
    impureReads,
    computedImports,
    computedGlobals,
    errors: parsed.errors.map((error) => error.message),
  };
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

function literal(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === 'Literal' && typeof value['value'] === 'string') return value['value'];
  const parts = value.type === 'TemplateLiteral' ? (value['quasis'] as readonly Quasi[]) : [];
  return parts.length === 1 ? parts[0]?.value.cooked : undefined;
}

function importTarget(node: Node): Import | 'computed' | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration': {
      const specifier = literal(node['source']);
      const typeOnly = node['importKind'] === 'type' || node['exportKind'] === 'type';
      return specifier === undefined ? undefined : { specifier, typeOnly, later: false };
    }
    case 'TSImportType': {
      const specifier = literal(node['source'] ?? node['argument']);
      return specifier === undefined ? undefined : { specifier, typeOnly: true, later: false };
    }
    case 'ImportExpression': {
      const specifier = literal(node['source']);
      return specifier === undefined ? 'computed' : { specifier, typeOnly: false, later: true };
    }
    case 'CallExpression': {
      if (!isNamed(node['callee'], 'require')) return undefined;
      const specifier = literal((node['arguments'] as readonly unknown[])[0]);
      return specifier === undefined ? 'computed' : { specifier, typeOnly: false, later: true };
    }
    case 'NewExpression': {
      const [first, second] = node['arguments'] as readonly unknown[];
      const specifier = literal(first);
      // A folder is somewhere to look, not something to load.
      if (!isNamed(node['callee'], 'URL') || specifier === undefined || !/^\..*\.\w+$/.test(specifier))
        return undefined;
      const base = isNode(second) && second.type === 'MemberExpression' && isNode(second['object']);
      return base && (second['object'] as Node).type === 'MetaProperty'
        ? { specifier, typeOnly: false, later: true }
        : undefined;
    }
    default:
      return undefined;
  }
}

function impureRead(node: Node): string | undefined {
  if (node.type === 'MemberExpression') {
    const property = isNode(node['property'])
      ? (node['property']['name'] ?? literal(node['property']))
      : undefined;
    if (isNamed(node['object'], 'Date') && property === 'now') return 'Date.now';
    if (isNamed(node['object'], 'Math') && property === 'random') return 'Math.random';
  }
  const isCall = node.type === 'NewExpression' || node.type === 'CallExpression';
  if (isCall && isNamed(node['callee'], 'Date')) {
    if (node.type === 'CallExpression') return 'Date()';
    if ((node['arguments'] as readonly unknown[]).length === 0) return 'new Date()';
  }
  return undefined;
}

const isNamed = (value: unknown, name: string): boolean =>
  isNode(value) && value.type === 'Identifier' && value['name'] === name;

/** Whether an identifier in this place brings a name into the file. Generous: a name declared anywhere counts. */
function isDeclaration(parent: Node | undefined, key: string): boolean {
  switch (parent?.type) {
    case 'VariableDeclarator':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ClassDeclaration':
    case 'ClassExpression':
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeParameter':
      return key === 'id' || key === 'params' || key === 'name';
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return key === 'local';
    case 'ArrayPattern':
    case 'RestElement':
    case 'CatchClause':
      return true;
    case 'AssignmentPattern':
      return key === 'left';
    default:
      return false;
  }
}

/** The names that `{ a, b: c, d = 1 }` on the left of something brings in. */
function boundByPattern(node: Node): readonly string[] {
  if (node.type !== 'ObjectPattern') return [];
  return (node['properties'] as readonly Node[]).flatMap((property) => {
    const value = property['value'];
    const bound = isNode(value) && value.type === 'AssignmentPattern' ? value['left'] : value;
    return isNode(bound) && bound.type === 'Identifier' ? [String(bound['name'])] : [];
  });
}

/** Whether an identifier in this place only names a property, a label, or a parameter inside of a type. */
function isPropertyName(parent: Node | undefined, key: string): boolean {
  switch (parent?.type) {
    case 'MemberExpression':
      return key === 'property' && parent['computed'] !== true;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'TSPropertySignature':
    case 'TSMethodSignature':
      return key === 'key' && parent['computed'] !== true;
    case 'ImportSpecifier':
    case 'ExportSpecifier':
    case 'TSQualifiedName':
    case 'JSXAttribute':
    case 'JSXMemberExpression':
    case 'JSXOpeningElement':
    case 'JSXClosingElement':
    case 'LabeledStatement':
    case 'TSNamedTupleMember':
    case 'TSImportType':
    case 'TSTypePredicate':
      return true;
    default:
      return parent?.type.startsWith('TS') === true && key === 'params';
  }
}
