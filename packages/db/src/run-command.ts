/**
 * Runs a command of this package and ends the process: what it throws is told as one sentence, and as exit code 1.
 * The schema engine leaves the ten-second timer of its advisory lock behind, which would keep the process waiting.
 */
export async function runCommand(work: () => Promise<void>): Promise<never> {
  try {
    await work()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
  process.exit()
}
