import type { Request, Response } from 'express'
import { escapeHtml } from '../core/control/escape-html.ts'
import { consolePage, securityPolicy } from './console-html.ts'
import type { Account } from './account.ts'
import type { Room } from './room.ts'

export interface GrantedCode {
  accountId: string
  scopes: readonly string[]
  redirectUrl: string
  until: number
}

/** Codes that were handed out for permissions, each good for one exchange within some minutes. */
export interface Consents {
  serve(appIdName: string, appId: string): (request: Request, response: Response) => void
  /** Null for a code that is unknown, used or late. */
  take(code: string): GrantedCode | null
  clear(): void
}

const codeLifeMs = 300_000
const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

export function createConsents(room: Room, newCode: () => string): Consents {
  const codes = new Map<string, GrantedCode>()

  function allow(account: Account, asked: readonly string[], redirect: URL): string {
    const { grants } = account.settings
    const scopes = grants === null ? asked : asked.filter((scope) => grants.includes(scope))
    const code = newCode()
    codes.set(code, { accountId: account.id, scopes, redirectUrl: redirect.href, until: Date.now() + codeLifeMs })
    return code
  }

  function page(request: Request, asked: readonly string[]): string {
    const linkOf = (account: Account) => {
      const query = new URLSearchParams(request.originalUrl.split('?', 2)[1])
      query.set('who', account.id)
      return `${request.originalUrl.split('?', 1)[0]}?${query.toString()}`
    }
    const item = (account: Account) =>
      `<li><a class="main" href="${escapeHtml(linkOf(account))}">用 ${escapeHtml(account.settings.name)} 同意</a></li>`
    const scopes = asked.map((scope) => `<li><code>${escapeHtml(scope)}</code></li>`).join('')
    const accounts = [...room.accounts.values()].slice(0, 20).map(item).join('')
    return consolePage(
      `${room.name}授权`,
      `<h1>${escapeHtml(room.name)}授权</h1><p>应用请求：</p><ul>${scopes}</ul><ul class="choices">${accounts}</ul>`,
    )
  }

  return {
    serve: (appIdName, appId) => (request, response) => {
      response.setHeader('content-security-policy', securityPolicy)
      const { query } = request
      const address = textOf(query.redirect_uri)
      const isGood = query.response_type === 'code' && query[appIdName] === appId
      if (!isGood || !URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
        response
          .status(400)
          .send(consolePage('无法授权', '<h1>无法授权</h1><p>应用编号、response_type 或 redirect_uri 不对。</p>'))
        return
      }
      const asked = textOf(query.scope)
        .split(',')
        .filter((scope) => scope !== '')
      const who = textOf(query.who)
      const account = who === '' ? undefined : room.accounts.get(who)
      if (!account) {
        response.send(page(request, asked))
        return
      }
      const back = new URL(address)
      back.searchParams.set('code', allow(account, asked, back))
      back.searchParams.set('state', textOf(query.state))
      response.redirect(302, back.href)
    },
    take(code) {
      const granted = codes.get(code)
      codes.delete(code)
      return granted && granted.until > Date.now() ? granted : null
    },
    clear: () => codes.clear(),
  }
}
