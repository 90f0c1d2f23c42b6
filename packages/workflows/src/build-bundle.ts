import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode } from '@temporalio/worker'

/** Bundles every workflow for the worker's sandbox. The inline source map stays: without it the worker refuses the bundle. */
export async function bundleWorkflows(): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./index.ts', import.meta.url)),
    logger: quiet,
  })
  return code
}

const silent = () => {}
const quiet = { log: silent, trace: silent, debug: silent, info: silent, warn: silent, error: silent }

if (import.meta.main) {
  const target = new URL('../dist/workflow-bundle.js', import.meta.url)
  await mkdir(new URL('.', target), { recursive: true })
  await writeFile(target, await bundleWorkflows())
}
