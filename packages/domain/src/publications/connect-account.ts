import { createHash, randomBytes } from 'node:crypto'
import { AppError } from '@mozhou/contracts/errors'
import type { ConnectAccountDto, PlatformAccountDto } from '@mozhou/contracts/publications/answers'
import type { CompleteConnectInput, ConnectAccountInput } from '@mozhou/contracts/publications/inputs'
import type { PublishingConnector } from '@mozhou/integrations/publishing/port'
import { storedPlatform } from '../stored-columns.ts'
import { connectorOf } from './connector-of.ts'
import { keepAccount } from './keep-account.ts'
import type { ConnectedBy } from './keep-account.ts'
import type { PublicationsContext } from './publications-context.ts'
import { toAppError } from './vendor-refusal.ts'

const waitMs = 15 * 60_000
const callMs = 30_000
/** Of the creators' app: where a platform sends people back to. */
export const connectedPath = '/publish/connected'

type Asked = ConnectAccountInput & { userId: string; by: ConnectedBy; webOrigin: string }

/**
 * Connects an account, or says where its person allows it first.
 * @throws AppError PLATFORM_WAY_NOT_OFFERED, PLATFORM_KEYS_REFUSED, PLATFORM_UNAVAILABLE, PLATFORM_ACCOUNT_LIMIT, VALIDATION_FAILED,
 * API_KEY_SCOPE_MISSING for a key that would go to the platform's page
 */
export async function connectAccount(ctx: PublicationsContext, asked: Asked): Promise<ConnectAccountDto> {
  const { userId, by, platform, way } = asked
  const connector = connectorOf(ctx, platform)
  // Whoever comes back from the platform's page is the person, who is signed in there.
  if (way === 'oauth' && by.isByApiKey) throw new AppError('API_KEY_SCOPE_MISSING')
  if (way === 'oauth') return { account: null, authorize: await beginOAuth(ctx, connector, asked) }
  const connected = way === 'keys' ? await byKeys(connector, asked) : byHand(connector, asked)
  return { account: await keepAccount(ctx, connector, { userId, by, platform, way, connected }), authorize: null }
}

async function byKeys({ connections, explain }: PublishingConnector, { keys = {} }: Asked) {
  const { appKeys } = connections
  if (!appKeys) throw new AppError('PLATFORM_WAY_NOT_OFFERED')
  for (const { name, isRequired } of appKeys.fields)
    if (isRequired && !keys[name]) throw new AppError('VALIDATION_FAILED', { field: `keys.${name}`, rule: 'required' })
  const known = new Set(appKeys.fields.map(({ name }) => name))
  for (const name of Object.keys(keys))
    if (!known.has(name)) throw new AppError('VALIDATION_FAILED', { field: `keys.${name}`, rule: 'unknown_field' })
  try {
    return await appKeys.connect(keys, AbortSignal.timeout(callMs))
  } catch (cause) {
    throw toAppError({ explain }, cause)
  }
}

function byHand({ connections }: PublishingConnector, { name = '', profileUrl = '' }: Asked) {
  if (!connections.assisted) throw new AppError('PLATFORM_WAY_NOT_OFFERED')
  if (name === '') throw new AppError('VALIDATION_FAILED', { field: 'name', rule: 'required' })
  const connected = connections.assisted.connect({ name, profileUrl: profileUrl === '' ? null : profileUrl })
  if (!connected) throw new AppError('VALIDATION_FAILED', { field: 'profileUrl', rule: 'url' })
  return connected
}

const hashOf = (state: string) => new Uint8Array(createHash('sha256').update(state).digest())

async function beginOAuth(
  ctx: PublicationsContext,
  { connections: { oauth } }: PublishingConnector,
  { userId, platform, webOrigin }: Asked,
): Promise<NonNullable<ConnectAccountDto['authorize']>> {
  if (!oauth) throw new AppError('PLATFORM_WAY_NOT_OFFERED')
  const state = randomBytes(24).toString('hex')
  const createdAt = ctx.clock.now()
  const expiresAt = new Date(createdAt.getTime() + waitMs)
  // One of a person and platform at a time: a page that they left is of no use any more.
  const data = { stateHash: hashOf(state), createdAt, expiresAt }
  await ctx.prisma.platformConnection.upsert({
    where: { userId_platform: { userId, platform } },
    create: { id: ctx.newId(), userId, platform, ...data },
    update: data,
    select: { id: true },
  })
  const url = oauth.authorizeUrl({ redirectUrl: webOrigin + connectedPath, state })
  return { url, expiresAt: expiresAt.toISOString(), isSandbox: ctx.playedPlatforms.has(platform) }
}

/**
 * Whoever comes back from the platform's page: the same person who went there, once, in time.
 * @throws AppError PLATFORM_CONNECT_INVALID, PLATFORM_KEYS_REFUSED, PLATFORM_UNAVAILABLE, PLATFORM_ACCOUNT_LIMIT
 */
export async function completeConnect(
  ctx: PublicationsContext,
  { userId, by, state, code, webOrigin }: CompleteConnectInput & { userId: string; by: ConnectedBy; webOrigin: string },
): Promise<PlatformAccountDto> {
  const platform = await take(ctx, userId, state)
  const connector = connectorOf(ctx, platform)
  const { oauth } = connector.connections
  if (!oauth) throw new AppError('PLATFORM_WAY_NOT_OFFERED')
  const redirectUrl = webOrigin + connectedPath
  try {
    const connected = await oauth.exchange({ code, redirectUrl }, AbortSignal.timeout(callMs))
    return await keepAccount(ctx, connector, { userId, by, platform, way: 'oauth', connected })
  } catch (cause) {
    throw toAppError(connector, cause)
  }
}

/** Good once, whatever the platform says then; of two that come with one state, one finds it. */
async function take(ctx: PublicationsContext, userId: string, state: string) {
  const stateHash = hashOf(state)
  const row = await ctx.prisma.platformConnection.findUnique({
    where: { stateHash },
    select: { userId: true, platform: true, expiresAt: true },
  })
  if (row === null || row.userId !== userId || row.expiresAt <= ctx.clock.now())
    throw new AppError('PLATFORM_CONNECT_INVALID')
  const { count } = await ctx.prisma.platformConnection.deleteMany({ where: { stateHash, userId } })
  if (count === 0) throw new AppError('PLATFORM_CONNECT_INVALID')
  return storedPlatform(row.platform)
}
