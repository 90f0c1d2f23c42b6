/**
 * What a suite stands on. Made once, when the first suite that needs it comes up.
 * @typedef {'client' | 'servers' | 'sandbox' | 'build' | 'apps' | 'chromium'} Need
 */

/**
 * A `commands` suite counts as one; the others count their own tests.
 * @typedef {object} CommandSuite
 * @property {'commands'} kind
 * @property {string} name
 * @property {Need[]} needs
 * @property {string[][]} commands
 */

/** @typedef {{ kind: 'vitest' | 'playwright', name: string, needs: Need[] }} TestSuite */
/** @typedef {CommandSuite | TestSuite} Suite */

/**
 * In the order in which they run: what fails fastest comes first. A vitest suite is the project of its name.
 * @type {Suite[]}
 */
export const suites = [
  { kind: 'commands', name: 'format', needs: [], commands: [['npm', 'run', '--silent', 'format:check']] },
  { kind: 'commands', name: 'lint', needs: ['client'], commands: [['npm', 'run', '--silent', 'lint']] },
  {
    kind: 'commands',
    name: 'types',
    needs: ['client'],
    commands: [['npm', 'run', '--silent', 'typecheck']],
  },
  {
    kind: 'commands',
    name: 'db-check',
    needs: ['client', 'servers'],
    commands: [['npm', 'run', '--silent', 'db:check']],
  },
  { kind: 'vitest', name: 'unit', needs: ['client'] },
  { kind: 'vitest', name: 'dom', needs: ['client'] },
  { kind: 'vitest', name: 'int', needs: ['client', 'servers', 'sandbox'] },
  { kind: 'vitest', name: 'workflow', needs: ['client', 'servers', 'sandbox', 'build'] },
  { kind: 'vitest', name: 'kill', needs: ['client', 'servers', 'sandbox', 'build'] },
  { kind: 'playwright', name: 'e2e', needs: ['client', 'servers', 'sandbox', 'build', 'apps', 'chromium'] },
]
