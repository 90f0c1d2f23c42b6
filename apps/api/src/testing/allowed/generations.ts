import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'generations.get': ['operator', 'finance', 'admin'],
  'generations.stop': ['operator', 'admin'],
  'generations.start': ['operator', 'admin'],
  'generations.find': ['operator', 'finance', 'admin'],
}
