import { sendSignal } from './send-signal.ts'
import type { Stack } from './stack.ts'

/** Stops the server and every process of its own, which are in groups of their own: sockets stay open, and nobody answers. Gives the thaw. */
export async function freezePostgres(stack: Stack): Promise<() => void> {
  // A connection that stands: once the first of them is stopped nobody opens another.
  await stack.database.rows('SELECT 1')
  const postmaster = stack.postgres.pid()
  process.kill(postmaster, 'SIGSTOP')
  const processes = await stack.database.rows<{ pid: number }>('SELECT pid FROM pg_stat_activity')
  const pids = processes.map(({ pid }) => pid)
  for (const pid of pids) sendSignal(pid, 'SIGSTOP')
  return () => {
    for (const pid of [...pids, postmaster]) sendSignal(pid, 'SIGCONT')
  }
}
