import type { RelayProblem } from '../transport/relay-client.ts';
import type { Failure } from './contract.ts';

/** What a relay's answer means to a person. */
export function relayFailure({ code, status }: RelayProblem): Failure {
  if (code === 'bad-token') return { code: 'bad-token' };
  // It is the relay that has none, and nothing that a person could do on her own device.
  if (code === 'no-space') return { code: 'relay', problem: code };
  if (code === 'unreachable' || code === 'aborted' || status === 0 || status >= 500)
    return { code: 'offline' };
  return { code: 'relay', problem: code };
}
