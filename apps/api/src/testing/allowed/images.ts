import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'images.prices': ['operator', 'admin'],
  'images.priceChanges': ['operator', 'admin'],
  'images.setPrices': ['operator', 'admin'],
}
