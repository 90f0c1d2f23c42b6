import { describe, expect, it } from 'vitest'
import { checkCasts } from './boundaries/cast-rule.ts'
import {
  checkAnswerSchemas,
  checkBannedPackages,
  checkDirections,
  checkRelativePaths,
} from './boundaries/direction-rules.ts'
import { checkFolderCycles } from './boundaries/folder-rules.ts'
import { checkBundleEntry, checkCycles, checkFileCycles } from './boundaries/graph-rules.ts'
import { readRepository } from './boundaries/read-repository.ts'
import type { SourceFile, Violation } from './boundaries/source-file.ts'
import { toSourceFile } from './boundaries/source-file.ts'
import {
  checkBarrels,
  checkEnvironment,
  checkFrame,
  checkLedgerWriters,
  checkNames,
  checkSettings,
  checkSandboxVendors,
  checkVendorNames,
  checkWorkflowSources,
} from './boundaries/source-rules.ts'

const { files, packages } = readRepository()

type Rule = (files: readonly SourceFile[]) => Violation[]

/** Each rule with files it must refuse and files it must let pass: a rule that finds nothing anywhere proves nothing. */
const rules: Record<string, { check: Rule; refused: [string, string][][]; allowed: [string, string][][] }> = {
  'imports go the way of the table': {
    check: checkDirections,
    refused: [
      [['packages/contracts/src/a.ts', `import { b } from '@mozhou/domain/b'`]],
      [['packages/contracts/src/a.ts', `import type { B } from '@mozhou/db/client'`]],
      [['packages/domain/src/a.ts', `import { createTextModel } from '@mozhou/integrations/ai/registry'`]],
      [['packages/domain/src/a.ts', `export { createTextModel } from '@mozhou/integrations/ai/registry'`]],
      [['packages/domain/src/a.ts', `const model = await import('@mozhou/integrations/ai/registry')`]],
      [['packages/domain/src/a.ts', `import { type A, b } from '@mozhou/integrations/ai/port'`]],
      [['packages/integrations/src/a.ts', `import type { DomainContext } from '@mozhou/domain/context'`]],
      [['packages/workflows/src/a.ts', `import type { PrismaClient } from '@mozhou/db/client'`]],
      [['packages/ui/src/a.tsx', `import type { AppRouter } from '@mozhou/api/routers/index'`]],
      [['apps/api/src/app.ts', `import { createPrismaClient } from '@mozhou/db/client'`]],
      [['apps/api/src/start.ts', `import { generateCreation } from '@mozhou/workflows/generate-creation'`]],
      [['apps/worker/src/run.ts', `import { createPrismaClient } from '@mozhou/db/client'`]],
      [['apps/web/src/a.tsx', `import { appRouter } from '@mozhou/api/routers/index'`]],
      [['apps/admin/src/a.tsx', `import { formatId } from '@mozhou/domain/new-id'`]],
      [['apps/sandbox/src/a.test.ts', `import type { VendorKey } from '@mozhou/contracts/models'`]],
      [['packages/domain/src/a.ts', `import { b } from '@mozhou/domain/b'`]],
      [['packages/helpers/src/a.ts', 'export const a = 1']],
    ],
    allowed: [
      [['packages/domain/src/a.ts', `import type { TextModel } from '@mozhou/integrations/ai/port'`]],
      [['packages/domain/src/a.ts', `import { type A, type B } from '@mozhou/integrations/ai/port'`]],
      [
        [
          'packages/domain/src/seed/main.ts',
          `import { vendorDefaults } from '@mozhou/integrations/ai/catalogue-defaults'`,
        ],
      ],
      [['packages/domain/src/a.int.test.ts', `import { createTextModel } from '@mozhou/integrations/ai/registry'`]],
      [['apps/api/src/main.ts', `import { createPrismaClient } from '@mozhou/db/client'`]],
      [['apps/api/src/start.ts', `import { startGeneration } from '@mozhou/workflows/client'`]],
      [['apps/api/src/start.ts', `import type { AcceptOutcome } from '@mozhou/workflows/activities'`]],
      [['apps/web/src/api.ts', `import type { AppRouter } from '@mozhou/api/routers/index'`]],
      [['packages/contracts/src/a.ts', `// import { b } from '@mozhou/domain/b'`]],
    ],
  },
  'layers do not meet packages that belong to another': {
    check: checkBannedPackages,
    refused: [
      [['packages/domain/src/a.ts', `import { TRPCError } from '@trpc/server'`]],
      [['packages/domain/src/a.ts', `import type { Client } from '@temporalio/client'`]],
      [['packages/integrations/src/a.ts', `import { Context } from '@temporalio/activity'`]],
      [['packages/workflows/src/a.ts', `import { z } from 'zod'`]],
      [['packages/contracts/src/a.ts', `import { randomUUID } from 'node:crypto'`]],
      [['apps/web/src/a.tsx', `import { join } from 'node:path'`]],
    ],
    allowed: [
      [['packages/contracts/src/a.ts', `import { z } from 'zod'`]],
      [['packages/domain/src/a.ts', `import { createHash } from 'node:crypto'`]],
      [['apps/worker/src/a.ts', `import { Context } from '@temporalio/activity'`]],
    ],
  },
  'pages take the types of answers, not their schemas': {
    check: checkAnswerSchemas,
    refused: [
      [['apps/web/src/a.tsx', `import { balanceAnswer } from '@mozhou/contracts/credits/answers'`]],
      [
        [
          'apps/admin/src/a.tsx',
          `const { usageReportAnswer } = await import('@mozhou/contracts/models/usage-answers')`,
        ],
      ],
      [['packages/ui/src/a.tsx', `import { okAnswer } from '@mozhou/contracts/answers'`]],
    ],
    allowed: [
      [['apps/web/src/a.tsx', `import type { BalanceDto } from '@mozhou/contracts/credits/answers'`]],
      [['apps/web/src/a.tsx', `import { rewriteGoals } from '@mozhou/contracts/editing/kinds'`]],
      [['apps/api/src/a.ts', `import { balanceAnswer } from '@mozhou/contracts/credits/answers'`]],
    ],
  },
  'relative paths stay inside their package': {
    check: checkRelativePaths,
    refused: [
      [['packages/domain/src/credits/a.ts', `import { b } from '../../../db/src/client.ts'`]],
      [['apps/web/src/a.tsx', `import '../../../packages/ui/src/theme/theme.css'`]],
    ],
    allowed: [[['packages/domain/src/credits/a.ts', `import { b } from '../context.ts'`]]],
  },
  'packages do not import each other in a ring': {
    check: checkCycles,
    refused: [
      [
        ['packages/contracts/src/a.ts', `import type { B } from '@mozhou/domain/b'`],
        ['packages/domain/src/b.ts', `import type { A } from '@mozhou/contracts/a'`],
      ],
      [
        ['packages/a/src/a.ts', `import '@mozhou/b/b'`],
        ['packages/b/src/b.ts', `import '@mozhou/c/c'`],
        ['packages/c/src/c.ts', `import '@mozhou/a/a'`],
      ],
    ],
    allowed: [
      [
        ['packages/domain/src/b.ts', `import type { A } from '@mozhou/contracts/a'`],
        ['packages/contracts/src/a.ts', `export type A = 1`],
      ],
    ],
  },
  'files do not import each other in a ring, not even for types': {
    check: checkFileCycles,
    refused: [
      [
        ['packages/domain/src/a.ts', `import { b } from './b.ts'`],
        ['packages/domain/src/b.ts', `import type { A } from './a.ts'`],
      ],
      [
        ['apps/web/src/routes.tsx', `const page = import('./features/a.page.tsx')`],
        ['apps/web/src/features/a.page.tsx', `import { b } from './b.ts'`],
        ['apps/web/src/features/b.ts', `import { route } from '../routes.tsx'`],
      ],
    ],
    allowed: [
      [
        ['packages/domain/src/a.ts', `import { b } from './b.ts'`],
        ['packages/domain/src/b.ts', `export const b = 1`],
        ['packages/domain/src/b.test.ts', `import { a } from './a.ts'`],
      ],
    ],
  },
  'folders do not import each other in a ring, not even for types': {
    check: checkFolderCycles,
    refused: [
      [
        ['packages/domain/src/credits/a.ts', `import { b } from '../orders/b.ts'`],
        ['packages/domain/src/orders/c.ts', `import type { D } from '../credits/d.ts'`],
      ],
      [
        ['apps/web/src/features/a/a.ts', `import '../b/b.ts'`],
        ['apps/web/src/features/b/b.ts', `import '../c/deep/c.ts'`],
        ['apps/web/src/features/c/c.ts', `import '../a/other.ts'`],
      ],
    ],
    allowed: [
      [
        ['packages/contracts/src/tools/registry.ts', `import { story } from './story/tool.ts'`],
        ['packages/contracts/src/tools/story/tool.ts', `import type { Tool } from '../tool.ts'`],
      ],
      [
        ['packages/domain/src/orders/a.ts', `import { b } from '../credits/b.ts'`],
        ['packages/domain/src/credits/b.int.test.ts', `import { a } from '../orders/a.ts'`],
        ['packages/domain/src/credits/b.ts', `import type { C } from '../context.ts'`],
      ],
    ],
  },
  'workflow sources need no Node': {
    check: checkWorkflowSources,
    refused: [[['packages/workflows/src/unused.ts', `import { randomUUID } from 'node:crypto'`]]],
    allowed: [
      [['packages/workflows/src/build-bundle.ts', `import { writeFile } from 'node:fs/promises'`]],
      [['packages/workflows/src/a.test.ts', `import { readFile } from 'node:fs/promises'`]],
    ],
  },
  'the frame names no kind of creation': {
    check: checkFrame,
    refused: [
      [['packages/domain/src/generations/a.ts', `const bizType = 'writing'`]],
      [['packages/domain/src/generations/a.ts', `import { store } from '../writing/store-text.ts'`]],
      [['packages/workflows/src/a.ts', `if (capability === 'image') skip()`]],
      [['packages/domain/src/credits/a.ts', 'ctx.createTextModel(target)']],
      [['packages/domain/src/credits/a.ts', 'ctx.models.text(target)']],
      [
        ['packages/contracts/src/creations/kinds.ts', `export const creationKinds = ['writing', 'podcast'] as const`],
        ['packages/domain/src/generations/a.ts', `if (kind === 'podcast') skip()`],
      ],
    ],
    allowed: [
      [['packages/domain/src/writing/fulfilment.ts', `capability: 'text'`]],
      [['packages/domain/src/generations/a.ts', `// once 'writing' alone`]],
    ],
  },
  'the workflow bundle does not reach the client': {
    check: checkBundleEntry,
    refused: [
      [
        ['packages/workflows/src/index.ts', `export { w } from './w.ts'`],
        ['packages/workflows/src/w.ts', `import { startGeneration } from './client.ts'`],
        ['packages/workflows/src/client.ts', 'export const startGeneration = 1'],
      ],
      [
        ['packages/workflows/src/index.ts', `export { watchOrder } from './order-client.ts'`],
        ['packages/workflows/src/order-client.ts', 'export const watchOrder = 1'],
      ],
    ],
    allowed: [
      [
        ['packages/workflows/src/index.ts', `export { w } from './w.ts'`],
        ['packages/workflows/src/w.ts', `import type { GenerationStart } from './client.ts'`],
        ['packages/workflows/src/client.ts', `import { w } from './w.ts'`],
      ],
    ],
  },
  'only post-entry and reverse-entry write the ledger': {
    check: checkLedgerWriters,
    refused: [
      [['packages/domain/src/orders/settle-order.ts', 'await prisma.$queryRaw`SELECT * FROM post_entry(1)`']],
      [['packages/domain/src/a.ts', 'await tx.prisma.creditEntry.create({ data })']],
      [['packages/domain/src/a.ts', 'await prisma.$executeRaw`UPDATE credit_entries SET amount = 0`']],
      [['apps/worker/src/a.ts', 'sql`insert into credit_entries values (1)`']],
    ],
    allowed: [
      [['packages/domain/src/credits/post-entry.ts', 'Prisma.sql`post_entry(${id})`']],
      [['packages/domain/src/credits/audit.int.test.ts', 'sql`UPDATE credit_entries SET amount = 0`']],
      [['packages/domain/src/a.ts', 'await prisma.creditEntry.findMany()']],
      [['packages/domain/src/a.ts', '// UPDATE credit_entries is refused by the database itself']],
    ],
  },
  'the environment is read in env.ts': {
    check: checkEnvironment,
    refused: [
      [['packages/domain/src/a.ts', `const url = process.env['DATABASE_URL']`]],
      [['apps/web/src/a.tsx', 'const url = import.meta.env.VITE_API_URL']],
    ],
    allowed: [
      [['apps/api/src/env.ts', 'parse(process.env)']],
      [['packages/domain/src/testing/env.ts', 'process.env']],
      [['apps/web/src/a.tsx', 'if (import.meta.env.DEV) report()']],
    ],
  },
  'a setting is declared once': {
    check: checkSettings,
    refused: [
      [
        ['packages/domain/src/environment.ts', 'const all = {\n  SIGNUP_GIFT_CREDITS: count(0, 10),\n}'],
        ['apps/worker/src/env.ts', 'const own = {\n  SIGNUP_GIFT_CREDITS: count(0, 20),\n}'],
      ],
      [
        ['apps/api/src/env.ts', 'const own = {\n  WEB_ORIGIN: origin,\n}'],
        ['apps/worker/src/env.ts', 'const own = {\n  WEB_ORIGIN: urlOf(),\n}'],
      ],
    ],
    allowed: [
      [
        ['packages/domain/src/environment.ts', 'const all = {\n  SIGNUP_GIFT_CREDITS: count(0, 10),\n}'],
        ['apps/api/src/env.ts', 'const own = {\n  API_PORT: port,\n}'],
        ['apps/worker/src/env.ts', 'const own = {\n  AI_SLOTS: count(1, 2),\n}'],
      ],
    ],
  },
  'generic code names no vendor': {
    check: checkVendorNames,
    refused: [
      [['packages/domain/src/a.ts', `if (model.vendor === 'openai') skip()`]],
      [['packages/workflows/src/a.ts', `const first = 'qwen-max'`]],
      [['apps/web/src/a.tsx', 'const label = <b>文心一言</b>']],
      [['apps/admin/src/a.tsx', `import { x } from './dashscope.ts'`]],
      [
        ['packages/integrations/src/ai/vendors/sesame.ts', `vendor: 'sesame'`],
        ['packages/domain/src/a.ts', `if (model.vendor === 'sesame') skip()`],
      ],
    ],
    allowed: [
      [['packages/domain/src/models/model-rules.ts', `openai: ['bearer']`]],
      [['packages/integrations/src/ai/vendors/qwen.ts', `vendor: 'qwen'`]],
      [['packages/domain/src/a.test.ts', `vendor: 'qwen'`]],
    ],
  },
  'what serves every plug of the sandbox names no vendor': {
    check: checkSandboxVendors,
    refused: [
      [['apps/sandbox/src/core/a.ts', `if (plug.key === 'zhipu') skip()`]],
      [['apps/sandbox/src/core/a.ts', `import { openAiPlug } from '../ai/openai/plug.ts'`]],
      [['apps/sandbox/src/ai/chat/a.ts', `const model = 'gpt-6-luna'`]],
      [
        ['apps/sandbox/src/payments/sesame/plug.ts', `key: 'sesame'`],
        ['apps/sandbox/src/core/control/a.ts', `key === 'sesame'`],
      ],
    ],
    allowed: [
      [
        ['apps/sandbox/src/ai/zhipu/plug.ts', `key: 'zhipu'`],
        ['apps/sandbox/src/ai/zhipu/check.ts', `'zhipu'`],
      ],
      [['apps/sandbox/src/plugs.ts', `import { zhipuPlug } from './ai/zhipu/plug.ts'`]],
      [['apps/sandbox/src/core/a.test.ts', `vendor: 'zhipu'`]],
    ],
  },
  'the domain casts nothing': {
    check: checkCasts,
    refused: [
      [['packages/domain/src/a.ts', 'const role = row.role as Role']],
      [['packages/domain/src/a.ts', 'return { checks: row.checks as unknown as ToolCheck[] }']],
      [['packages/domain/src/a.ts', `const form = (row.input ?? {}) as Record<string, unknown>`]],
      [['packages/domain/src/a.ts', `const status = row.status as 'active' | 'suspended'`]],
      [['packages/domain/src/a.ts', 'const note = `by ${names[row.tool as ToolKey]}`']],
      [['packages/domain/src/a.ts', 'const rows = JSON.parse(text) as Row[]']],
      [['packages/domain/src/models/catalogue.ts', 'const vendor = row.vendor as VendorKey']],
    ],
    allowed: [
      [['packages/domain/src/a.ts', `const kinds = ['a', 'b'] as const`]],
      [['packages/domain/src/a.ts', `import { a as b } from './b.ts'\nimport * as c from './c.ts'`]],
      [['packages/domain/src/a.ts', `const note = 'the same as Markdown'`]],
      [['packages/domain/src/a.ts', '// one as Many\nconst isText = column.as === `text`']],
      [['packages/domain/src/a.test.ts', 'const role = row.role as Role']],
      [['packages/domain/src/models/catalogue.ts', 'return JSON.parse(cached) as CatalogueModel[]']],
    ],
  },
  'there are no barrels': {
    check: checkBarrels,
    refused: [
      [['packages/domain/src/credits/index.ts', `export const a = 1`]],
      [['packages/domain/src/credits/all.ts', `export { a } from './a.ts'\nexport * from './b.ts'\n`]],
    ],
    allowed: [
      [['packages/workflows/src/index.ts', `export { a } from './a.ts'\nexport { b } from './b.ts'\n`]],
      [['packages/domain/src/a.ts', `export { a } from './a.ts'\nexport const b = 1\n`]],
    ],
  },
  'no folder or file is called lib, utils, types, shared, common or helpers': {
    check: checkNames,
    refused: [
      [['packages/domain/src/utils.ts', '']],
      [['packages/domain/src/shared/money.ts', '']],
      [['packages/ui/src/components/types.ts', '']],
      [['apps/web/src/features/writing/text-helpers.ts', '']],
      [['apps/web/src/lib/api.ts', '']],
    ],
    allowed: [[['packages/domain/src/credits/post-entry.ts', '']], [['apps/web/src/shell/page.tsx', '']]],
  },
}

for (const [name, { check, refused, allowed }] of Object.entries(rules)) {
  describe(name, () => {
    it('in this repository', () => {
      expect(check(files)).toEqual([])
    })
    it.each(refused)('refuses a planted violation %#', (...planted) => {
      expect(check(planted.map(([path, text]) => toSourceFile(path, text)))).not.toEqual([])
    })
    it.each(allowed)('lets pass what is right %#', (...planted) => {
      expect(check(planted.map(([path, text]) => toSourceFile(path, text)))).toEqual([])
    })
  })
}

it('found the sources: an empty list would let everything pass', () => {
  expect(files.length).toBeGreaterThan(300)
  expect(new Set(files.map(({ workspace }) => workspace))).toEqual(new Set(packages.map(({ workspace }) => workspace)))
  expect(files.reduce((sum, file) => sum + file.imports.length, 0)).toBeGreaterThan(1_000)
})
