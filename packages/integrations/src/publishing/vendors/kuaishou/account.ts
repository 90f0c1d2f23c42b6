import { assistedCapability } from '../../assisted/assisted-parts.ts'
import { disconnected, expiresIn } from '../../account-access.ts'
import type { AccountSession, Capability, Connected, Credentials, OAuthWay } from '../../account-port.ts'
import { callPlatform, idIn, missingIn, recordIn, textIn } from '../../platform-call.ts'
import type { PublishingTarget } from '../../port.ts'
import { accessTo, appOf, baseOf, call, dialect, urlOf } from './client.ts'
import { vendor } from './errors.ts'

const scopes = ['user_info', 'user_video_publish', 'user_video_info', 'user_video_delete'] as const
const twoDays = 172_800
const halfYear = 15_552_000

type Given = Readonly<Record<string, string>>

async function drawTokens(
  target: PublishingTarget,
  path: string,
  given: Given,
  old: readonly string[],
  signal: AbortSignal,
) {
  const { id, secret } = appOf(target)
  const url = urlOf(target, path, { app_id: id, app_secret: secret, ...given })
  const source = path.replace('/oauth2/', '')
  const { body } = await callPlatform(target, dialect, { source, mode: 'safe', method: 'GET', url }, signal)
  const [access, refresh] = [textIn(body.access_token), textIn(body.refresh_token)]
  const openId = idIn(body.open_id) ?? given.open_id ?? null
  if (access === null || refresh === null || openId === null) throw missingIn(vendor, 'safe', 'token')
  const now = target.clock.now()
  const granted = Array.isArray(body.scopes) ? body.scopes.filter((scope) => typeof scope === 'string') : old
  return {
    way: 'oauth',
    openId,
    access: { value: access, expiresAt: expiresIn(now, body.expires_in, twoDays) },
    refresh: { value: refresh, expiresAt: expiresIn(now, body.refresh_token_expires_in, halfYear) },
    scopes: granted,
  } satisfies Credentials
}

/** @throws VendorError `account_disconnected` when the person has to allow it again */
export async function refreshTokens(
  target: PublishingTarget,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<Credentials> {
  if (credentials.way !== 'oauth') throw disconnected(vendor, 'no_token')
  const given = { grant_type: 'refresh_token', refresh_token: credentials.refresh.value, open_id: credentials.openId }
  return drawTokens(target, '/oauth2/refresh_token', given, credentials.scopes, signal)
}

const noPictures = {
  zh: '快手只开放了视频接口，图文由你在快手发布',
  en: 'Kuaishou opens its interface to films only; picture sets you publish yourself',
}
const notAllowed = {
  zh: '授权里没有发布视频的权限，重新连接时请勾选',
  en: 'The permission to publish films was not given',
}

function capabilitiesOf(granted: readonly string[]): Capability[] {
  const publishes = granted.includes('user_video_publish')
  const video: Capability = publishes
    ? { contentType: 'video', route: 'api', otherRoutes: ['assisted'], reason: null, declarable: null }
    : assistedCapability('video', notAllowed)
  return [video, assistedCapability('image_text', noPictures)]
}

export async function checkAccount(
  target: PublishingTarget,
  session: AccountSession,
  signal: AbortSignal,
): Promise<Connected> {
  const access = accessTo(session)
  const path = '/openapi/user_info'
  const { body } = await call(target, access, { path, mode: 'safe', method: 'GET' }, signal)
  const user = recordIn(body.user_info)
  const { credentials } = access
  if (credentials.way !== 'oauth') throw disconnected(vendor, 'no_token')
  const { openId } = credentials
  const profile = { externalId: openId, name: textIn(user.name) ?? openId, avatarUrl: textIn(user.head), url: null }
  return { credentials, profile, capabilities: capabilitiesOf(credentials.scopes) }
}

export const oauthWay = (target: PublishingTarget): OAuthWay => ({
  authorizeUrl({ redirectUrl, state }) {
    const query = {
      app_id: appOf(target).id,
      scope: scopes.join(','),
      response_type: 'code',
      redirect_uri: redirectUrl,
      state,
      ua: 'pc',
    }
    return `${baseOf(target)}/oauth2/authorize?${new URLSearchParams(query).toString()}`
  },
  async exchange({ code }, signal) {
    const given = { code, grant_type: 'authorization_code' }
    const credentials = await drawTokens(target, '/oauth2/access_token', given, [], signal)
    const renew = () => Promise.reject(disconnected(vendor, 'no_token'))
    return checkAccount(target, { credentials, renew }, signal)
  },
})
