import { type ProblemCode, statusOf, titleOf } from '../http/problem.ts';
import { version } from '../version.ts';
import { type Operation, type Parameter, problemsOf } from './operation.ts';
import { operations } from './operations.ts';

/** The interface as an OpenAPI 3.1 document, made from ./operations.ts. The bytes themselves are docs/protocol.md's. */
export function openapiDocument(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const path = paths[operation.path] ?? {};
    path[operation.method] = describe(operation);
    paths[operation.path] = path;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Leeward relay',
      version,
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
      description:
        'Keeps sealed envelopes. Octet streams are the structures of docs/protocol.md; signing requests is described in docs/protocol-http.md.',
    },
    paths,
    components: {
      securitySchemes: {
        proof: {
          type: 'apiKey',
          in: 'header',
          name: 'Leeward-Proof',
          description:
            'RequestProof in base64url: a signature over origin, method, path, challenge, counter and body.',
        },
      },
      schemas: {
        Problem: problemSchema,
        Octets: { type: 'string', contentMediaType: 'application/octet-stream' },
      },
    },
  };
}

function describe(operation: Operation): Record<string, unknown> {
  const { id, summary, caller, query = [], headers = [], body } = operation;
  const parameters = [
    ...pathParameters(operation),
    ...query.map((one) => describeParameter(one, 'query')),
    ...headers.map((one) => describeParameter(one, 'header')),
  ];
  return {
    operationId: id,
    summary,
    ...(caller === 'anybody' ? {} : { security: [{ proof: [] }], 'x-signed-by': caller }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            description: `${body.content}; at most ${body.limit} bytes.`,
            content: { [body.type]: { schema: schemaOf(body.type) } },
          },
        }),
    responses: responsesOf(operation),
  };
}

function responsesOf(operation: Operation): Record<string, unknown> {
  const responses: Record<string, unknown> = {};
  for (const [status, answer] of Object.entries(operation.answers))
    responses[status] =
      answer === null
        ? { description: 'Done; without a body.' }
        : { description: answer.content, content: { [answer.type]: { schema: schemaOf(answer.type) } } };
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of problemsOf(operation))
    byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code]);
  for (const [status, codes] of byStatus)
    responses[status] = {
      description: codes.map((code) => `${code}: ${titleOf(code)}`).join(' '),
      content: {
        'application/problem+json': {
          schema: {
            allOf: [
              { $ref: '#/components/schemas/Problem' },
              { properties: { code: { enum: sorted(codes) } } },
            ],
          },
        },
      },
    };
  return responses;
}

const sorted = (codes: readonly ProblemCode[]): readonly ProblemCode[] => [...codes].sort();

function pathParameters({ path }: Operation): readonly Record<string, unknown>[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) =>
    describeParameter(
      {
        name,
        form: name === 'number' ? 'number' : 'bytes32',
        about: name === 'number' ? 'The number of the part, from 0.' : '32 bytes in base64url.',
        required: true,
      },
      'path',
    ),
  );
}

function describeParameter(
  parameter: Parameter,
  place: 'path' | 'query' | 'header',
): Record<string, unknown> {
  const { name, about, form, required = false } = parameter;
  const schemas = {
    number: { type: 'integer', minimum: 0 },
    bytes32: { type: 'string', pattern: '^[A-Za-z0-9_-]{43}$' },
    text: { type: 'string' },
  };
  return { name, in: place, required, description: about, schema: schemas[form] };
}

function schemaOf(type: string): Record<string, unknown> {
  if (type === 'application/json') return { type: 'object' };
  return type === 'text/event-stream' ? { type: 'string' } : { $ref: '#/components/schemas/Octets' };
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string', pattern: '^urn:leeward:problem:' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    reason: { type: 'string', description: 'Why the author may not, or what is malformed.' },
    head: {
      type: ['object', 'null'],
      description:
        'Where the line ends instead: position, and hash in base64url; null where it has not begun.',
      properties: { position: { type: 'integer' }, hash: { type: 'string' } },
    },
    blob: { type: ['string', 'null'], description: 'An attachment that is not complete here.' },
    missing: { type: 'array', items: { type: 'integer' }, description: 'Numbers of missing parts.' },
    bits: { type: 'integer', description: 'Bits of work that the door asks for.' },
    limit: { type: 'integer' },
    retryAfter: { type: 'integer', description: 'Seconds.' },
  },
} as const;
