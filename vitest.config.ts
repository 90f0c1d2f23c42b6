import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

// One project per kind of test; design: unit needs nothing, the others get MOZHOU_TEST_* from tools/launcher.
// Nothing mocks a module and nothing outlives its file, so that unit and dom tests share their workers, and save most of their CPU.
const withoutServers = [
  '**/node_modules/**',
  '**/dist/**',
  '**/*.int.test.ts',
  '**/*.office.test.ts',
  'packages/workflows/**',
  'e2e/**',
]

// What the launcher has measured: a time-out must hold on slow machines too.
const slowness = Math.max(1, Number(process.env['MOZHOU_TEST_SLOWNESS'] ?? 1))
// npm run test:long draws many times the usual cases.
const propertyRounds = Number(process.env['MOZHOU_PROPERTY_ROUNDS'] ?? 1)
const patience = slowness * propertyRounds
const drawn = 'packages/contracts/src/testing/property-seed.ts'

// A wait ends when what it waits for comes; its bound is for a machine that does five other things.
const patient = { poll: { timeout: 15_000 * slowness } }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          isolate: false,
          include: ['packages/*/{src,vite}/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'tools/**/*.test.{ts,mjs}'],
          exclude: withoutServers,
          setupFiles: [drawn],
          testTimeout: 30_000 * patience,
          expect: patient,
        },
      },
      {
        plugins: [solid()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          isolate: false,
          include: ['packages/ui/src/**/*.test.tsx', 'apps/{web,admin}/src/**/*.test.tsx'],
          setupFiles: [
            'packages/ui/src/testing/patience.ts',
            'packages/ui/src/testing/late-words.ts',
            'packages/ui/src/testing/mathml-style.ts',
            'packages/ui/src/testing/scroll-into-view.ts',
            drawn,
          ],
          // Its build for bundlers names files without their endings, which Node does not find.
          server: { deps: { inline: ['@tanstack/solid-router'] } },
          testTimeout: 30_000 * patience,
        },
      },
      {
        test: {
          name: 'int',
          environment: 'node',
          pool: 'forks',
          maxWorkers: 2,
          include: ['packages/*/src/**/*.int.test.ts', 'apps/*/src/**/*.int.test.ts'],
          setupFiles: [drawn],
          testTimeout: 60_000 * patience,
          expect: patient,
          hookTimeout: 60_000 * slowness,
        },
      },
      {
        test: {
          name: 'office',
          environment: 'node',
          include: ['packages/integrations/src/**/*.office.test.ts'],
          testTimeout: 30_000 * patience,
          // LibreOffice begins with a profile of its own.
          hookTimeout: 120_000 * slowness,
        },
      },
      {
        test: {
          name: 'workflow',
          environment: 'node',
          pool: 'forks',
          maxWorkers: 2,
          include: ['packages/workflows/src/**/*.test.ts'],
          testTimeout: 60_000 * patience,
          expect: patient,
          hookTimeout: 120_000 * slowness,
        },
      },
      {
        test: {
          name: 'kill',
          environment: 'node',
          pool: 'forks',
          // Each file has a stack of its own, and mostly waits for it.
          maxWorkers: 2,
          include: ['e2e/kill/**/*.test.ts'],
          testTimeout: 180_000 * slowness,
          expect: patient,
          hookTimeout: 180_000 * slowness,
        },
      },
    ],
  },
})
