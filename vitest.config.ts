import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

// One project per kind of test; design: unit needs nothing, the others get MOZHOU_TEST_* from tools/launcher.
const withoutServers = ['**/node_modules/**', '**/dist/**', '**/*.int.test.ts', 'packages/workflows/**', 'e2e/**']

// A wait ends when what it waits for comes; its bound is for a machine that does five other things.
const patient = { poll: { timeout: 15_000 } }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'packages/*/src/**/*.test.ts',
            'apps/*/src/**/*.test.ts',
            'packages/ui/vite/*.test.ts',
            'tools/**/*.test.{ts,mjs}',
          ],
          exclude: withoutServers,
          testTimeout: 30_000,
          expect: patient,
        },
      },
      {
        plugins: [solid()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['packages/ui/src/**/*.test.tsx', 'apps/{web,admin}/src/**/*.test.tsx'],
          setupFiles: ['packages/ui/src/testing/patience.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'int',
          environment: 'node',
          pool: 'forks',
          maxWorkers: 2,
          include: ['packages/*/src/**/*.int.test.ts', 'apps/*/src/**/*.int.test.ts'],
          testTimeout: 60_000,
          expect: patient,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'workflow',
          environment: 'node',
          pool: 'forks',
          maxWorkers: 1,
          include: ['packages/workflows/src/**/*.test.ts'],
          testTimeout: 60_000,
          expect: patient,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'kill',
          environment: 'node',
          pool: 'forks',
          maxWorkers: 1,
          include: ['e2e/kill/**/*.test.ts'],
          testTimeout: 180_000,
          expect: patient,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
