import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'models.catalogue': ['operator', 'admin'],
  'models.create': ['admin'],
  'models.update': ['admin'],
  'models.remove': ['admin'],
  'models.setDefault': ['admin'],
  'models.testCall': ['admin'],
  'models.testUnsaved': ['admin'],
  'models.usage': ['operator', 'admin'],
  'models.prices': ['operator', 'admin'],
  'models.stats': ['operator', 'admin'],
}
