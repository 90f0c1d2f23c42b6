import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'paymentChannels.list': ['finance', 'admin'],
  'paymentChannels.save': ['admin'],
  'paymentChannels.clear': ['admin'],
  'paymentChannels.setOn': ['admin'],
  'paymentChannels.try': ['admin'],
}
