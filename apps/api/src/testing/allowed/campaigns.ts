import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'campaigns.create': ['operator', 'admin'],
  'campaigns.update': ['operator', 'admin'],
  'campaigns.setStatus': ['operator', 'admin'],
  'campaigns.remove': ['operator', 'admin'],
  'campaigns.participants': ['operator', 'finance', 'admin'],
  'campaigns.all': ['operator', 'finance', 'admin'],
  'campaigns.results': ['operator', 'finance', 'admin'],
  'campaigns.audienceSize': ['operator', 'finance', 'admin'],
  'campaigns.dryRun': ['operator', 'finance', 'admin'],
  'campaigns.one': ['operator', 'finance', 'admin'],
}
