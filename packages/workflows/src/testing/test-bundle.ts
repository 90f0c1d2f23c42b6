import { readFile } from 'node:fs/promises'
import { bundleWorkflows } from '../build-bundle.ts'
import { builtBundle } from './env.ts'

/** The workflows for a test's worker: those that the launcher has built for all tests, else bundled here. */
export async function testBundle(): Promise<{ code: string }> {
  const built = builtBundle()
  return { code: built === null ? await bundleWorkflows() : await readFile(built, 'utf8') }
}
