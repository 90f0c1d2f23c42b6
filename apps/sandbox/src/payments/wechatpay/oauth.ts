import { createHash, randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import { jsonAnswer } from '../../core/answer.ts'
import type { Exchange } from '../../core/exchange.ts'
import type { SandboxState } from '../../core/plug.ts'
import { serveSimple } from '../../core/serve-simple.ts'
import { identityPage, refusedPage } from '../phone/identity-page.ts'
import type { WechatAccount } from './account.ts'
import { vendor, type Accounts } from './serve.ts'

/** developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html, read 2026-11. */
const codeLifeMs = 5 * 60_000
const refusals = {
  40002: 'invalid grant_type',
  40013: 'invalid appid',
  40029: 'invalid code',
  40125: 'invalid appsecret',
  40163: 'code been used',
  [-1]: 'system error',
} as const
type Refusal = keyof typeof refusals

function accountOf(accounts: Accounts, appId: string): WechatAccount | undefined {
  return [...accounts.values()].find((account) => account.appId === appId)
}

/** The same person at the same app is always the same one, and another at another app. */
export function openIdOf({ appId }: Pick<WechatAccount, 'appId'>, who: string): string {
  return `o${createHash('sha256').update(`${appId} ${who}`).digest('base64url').slice(0, 27)}`
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** What WeChat itself would not open: an app it does not know, an address that is none, a scope that asks for more than who it is. */
function whyRefused(query: Request['query'], account: WechatAccount | undefined): string | null {
  if (!account) return 'AppID 参数错误'
  if (query['response_type'] !== 'code' || query['scope'] !== 'snsapi_base') return 'Scope 参数错误或没有 Scope 权限'
  const address = textOf(query['redirect_uri'])
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) return 'redirect_uri 参数错误'
  return /^[A-Za-z0-9]{0,128}$/.test(textOf(query['state'])) ? null : 'state 参数错误'
}

/** Opened by WeChat's own scanner. There it goes back at once; here whoever holds the phone says first whose it is. */
export function serveAuthorize(accounts: Accounts) {
  return (request: Request, response: Response): void => {
    response.setHeader(
      'content-security-policy',
      "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    )
    const { query } = request
    const account = accountOf(accounts, textOf(query['appid']))
    const refusal = whyRefused(query, account)
    if (refusal !== null || !account) {
      response.status(400).send(refusedPage(refusal ?? ''))
      return
    }
    const who = textOf(query['who']).trim()
    const fields = Object.fromEntries(
      ['appid', 'redirect_uri', 'response_type', 'scope', 'state'].map((name) => [name, textOf(query[name])]),
    )
    response.send(identityPage({ fields, who, back: who === '' ? null : backWith(account, fields, who) }))
  }
}

function backWith(account: WechatAccount, fields: Readonly<Record<string, string>>, who: string): string {
  const code = randomUUID().replaceAll('-', '')
  const expiresAt = new Date(account.clock.now().getTime() + codeLifeMs)
  account.oauthCodes.set(code, { openId: openIdOf(account, who), expiresAt, isUsed: false })
  const back = new URL(fields['redirect_uri'] ?? '')
  back.searchParams.set('code', code)
  back.searchParams.set('state', fields['state'] ?? '')
  return back.href
}

/** Answers 200 whatever happened, as WeChat does. */
export function serveToken(state: SandboxState, accounts: Accounts) {
  return serveSimple(state, vendor, (exchange) => jsonAnswer(200, tokenOf(accounts, exchange)))
}

function tokenOf(accounts: Accounts, { state, query }: Exchange): object {
  const account = accountOf(accounts, query.get('appid') ?? '')
  if (!account) return refused(40013)
  if (state.behaviors.takeListed(vendor, [account.id, 'oauth'], ['server-error']).length > 0) return refused(-1)
  if (query.get('secret') !== account.appSecret) return refused(40125)
  if (query.get('grant_type') !== 'authorization_code') return refused(40002)
  const known = account.oauthCodes.get(query.get('code') ?? '')
  if (!known || known.expiresAt <= account.clock.now()) return refused(40029)
  if (known.isUsed) return refused(40163)
  known.isUsed = true
  const tokens = { access_token: randomUUID(), expires_in: 7200, refresh_token: randomUUID() }
  return { ...tokens, openid: known.openId, scope: 'snsapi_base' }
}

function refused(errcode: Refusal): { errcode: number; errmsg: string } {
  return { errcode, errmsg: refusals[errcode] }
}
