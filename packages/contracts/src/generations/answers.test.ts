import { expect, it } from 'vitest'
import { z } from 'zod'
import { receiptAnswer } from './answers.ts'

it('a receipt says what a work cost its creator, and nothing of what it cost us', () => {
  const names = JSON.stringify(z.toJSONSchema(receiptAnswer, { io: 'output' }))
  expect(names).toContain('netCredits')
  expect(names).not.toMatch(/cost|yuan/i)
})
