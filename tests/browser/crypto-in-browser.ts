import { unlockKey } from '@leeward/sealed-log/crypto/argon2.ts';
import { equal, toHex, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { open, seal } from '@leeward/sealed-log/crypto/cobblestone.ts';
import {
  admitKey,
  chooseBackend,
  generateSigningSeed,
  publicKeyOf,
  sign,
  verify,
} from '@leeward/sealed-log/crypto/ed25519.ts';
import {
  admitSealingKey,
  chooseHpkeBackend,
  generateSealingSeed,
  keyPairFromSeed,
  openWith,
  sealTo,
} from '@leeward/sealed-log/crypto/hpke.ts';
import { inclusionProof, merkleRoot, verifyInclusion } from '@leeward/sealed-log/crypto/merkle.ts';
import { type Result, unwrap } from '@leeward/sealed-log/crypto/result.ts';
import { findWork, MAX_WORK_BITS, verifyWork } from '@leeward/sealed-log/crypto/work.ts';
import { runSuite } from '../conformance/suites/index.ts';
import type { Report } from '../conformance/suites/suite.ts';

/*
 * Runs inside a browser, in a page or in a worker: the bundle that vectors.test.ts makes of this file is loaded by
 * both. A task comes by name, its outcome goes back as plain data.
 */

export type Task =
  | { readonly kind: 'vectors'; readonly file: string; readonly backend: string }
  | { readonly kind: 'everyday' }
  | { readonly kind: 'unlock' };

/** What the layer did with its own functions, without public vectors. */
export interface Everyday {
  readonly verifies: string;
  readonly signs: string;
  readonly seals: string;
  readonly wasm: boolean;
  readonly inWorker: boolean;
  /** By name, whether it came out right. */
  readonly right: Readonly<Record<string, boolean>>;
}

declare global {
  /** Performs a task in this page. */
  var performHere: (task: Task) => Promise<Report | Everyday | string>;
  /** Performs a task in a worker of this page. */
  var performInWorker: (task: Task) => Promise<Report | Everyday | string>;
}

const inWorker = typeof document === 'undefined';

async function perform(task: Task): Promise<Report | Everyday | string> {
  if (task.kind === 'everyday') return everyday();
  if (task.kind === 'unlock') {
    return toHex(
      unwrap(await unlockKey('correct horse', new Uint8Array(16).fill(1), new Uint8Array(32).fill(2))),
    );
  }
  const answer = await fetch(`/vectors/${task.file}`);
  return runSuite(task.file, task.backend, await answer.json());
}

async function everyday(): Promise<Everyday> {
  const message = utf8('a message');
  const gives = (result: Result<Uint8Array, unknown>): boolean => result.ok && equal(result.value, message);

  const signingSeed = generateSigningSeed();
  const signingKey = await publicKeyOf(signingSeed);
  const signature = await sign(signingSeed, message);

  const sealed = await seal(signingSeed, message, message);

  const sealingSeed = generateSealingSeed();
  const { publicKey } = await keyPairFromSeed(sealingSeed);
  const sealedTo = await sealTo(publicKey, message, message);

  const subject = { orgId: signingKey, day: 20_000, submissionHash: signingSeed };
  const nonce = unwrap(await findWork(subject, MAX_WORK_BITS));

  const leaves = [signingKey, signingSeed, sealingSeed];
  const root = await merkleRoot(leaves);
  return {
    verifies: await chooseBackend('verify'),
    signs: await chooseBackend('sign'),
    seals: await chooseHpkeBackend(),
    wasm: typeof WebAssembly !== 'undefined',
    inWorker,
    right: {
      admitKey: await admitKey(signingKey),
      verify: await verify(signingKey, message, signature),
      refuse: !(await verify(signingKey, sealed, signature)),
      open: gives(await open(signingSeed, message, sealed)),
      admitSealingKey: await admitSealingKey(publicKey),
      openWith: gives(await openWith(sealingSeed, message, sealedTo)),
      work: await verifyWork(subject, MAX_WORK_BITS, nonce),
      inclusion: await verifyInclusion(signingSeed, await inclusionProof(leaves, 1), root),
    },
  };
}

function startWorker(): (task: Task) => Promise<Report | Everyday | string> {
  let worker: Worker | undefined;
  return (task) => {
    worker ??= new Worker(import.meta.url, { type: 'module' });
    const { port1, port2 } = new MessageChannel();
    const outcome = new Promise<Report | Everyday | string>((resolve, reject) => {
      port1.onmessage = ({ data }) => {
        if (data.failure === undefined) resolve(data.outcome);
        else reject(new Error(data.failure));
      };
    });
    worker.postMessage(task, [port2]);
    return outcome;
  };
}

if (inWorker) {
  addEventListener('message', ({ data, ports: [port] }: MessageEvent<Task>) => {
    perform(data).then(
      (outcome) => port?.postMessage({ outcome }),
      (failure: unknown) => port?.postMessage({ failure: String(failure) }),
    );
  });
} else {
  globalThis.performHere = perform;
  globalThis.performInWorker = startWorker();
}
