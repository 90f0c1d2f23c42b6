import type { Allowed } from '../allowed.ts'

const work = ['operator', 'admin'] as const

export const allowed: Allowed = {
  'publications.listAll': work,
  'publications.oneOfAll': work,
  'publications.retryForPerson': work,
  'publications.health': work,
  'publications.allAccounts': work,
}
