import { formatId } from '@mozhou/contracts/ids'
import type { PlatformAccountDto } from '@mozhou/contracts/publications/answers'
import type { PlatformKey } from '@mozhou/contracts/publications/kinds'
import type { DomainContext } from '../context.ts'
import type { PublicationsContext } from './publications-context.ts'

type PlatformSetup = NonNullable<PlatformAccountDto['setup']>

export type SetupContext = Pick<PublicationsContext, 'connectors' | 'publicApiUrl' | 'settings'>

/** Where a platform that has an address for each account sends its notices of this one. */
const callbackPath = (platform: PlatformKey, accountId: string): string =>
  `/api/v1/publish/callback/${platform}/${formatId('platformAccount', accountId)}`

/** What the person enters at the platform, of an account that is connected by keys. */
export function setupOf(ctx: SetupContext, platform: PlatformKey, accountId: string): PlatformSetup {
  const connector = ctx.connectors[platform]
  return {
    egressIps: connector?.connections.appKeys?.listsCallers === true ? [...ctx.settings.egressIps] : null,
    callbackUrl: connector?.webhooks?.scope === 'account' ? ctx.publicApiUrl + callbackPath(platform, accountId) : null,
  }
}

interface Next {
  userId: string
  platform: PlatformKey
  /** Accounts of this platform that the person ever connected, those that are disconnected too. */
  before: number
}

/**
 * The id that the person's next account of a platform will have: its callback address can be shown before there is one, and nobody else can
 * work it out. A UUIDv7 in form, of the person's own time.
 */
export function nextAccountId({ secrets }: Pick<DomainContext, 'secrets'>, { userId, platform, before }: Next): string {
  const [mark] = secrets.marks(`${userId} ${platform} ${before}`, 'platform account')
  const digits = Buffer.from(mark).toString('hex')
  const hex = `${userId.replaceAll('-', '').slice(0, 12)}7${digits.slice(0, 3)}8${digits.slice(3, 18)}`
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
