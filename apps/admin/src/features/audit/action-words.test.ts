import { auditActions } from '@mozhou/contracts/audit/actions'
import { expect, it } from 'vitest'
import { actionWording } from './action-words.ts'

it('words every action, each otherwise, and shows the name of one that it does not know', () => {
  const worded = auditActions.map(actionWording)
  expect(new Set(worded.map(({ zh }) => zh)).size).toBe(auditActions.length)
  expect(new Set(worded.map(({ en }) => en)).size).toBe(auditActions.length)
  for (const { zh } of worded) expect(zh).toMatch(/^[\u4E00-\u9FFF，]+$/)
  expect(actionWording('order.refund')).toEqual({ zh: 'order.refund', en: 'order.refund' })
})
