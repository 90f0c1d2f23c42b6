import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { acceptRewrite } from './accept-rewrite.ts'
import { addWork, idOf } from '../creations/testing/add-work.ts'

let domain: TestDomain
beforeAll(async () => {
  domain = await createTestDomain()
})
afterAll(() => domain.close())

it('keeps a field of one line on one line, whatever the model wrote for it', async () => {
  const { ctx } = domain
  const userId = await idOf(ctx, (await domain.signUp()).user.username)
  const { creationId, versionId } = await addWork(ctx, userId, { title: '城市夜跑' })
  const generationId = ctx.newId()
  await ctx.prisma.generation.create({
    data: {
      id: generationId,
      creationId,
      userId,
      ordinal: 2,
      kind: 'rewrite',
      yields: 'offer',
      requestKey: ctx.newId(),
      baseVersionId: versionId,
      status: 'succeeded',
      input: {
        selection: { field: 'title', start: 2, end: 4, text: '夜跑' },
        before: '城市',
        after: '',
        goal: 'longer',
        instruction: null,
      },
      draftText: '夜里\n\n【正文】跑步',
      createdAt: ctx.clock.now(),
      coveredBy: 'membership',
      priceCredits: 0,
    },
  })
  const { title, result } = await acceptRewrite(ctx, { generationId, userId })
  expect(title).toBe('城市夜里 【正文】跑步')
  expect(result).toMatchObject({ title, body: '## 起跑\n\n夜跑让人安静。' })
})
