import { beforeAll, expect, it } from 'vitest'
import { bundleWorkflows } from './build-bundle.ts'

/** What may run in the workflow sandbox, where every module is evaluated again for every workflow. */
const allowed = [
  /^node_modules\/@temporalio\/(?:workflow|common|worker)\//,
  /^node_modules\/(?:ms|long|protobufjs|nexus-rpc)\//,
  /^(?:packages\/workflows\/)?src\//,
  /^(?:packages\/)?contracts\/src\/failures\.ts$/,
]
const maxCodeBytes = 700_000

// Bundled here, whatever was built before: this is the test of the bundler's own work.
let bundle: string
beforeAll(async () => {
  bundle = await bundleWorkflows()
})

it('bundles nothing but workflows, the SDK and plain contracts', () => {
  const foreign = modulesOf(bundle).filter((path) => !allowed.some((pattern) => pattern.test(path)))
  expect(foreign).toEqual([])
})

it('stays small: every cached workflow pays for it', () => {
  const code = bundle.slice(0, bundle.indexOf('//# sourceMappingURL='))
  expect(code.length).toBeGreaterThan(10_000)
  expect(code.length).toBeLessThan(maxCodeBytes)
})

/** Module paths as webpack names them: relative to the folder the bundler ran in, the leading dots left out. */
function modulesOf(bundle: string): string[] {
  const names = [...bundle.matchAll(/^\/\*\*\*\/ "(?:\.\.?\/)*([^"?]+)[^"]*"$/gm)].map(([, path]) => path ?? '')
  if (names.length < 10) throw new Error('the bundle names its modules in another way now')
  return names.filter((path) => !path.startsWith('?'))
}
