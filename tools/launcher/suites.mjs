/**
 * What a suite stands on. Made once, when the first suite that needs it comes up.
 * @typedef {'client' | 'servers' | 'sandbox' | 'bundle' | 'build' | 'apps' | 'chromium' | 'office'} Need
 */

/**
 * Suites of one lane run one after another; the lanes run side by side, so that cores work while processes are waited for.
 * The browser has a lane of its own where there are cores for it, else it is one of those that wait.
 * `last` is what looks at what the others have left, or waits for nothing but the network, when all lanes are done.
 * @typedef {'computes' | 'waits' | 'browser' | 'last'} Lane
 */

/**
 * `budgetS`: seconds on two cores of the machine of yardstick.mjs, beside the other lane. Those of a lane come to no more than
 * thirty-two minutes: a suite that needs more takes it from another, or becomes cheaper.
 * @typedef {{ name: string, needs: Need[], lane: Lane, budgetS: number }} SuiteBase
 */

/**
 * A `commands` suite counts as one, and as skipped when it says that it could not find out (exit code 75); the others count their own tests.
 * @typedef {SuiteBase & { kind: 'commands', commands: string[][] }} CommandSuite
 */

/** @typedef {SuiteBase & { kind: 'vitest' | 'playwright' }} TestSuite */
/** @typedef {CommandSuite | TestSuite} Suite */

/** @param {string} name */
const script = (name) => [['npm', 'run', '--silent', name]]

/**
 * In the order in which they run within their lane: what fails fastest comes first. A vitest suite is the project of its name.
 * @type {Suite[]}
 */
export const suites = [
  { kind: 'commands', name: 'format', lane: 'computes', budgetS: 5, needs: [], commands: script('format:check') },
  { kind: 'commands', name: 'lint', lane: 'computes', budgetS: 60, needs: ['client'], commands: script('lint') },
  { kind: 'commands', name: 'types', lane: 'computes', budgetS: 120, needs: ['client'], commands: script('typecheck') },
  { kind: 'vitest', name: 'unit', lane: 'computes', budgetS: 160, needs: ['client'] },
  { kind: 'vitest', name: 'dom', lane: 'computes', budgetS: 40, needs: ['client'] },
  { kind: 'vitest', name: 'office', lane: 'computes', budgetS: 30, needs: ['client', 'office'] },
  { kind: 'vitest', name: 'int', lane: 'computes', budgetS: 1320, needs: ['client', 'servers', 'sandbox', 'bundle'] },
  {
    kind: 'commands',
    name: 'db-check',
    lane: 'waits',
    budgetS: 15,
    needs: ['client', 'servers'],
    commands: script('db:check'),
  },
  { kind: 'vitest', name: 'workflow', lane: 'waits', budgetS: 60, needs: ['client', 'servers', 'sandbox', 'bundle'] },
  { kind: 'vitest', name: 'kill', lane: 'waits', budgetS: 600, needs: ['client', 'servers', 'sandbox', 'bundle'] },
  {
    kind: 'playwright',
    name: 'e2e',
    lane: 'browser',
    budgetS: 1140,
    needs: ['client', 'servers', 'sandbox', 'bundle', 'build', 'apps', 'chromium'],
  },
  {
    kind: 'commands',
    name: 'audit',
    lane: 'last',
    budgetS: 15,
    needs: [],
    commands: script('audit:dependencies'),
  },
  {
    kind: 'commands',
    name: 'private-data',
    lane: 'last',
    budgetS: 15,
    needs: ['client', 'servers'],
    commands: [['node', 'tools/private-data/main.ts']],
  },
]
