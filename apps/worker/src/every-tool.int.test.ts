import { toolKeys, tools } from '@mozhou/contracts/tools/registry'
import { getCreation } from '@mozhou/domain/creations/get-creation'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestRig } from './testing/test-rig.ts'
import type { TestRig } from './testing/test-rig.ts'

/** A sample may hold superlatives, and each part of one says that it is a sample; every other check must pass. */
const isAllowed = (rule: string, detail: string) =>
  rule === 'absolute-terms' || (rule === 'repeats' && /^出现不止一次：“（以上为沙盒示例内容[^”]*”×\d+$/u.test(detail))
let rig: TestRig

beforeAll(async () => {
  rig = await createTestRig()
})
afterAll(() => rig.close())

it.concurrent.each(toolKeys)(
  '%s: writes its own example whole, and within its rules',
  { timeout: 180_000 },
  async (tool) => {
    const userId = await rig.addUser()
    const requested = await rig.generate(userId, tools[tool].example, undefined, tool)
    const events = await rig.watch(requested, 170_000)
    expect(events.at(-1)?.event).toMatchObject({ type: 'done', status: 'succeeded', isIncomplete: false })
    const { currentVersion } = await getCreation(rig.ctx, { creationId: requested.creationId, userId })
    const warnings = currentVersion?.checks.filter(
      ({ rule, severity, detail }) => severity === 'warn' && !isAllowed(rule, detail.zh),
    )
    expect(warnings?.map(({ rule, detail }) => `${rule}: ${detail.zh}`)).toEqual([])
    expect(JSON.stringify(currentVersion?.result)).toContain('沙盒')
  },
)
