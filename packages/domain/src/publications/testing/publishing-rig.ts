import { parseId } from '@mozhou/contracts/ids'
import { platformKeys } from '@mozhou/contracts/publications/kinds'
import type { PlatformKey, PublicationStatus } from '@mozhou/contracts/publications/kinds'
import type { PublishInput } from '@mozhou/contracts/publications/inputs'
import { makeMedia } from '@mozhou/integrations/publishing/make-media'
import { addWork } from '../../creations/testing/add-work.ts'
import type { TestWork } from '../../creations/testing/add-work.ts'
import { createTestDomain } from '../../testing/test-domain.ts'
import type { TestDomain } from '../../testing/test-domain.ts'
import { connectAccount } from '../connect-account.ts'
import { findLostPublication } from '../find-lost-publication.ts'
import { getPublicationDetail } from '../get-publication.ts'
import { lookUpPublication } from '../look-up-publication.ts'
import { planPublication } from '../plan-publication.ts'
import { preparePublication } from '../prepare-publication.ts'
import type { PublicationsContext } from '../publications-context.ts'
import { publish } from '../publish.ts'
import { submitPublication } from '../submit-publication.ts'
import { createPlayedPlatform, Killed } from './played-platform.ts'
import type { PlayedPlatform } from './played-platform.ts'

export type TestedContext = TestDomain['ctx'] & PublicationsContext

export interface PublishingRig {
  domain: TestDomain
  ctx: TestedContext
  /** Played anew for each test by `fresh`. */
  platform(key: PlatformKey): PlayedPlatform
  fresh(): void
  newPerson(): Promise<string>
  /** Connected by keys: `api`, or by hand. */
  account(userId: string, platform: PlatformKey, way?: 'keys' | 'assisted'): Promise<string>
  work(userId: string, work?: TestWork): Promise<string>
  publish(
    userId: string,
    creationId: string,
    targets: PublishInput['targets'],
    more?: Partial<PublishInput>,
  ): Promise<string[]>
  /** One account, one work, published. */
  begin(
    platform?: PlatformKey,
    way?: 'keys' | 'assisted',
  ): Promise<{ userId: string; accountId: string; publicationId: string }>
  /** One step as a run does it; the clock goes on where it waits. @returns what it did */
  step(publicationId: string, from?: TestedContext): Promise<{ step: string; status: string }>
  /** What a run does until it ends; a worker that is killed is followed by another. */
  run(publicationId: string, from?: TestedContext): Promise<PublicationStatus>
  detail(userId: string, publicationId: string): ReturnType<typeof getPublicationDetail>
}

const soon = () => AbortSignal.timeout(20_000)
const lostAfterMs = 90_000

/** The domain on its own database, with platforms that a test decides about, and runs that need no Temporal. */
export async function createPublishingRig(): Promise<PublishingRig> {
  const domain = await createTestDomain()
  let played = new Map<PlatformKey, PlayedPlatform>()
  const connectors: TestedContext['connectors'] = {}
  const ctx: TestedContext = { ...domain.ctx, connectors, playedPlatforms: new Set(), makeMedia }
  const fresh = () => {
    played = new Map(platformKeys.map((key) => [key, createPlayedPlatform(key, ctx.clock)]))
    for (const [key, platform] of played) connectors[key] = platform
  }
  fresh()
  const acting = new Set<Promise<void>>()
  const rig: PublishingRig = {
    domain,
    ctx,
    fresh,
    platform(key) {
      const found = played.get(key)
      if (!found) throw new Error(key)
      return found
    },
    newPerson: async () => uuidOf('user', (await domain.signUp()).user.id),
    async account(userId, platform, way = 'keys') {
      const keys = { appId: `app-${ctx.newId()}`, appSecret: 'secret' }
      const by = { requestId: 'rig', isByApiKey: false }
      const asked = { userId, by, platform, way, webOrigin: 'http://web.test' }
      const { account } = await connectAccount(
        ctx,
        way === 'keys' ? { ...asked, keys } : { ...asked, name: '我的账号' },
      )
      return uuidOf('platformAccount', account?.id)
    },
    work: async (userId, work = {}) => (await addWork(ctx, userId, work)).creationId,
    async publish(userId, creationId, targets, more = {}) {
      const input = { creationId, targets, onRefusal: 'stop' as const, requestKey: ctx.newId(), userId, ...more }
      const { started } = await publish(ctx, input)
      return started.map(({ publicationId }) => publicationId)
    },
    async begin(platform = 'zhihu', way = 'keys') {
      const userId = await rig.newPerson()
      const accountId = await rig.account(userId, platform, way)
      const [publicationId = ''] = await rig.publish(userId, await rig.work(userId), [{ accountId }])
      return { userId, accountId, publicationId }
    },
    async step(publicationId, from = ctx) {
      const next = await planPublication(from, { publicationId })
      if (next.step === 'end') return next
      if (next.step === 'wait') {
        // Calls take no time on this clock: whoever waits lets those end that are out.
        await Promise.allSettled(acting)
        domain.advance(next.ms)
        return next
      }
      const acted = act(from, publicationId, next.step)
      acting.add(acted)
      await acted.finally(() => acting.delete(acted))
      return next
    },
    async run(publicationId, from = ctx) {
      for (let steps = 0; steps < 300; steps += 1) {
        try {
          const { step, status } = await rig.step(publicationId, from)
          if (step === 'end') return status as PublicationStatus
        } catch (cause) {
          // The next worker goes on with the row.
          if (!(cause instanceof Killed)) throw cause
        }
      }
      throw new Error(`publication ${publicationId} does not end`)
    },
    detail: (userId, publicationId) => getPublicationDetail(ctx, { userId, publicationId }),
  }
  return rig
}

async function act(ctx: TestedContext, publicationId: string, step: 'prepare' | 'find_lost' | 'look'): Promise<void> {
  if (step === 'look') await lookUpPublication(ctx, { publicationId, signal: soon() })
  else if (step === 'find_lost') await findLostPublication(ctx, { publicationId, pauseMs: 60_000, signal: soon() })
  else {
    const { isReady } = await preparePublication(ctx, { publicationId, signal: soon() })
    if (isReady) await submitPublication(ctx, { publicationId, lostAfterMs, signal: soon() })
  }
}

export function uuidOf(kind: Parameters<typeof parseId>[0], id: string | undefined): string {
  const uuid = parseId(kind, id ?? '')
  if (uuid === null) throw new Error(`${id} is no ${kind}`)
  return uuid
}
