import { type ProblemCode, statusOf } from '@leeward/relay/http/problem.ts';
import { type Operation, problemsOf } from '@leeward/relay/openapi/operation.ts';
import { operations } from '@leeward/relay/openapi/operations.ts';

/**
 * Holds an answer against the description at /v1/openapi.json. Every answer that a test receives through
 * ./relay-http.ts comes by here, so that what is described is what happens. @throws Error when it is not.
 */
export function holdToDescription(
  method: string,
  path: string,
  status: number,
  mediaType: string | null,
  code: unknown,
): void {
  // As the server reads it: `..` and the like are resolved before anything else.
  const plain = new URL(path, 'http://relay').pathname;
  if (!plain.startsWith('/v1/')) return;
  const told = `${method} ${plain} answered ${status} ${mediaType ?? 'without a body'} ${String(code ?? '')}`;
  const operation = operations.find((one) => matches(one, method, plain));
  if (status >= 400 && mediaType !== 'application/problem+json') throw new Error(`${told}: no problem+json`);
  if (operation === undefined) {
    if (!['nothing-there', 'wrong-method', 'wrong-host'].includes(String(code)))
      throw new Error(`${told}: not described`);
    return;
  }
  if (status >= 400) {
    const known = problemsOf(operation).has(code as ProblemCode) && statusOf(code as ProblemCode) === status;
    if (!known) throw new Error(`${told}: this refusal is not described`);
    return;
  }
  const answer = operation.answers[status];
  if (answer === undefined) throw new Error(`${told}: this status is not described`);
  if ((answer?.type ?? null) !== mediaType) throw new Error(`${told}: this media type is not described`);
}

function matches({ method, path }: Operation, asked: string, plain: string): boolean {
  const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`);
  return method.toUpperCase() === asked && pattern.test(plain);
}
