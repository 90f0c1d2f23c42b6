/** What a workspace may import of the others: everything (`values`), types alone, or a list of modules. */
export interface Reach {
  to: string
  /** Left out: any module. */
  modules?: readonly string[]
  typesOnly?: true
}

/** Direction of imports (docs/architecture.md). A workspace that is not a key here is a violation by itself. */
export const importTable: Readonly<Record<string, readonly Reach[]>> = {
  contracts: [],
  text: [],
  platforms: [{ to: 'contracts' }, { to: 'text' }],
  db: [],
  integrations: [{ to: 'contracts' }, { to: 'text' }, { to: 'platforms' }],
  workflows: [{ to: 'contracts' }],
  ui: [{ to: 'contracts' }, { to: 'text' }],
  domain: [
    { to: 'contracts' },
    { to: 'text' },
    { to: 'platforms' },
    { to: 'db' },
    { to: 'integrations', typesOnly: true },
  ],
  api: [
    { to: 'contracts' },
    { to: 'domain' },
    {
      to: 'workflows',
      modules: [
        'client',
        'coupon-client',
        'mail-client',
        'order-client',
        'publication-client',
        'withdrawal-client',
        'ids',
        'search-attributes',
      ],
    },
    { to: 'workflows', typesOnly: true },
  ],
  worker: [{ to: 'contracts' }, { to: 'domain' }, { to: 'integrations' }, { to: 'workflows' }],
  web: [{ to: 'contracts' }, { to: 'text' }, { to: 'ui' }, { to: 'api', typesOnly: true }],
  admin: [{ to: 'contracts' }, { to: 'ui' }, { to: 'api', typesOnly: true }],
  // It must not share an author's mistake with the client it answers.
  sandbox: [],
}

/** Composition roots build what the rest is given, so they alone may reach these in full. Tests and `testing/` build too. */
export const compositionRoots: Readonly<Record<string, readonly string[]>> = {
  api: ['db', 'integrations', 'workflows'],
  worker: ['db'],
  domain: ['integrations'],
}

/** `main.ts` of a process or of the seed, a command-line tool, a test, or what only tests use. */
export function isCompositionRoot(path: string): boolean {
  return /(?:^|\/)main\.tsx?$|\.cli\.ts$/.test(path) || isTest(path)
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$|\/testing\//.test(path)
}

/** Packages from npm that one layer must never meet, whatever its package.json says. */
export const bannedPackages: Readonly<Record<string, readonly RegExp[]>> = {
  domain: [/^@trpc\//, /^@temporalio\//, /^express$/],
  integrations: [/^@temporalio\//, /^@trpc\//, /^@prisma\//, /^ioredis$/],
  workflows: [/^@trpc\//, /^@prisma\//, /^ioredis$/, /^zod$/],
  db: [/^@trpc\//, /^@temporalio\//, /^ioredis$/],
  text: [/^node:/, /^solid-js/],
  platforms: [/^node:/, /^solid-js/],
  ui: [/^node:/, /^@temporalio\//, /^@prisma\//],
  web: [/^node:/, /^@temporalio\//, /^@prisma\//],
  admin: [/^node:/, /^@temporalio\//, /^@prisma\//],
  sandbox: [/^@temporalio\//, /^@trpc\//, /^@prisma\//],
}

/** The contracts run in browsers, in Node and in the workflow sandbox: zod is all they may need. */
export const contractsMayImport = ['zod']
