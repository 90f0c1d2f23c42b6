import { sendSignal } from './send-signal.ts'
import type { Stack } from './stack.ts'

/** Kills the server and every process of its own at one moment, as a power cut would: nobody says goodbye. */
export async function crashPostgres(stack: Stack): Promise<void> {
  const processes = await stack.database.rows<{ pid: number }>('SELECT pid FROM pg_stat_activity')
  await stack.postgres.kill()
  // Some have seen that their server is gone and ended by themselves.
  for (const { pid } of processes) sendSignal(pid, 'SIGKILL')
}
