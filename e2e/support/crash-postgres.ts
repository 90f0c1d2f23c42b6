import type { Stack } from './stack.ts'

/** Kills the server and every process of its own at one moment, as a power cut would: nobody says goodbye. */
export async function crashPostgres(stack: Stack): Promise<void> {
  const processes = await stack.database.rows<{ pid: number }>('SELECT pid FROM pg_stat_activity')
  await stack.postgres.kill()
  for (const { pid } of processes) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      // It has seen that its server is gone and ended by itself.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
    }
  }
}
