import { VendorError } from '@mozhou/contracts/vendor-error'
import type { ContentType } from '@mozhou/platforms/platforms'
import { disconnected, expiresIn } from '../../account-access.ts'
import type { AccountSession, Capability, Connected, Credentials, OAuthWay } from '../../account-port.ts'
import { idIn, missingIn, recordIn, textIn } from '../../platform-call.ts'
import type { PublishingTarget } from '../../port.ts'
import { accessTo, appOf, baseOf, call, callPlain } from './client.ts'
import { vendor } from './errors.ts'

const day = 86_400
/** What is asked for; who may not have the second half is given the first. */
const scopes = ['user_info', 'video.create.bind', 'video.data.bind', 'video.list.bind'] as const

type OAuth = Extract<Credentials, { way: 'oauth' }>

async function drawTokens(
  target: PublishingTarget,
  path: string,
  fields: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<OAuth> {
  const body = new URLSearchParams({ client_key: appOf(target).id, ...fields })
  const reply = await callPlain(target, null, { path, mode: 'safe', method: 'POST', body }, signal)
  const data = recordIn(reply.body.data)
  const [access, refresh, openId] = [textIn(data.access_token), textIn(data.refresh_token), idIn(data.open_id)]
  if (access === null || refresh === null || openId === null) throw missingIn(vendor, 'safe', 'token')
  const now = target.clock.now()
  return {
    way: 'oauth',
    openId,
    access: { value: access, expiresAt: expiresIn(now, data.expires_in, 15 * day) },
    refresh: { value: refresh, expiresAt: expiresIn(now, data.refresh_expires_in, 30 * day) },
    scopes: (textIn(data.scope) ?? '').split(',').filter((scope) => scope !== ''),
  }
}

/** A refresh token lives for thirty days and may be prolonged five times; it is, in its last week. */
const prolongMs = 7 * day * 1_000

export async function refreshTokens(
  target: PublishingTarget,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<Credentials> {
  if (credentials.way !== 'oauth') throw disconnected(vendor, 'no_token')
  const fields = { grant_type: 'refresh_token', refresh_token: credentials.refresh.value }
  const drawn = await drawTokens(target, '/oauth/refresh_token/', fields, signal)
  const left = Date.parse(drawn.refresh.expiresAt) - target.clock.now().getTime()
  return left > prolongMs ? drawn : prolong(target, drawn, signal)
}

async function prolong(target: PublishingTarget, drawn: OAuth, signal: AbortSignal): Promise<OAuth> {
  try {
    const body = new URLSearchParams({ client_key: appOf(target).id, refresh_token: drawn.refresh.value })
    const request = { path: '/oauth/renew_refresh_token/', mode: 'safe', method: 'POST', body } as const
    const data = recordIn((await callPlain(target, null, request, signal)).body.data)
    const value = textIn(data.refresh_token)
    if (value === null) return drawn
    return { ...drawn, refresh: { value, expiresAt: expiresIn(target.clock.now(), data.expires_in, 30 * day) } }
  } catch (error) {
    // Five times are all: the account works until the old one ends, and its date is shown.
    if (error instanceof VendorError) return drawn
    throw error
  }
}

const noScope = {
  zh: '抖音只给少数机构直接发布的权限，一般账号扫码后在抖音 App 里发布',
  en: 'Only few institutions may publish directly; others scan a code and publish in the app',
}

export function capabilitiesOf(granted: readonly string[]): Capability[] {
  const isDirect = granted.includes('video.create.bind')
  return (['video', 'image_text'] as const satisfies ContentType[]).map((contentType) =>
    isDirect
      ? { contentType, route: 'api', otherRoutes: ['handoff', 'assisted'], reason: null, declarable: null }
      : { contentType, route: 'handoff', otherRoutes: ['assisted'], reason: noScope, declarable: null },
  )
}

export async function checkAccount(
  target: PublishingTarget,
  session: AccountSession,
  signal: AbortSignal,
): Promise<Connected> {
  const access = accessTo(session)
  const { body } = await call(target, access, { path: '/oauth/userinfo/', mode: 'safe', method: 'POST' }, signal)
  const { nickname, avatar } = recordIn(body.data)
  const { credentials } = access
  if (credentials.way !== 'oauth') throw disconnected(vendor, 'no_token')
  const { openId } = credentials
  const profile = { externalId: openId, name: textIn(nickname) ?? openId, avatarUrl: textIn(avatar), url: null }
  return { credentials, profile, capabilities: capabilitiesOf(credentials.scopes) }
}

export const oauthWay = (target: PublishingTarget): OAuthWay => ({
  authorizeUrl({ redirectUrl, state }) {
    const query = {
      client_key: appOf(target).id,
      response_type: 'code',
      scope: scopes.join(','),
      redirect_uri: redirectUrl,
      state,
    }
    return `${baseOf(target)}/platform/oauth/connect/?${new URLSearchParams(query).toString()}`
  },
  async exchange({ code }, signal) {
    const fields = { client_secret: appOf(target).secret, code, grant_type: 'authorization_code' }
    const credentials = await drawTokens(target, '/oauth/access_token/', fields, signal)
    const renew = () => Promise.reject(disconnected(vendor, 'no_token'))
    return checkAccount(target, { credentials, renew }, signal)
  },
})
