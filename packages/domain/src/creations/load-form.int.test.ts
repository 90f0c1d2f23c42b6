import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDomain } from '../testing/test-domain.ts'
import type { TestDomain } from '../testing/test-domain.ts'
import { getCreation } from './get-creation.ts'
import { loadOwnCreation } from './load-own-creation.ts'
import { addWork, idOf } from './testing/add-work.ts'

let domain: TestDomain
let userId: string
beforeAll(async () => {
  domain = await createTestDomain()
  userId = await idOf(domain.ctx, (await domain.signUp()).user.username)
})
afterAll(() => domain.close())

const run = (creationId: string, ordinal: number, kind: string, status: string, topic: string) => ({
  id: domain.ctx.newId(),
  creationId,
  userId,
  ordinal,
  kind,
  status,
  requestKey: domain.ctx.newId(),
  input: { topic },
  createdAt: domain.ctx.clock.now(),
  coveredBy: 'membership',
  priceCredits: 0,
})

it('is that of the last run with a form that was accepted; a page shows a refused one too', async () => {
  const { creationId } = await addWork(domain.ctx, userId)
  await domain.ctx.prisma.generation.createMany({
    data: [
      run(creationId, 2, 'regenerate', 'succeeded', '第二次'),
      run(creationId, 3, 'optimise', 'succeeded', '不是表单'),
      run(creationId, 4, 'regenerate', 'refused', '没有积分'),
    ],
  })
  expect((await loadOwnCreation(domain.ctx, creationId, userId)).form).toEqual({ topic: '第二次' })
  expect((await getCreation(domain.ctx, { creationId, userId })).input).toEqual({ topic: '没有积分' })
})

it('is one row, whatever was run before: pages of an old work read no forms beside it', async () => {
  const { creationId } = await addWork(domain.ctx, userId)
  const statements: string[] = []
  const prisma = domain.ctx.prisma.$extends({
    query: {
      generation: {
        findFirst: ({ args, query }) => {
          statements.push(JSON.stringify(args.select))
          return query(args)
        },
      },
      creation: {
        findUnique: ({ args, query }) => {
          statements.push(JSON.stringify(args.select))
          return query(args)
        },
      },
    },
  })
  await getCreation(
    { ...domain.ctx, prisma: Object.assign(Object.create(domain.ctx.prisma), prisma) },
    { creationId, userId },
  )
  expect(statements.filter((select) => select.includes('"input":true'))).toEqual(['{"input":true}'])
})
