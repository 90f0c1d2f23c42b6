import type { DeletionStep } from '@mozhou/contracts/account-deletion/kinds'
import type { Removal } from './removal.ts'
import { removeApiKeys } from './removals/remove-api-keys.ts'
import { removeFiles } from './removals/remove-files.ts'
import { removeNotifications } from './removals/remove-notifications.ts'
import { removePayees } from './removals/remove-payees.ts'
import { removePublications } from './removals/remove-publications.ts'
import { removeRenewals } from './removals/remove-renewals.ts'
import { removeRequests } from './removals/remove-requests.ts'
import { removeSessions } from './removals/remove-sessions.ts'
import { removeSettings } from './removals/remove-settings.ts'
import { removeSupport } from './removals/remove-support.ts'
import { removeWorks } from './removals/remove-works.ts'

/**
 * Every step, by its name; the order is that of `deletionSteps` in the contracts. What keeps something of a person (files, platform accounts)
 * adds its own here. The last one, which takes the name, is `finish-removal.ts`.
 */
export const removals = {
  renewals: removeRenewals,
  sessions: removeSessions,
  api_keys: removeApiKeys,
  requests: removeRequests,
  notifications: removeNotifications,
  settings: removeSettings,
  payees: removePayees,
  support: removeSupport,
  publications: removePublications,
  files: removeFiles,
  works: removeWorks,
} satisfies Record<DeletionStep, Removal>
