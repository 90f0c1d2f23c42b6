import type { Allowed } from '../allowed.ts'

const answering = ['operator', 'finance', 'admin'] as const

export const allowed: Allowed = {
  'support.queue': answering,
  'support.times': answering,
  'support.one': answering,
  'support.said': answering,
  'support.take': answering,
  'support.release': answering,
  'support.answer': answering,
  'support.closeFor': answering,
}
