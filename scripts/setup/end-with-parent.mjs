/**
 * Loaded before the script that with-node.mjs starts: when with-node.mjs itself is killed outright (SIGKILL cannot
 * be passed on), the script gets a SIGTERM instead of living on as an orphan that holds a port.
 *
 * Only the process that with-node.mjs started takes part; processes that it starts in turn are its own affair.
 */
import { isMainThread } from 'node:worker_threads';

const parent = Number(process.env.LEEWARD_STARTED_BY);
delete process.env.LEEWARD_STARTED_BY;

if (isMainThread && parent === process.ppid) {
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(timer);
      process.kill(process.pid, 'SIGTERM');
    }
  }, 500);
  timer.unref();
}
