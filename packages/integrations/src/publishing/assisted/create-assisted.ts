import { accessFreeNeeds } from './media-needs.ts'
import { assistedWay, explainHere, lookUpHandedOver } from './assisted-parts.ts'
import { checkAddress } from './check-address.ts'
import type { AssistedPlatform } from './editor.ts'
import { handOver } from './hand-over.ts'
import { freshnessOf } from '../account-access.ts'
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
  (target) => {
    const way = assistedWay(platform)
    return {
      platform: platform.platform,
      facts,
      connections: { assisted: way },
      freshness: (credentials, now) => freshnessOf(credentials, now, 0),
      refresh: (credentials) => Promise.resolve(credentials),
      check: ({ credentials }) => {
        const connected = way.connect({ name: '', profileUrl: null })
        const profile = { externalId: null, name: '', avatarUrl: null, url: null }
        return Promise.resolve({ credentials, profile, capabilities: connected?.capabilities ?? [] })
      },
      mediaWanted: accessFreeNeeds,
      prepare: (_session, _input, { uploads }) =>
        Promise.resolve({ state: 'ready', uploads: uploads ?? { version: 1 } }),
      submit: (_session, input) => Promise.resolve(handOver(platform, input, target.clock)),
      lookUp: (_session, ref, signal) => lookUpHandedOver(target, platform, ref, signal),
      findLost: () => Promise.resolve({ found: 'none', evidence: null }),
      checkAddress: (given, signal) => checkAddress(target, platform, given, signal),
      explain: explainHere,
    }
  }
