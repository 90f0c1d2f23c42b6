import { accessFreeNeeds } from './media-needs.ts'
import { assistedWay, checkByHand, explainHere, lookUpHandedOver } from './assisted-parts.ts'
import { checkAddress } from './check-address.ts'
import type { AssistedPlatform } from './editor.ts'
import { handOver } from './hand-over.ts'
import { disconnected, freshnessOf } from '../account-access.ts'
import type { ConnectorFactory, ConnectorFacts } from '../port.ts'

const day = 86_400_000

const facts: ConnectorFacts = {
  paceMs: 0,
  reviewUsuallyEndsMs: day,
  // Pages are read seldom: they are meant for people.
  watch: { forMs: 7 * day, everyMs: day },
}

/** A platform where nothing is asked of any interface: its author publishes, and what they bring back is checked. */
export const createAssisted =
  (platform: AssistedPlatform): ConnectorFactory =>
  (target) => ({
    platform: platform.platform,
    facts,
    connections: { assisted: assistedWay(platform) },
    freshness: (credentials, now) => freshnessOf(credentials, now, 0),
    refresh: (credentials) => Promise.resolve(credentials),
    check: (session) =>
      checkByHand(platform, session) ?? Promise.reject(disconnected(platform.platform, 'no_interface')),
    mediaWanted: accessFreeNeeds,
    prepare: (_session, _input, { uploads }) => Promise.resolve({ state: 'ready', uploads: uploads ?? { version: 1 } }),
    submit: (_session, input) => Promise.resolve(handOver(platform, input, target.clock)),
    lookUp: (_session, ref, signal) => lookUpHandedOver(target, platform, ref, signal),
    findLost: () => Promise.resolve({ found: 'none', evidence: null }),
    checkAddress: (given, signal) => checkAddress(target, platform, given, signal),
    explain: explainHere,
  })
