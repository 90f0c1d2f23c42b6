import { randomBytes } from 'node:crypto'
import { Router } from 'express'
import { z } from 'zod'
import { jsonAnswer } from '../../core/answer.ts'
import type { Plug, SandboxState } from '../../core/plug.ts'
import { serveSimple } from '../../core/serve-simple.ts'
import type { Notice } from '../../payments/notice-courier.ts'
import { createConsents, type Consents } from '../consent.ts'
import { ControlRefused, findPiece, parsed, publishingControlRoutes } from '../control-routes.ts'
import { publishingFaults } from '../publishing-faults.ts'
import { openRoom, type Room } from '../room.ts'
import { serveCall, textOf, type Call } from '../serve-call.ts'
import { ownerOf } from '../token-book.ts'
import { app, done, refused, vendor } from './answers.ts'
import { noticeOf, openDyAccount, type DyAccount } from './dy-account.ts'
import { dyEndpoints, type Endpoint } from './endpoints.ts'
import { createShareDesk, type ShareDesk } from './share.ts'

type Accounts = ReadonlyMap<string, DyAccount>

function withToken(accounts: Accounts, { scope }: Endpoint, { exchange, query }: Call): DyAccount {
  const token = textOf(exchange.request.headers['access-token'])
  const account = accounts.get(ownerOf(token))
  const state = account?.tokens.state('access', token) ?? 'unknown'
  if (!account || state === 'unknown' || query.get('open_id') !== account.openId) throw refused('2190002')
  if (state === 'lapsed') throw refused('2190008')
  if (!account.tokens.scopesOf(token).includes(scope)) throw refused('28001012')
  return account
}

function tokensOf(account: DyAccount, scopes: readonly string[], refresh?: string) {
  const { accessSeconds, refreshSeconds } = account.settings
  return done({
    access_token: account.tokens.issue('access', accessSeconds, scopes),
    expires_in: accessSeconds,
    refresh_token: refresh ?? account.tokens.issue('refresh', refreshSeconds, scopes),
    refresh_expires_in: refreshSeconds,
    open_id: account.openId,
    scope: scopes.join(','),
  })
}

function exchange(accounts: Accounts, consents: Consents) {
  return ({ fields }: Call) => {
    if (fields.client_key !== app.id || fields.client_secret !== app.secret) throw refused('10003')
    const granted = consents.take(textOf(fields.code))
    const account = granted ? accounts.get(granted.accountId) : undefined
    if (!granted || !account || fields.grant_type !== 'authorization_code') throw refused('10007')
    return { account, run: () => tokensOf(account, granted.scopes) }
  }
}

function refreshing(accounts: Accounts, { fields }: Call) {
  const token = textOf(fields.refresh_token)
  const account = accounts.get(ownerOf(token))
  if (fields.client_key !== app.id) throw refused('10003')
  if (!account || account.tokens.state('refresh', token) !== 'good') throw refused('10010')
  return { account, token }
}

const refresh = (accounts: Accounts) => (call: Call) => {
  const { account, token } = refreshing(accounts, call)
  return { account, run: () => tokensOf(account, account.tokens.scopesOf(token), token) }
}

const mostRenewals = 5

const renew = (accounts: Accounts) => (call: Call) => {
  const { account, token } = refreshing(accounts, call)
  if (account.renewals >= mostRenewals) throw refused('10020')
  const run = () => {
    account.renewals += 1
    const { refreshSeconds } = account.settings
    const fresh = account.tokens.issue('refresh', refreshSeconds, account.tokens.scopesOf(token))
    return done({ refresh_token: fresh, expires_in: refreshSeconds })
  }
  return { account, run }
}

const noticeInput = z.strictObject({
  piece: z.string().min(1),
  variants: z.array(z.enum(['forged', 'item-only', 'content-as-text', 'other-app'])).default([]),
  times: z.number().int().min(1).max(50).default(1),
})

async function notify(account: DyAccount, body: unknown) {
  const { piece: name, variants, times } = parsed(noticeInput, body)
  const piece = findPiece(account, name)
  const notice = piece ? noticeOf(account, piece, variants) : null
  if (!notice || !account.courier) throw new ControlRefused(409, 'nobody is told of it')
  const { courier } = account
  const told: Notice = { ...notice, attempts: [], nextAt: null }
  return { attempts: await Promise.all(Array.from({ length: times }, () => courier.deliver(told))) }
}

function routes(accounts: Accounts, room: Room, consents: Consents, desk: ShareDesk) {
  return (state: SandboxState): Router => {
    const router = Router().use('/__ctl', publishingControlRoutes(room))
    const on = (path: string, look: Parameters<typeof serveCall>[3]) => serveCall(state, vendor, path, look)
    router.get('/platform/oauth/connect/', consents.serve('client_key', app.id))
    router.post('/oauth/access_token/', on('/oauth/access_token/', exchange(accounts, consents)))
    router.post('/oauth/refresh_token/', on('/oauth/refresh_token/', refresh(accounts)))
    router.post('/oauth/renew_refresh_token/', on('/oauth/renew_refresh_token/', renew(accounts)))
    router.post('/oauth/client_token/', on('/oauth/client_token/', desk.clientToken))
    router.get('/open/getticket/', on('/open/getticket/', desk.ticket))
    router.post('/share-id/', on('/share-id/', desk.share))
    for (const [path, endpoint] of Object.entries(dyEndpoints)) {
      const serve = on(path, (call) => {
        const account = withToken(accounts, endpoint, call)
        return { account, run: () => endpoint.run(account, call) }
      })
      if (endpoint.method === 'GET') router.get(path, serve)
      else router.post(path, serve)
    }
    return router.use(serveSimple(state, vendor.key, () => jsonAnswer(404, { message: 'Not Found' })))
  }
}

export function douyinPlug(): { plug: Plug; room: Room } {
  const about = { vendor: vendor.key, name: '抖音', path: '/publishing/douyin', hosts: ['www.douyin.com'] }
  const desk = createShareDesk()
  const { room, accounts } = openRoom(about, openDyAccount, { scan: desk.scan, notices: notify })
  const consents = createConsents(room, () => randomBytes(16).toString('hex'))
  const plug: Plug = {
    key: vendor.key,
    name: about.name,
    aliases: [],
    path: room.path,
    routes: routes(accounts, room, consents, desk),
    credentials: null,
    faults: publishingFaults({
      'rate-limit': '200 error_code 10020',
      'server-error': '200 error_code 28001005',
      'token-lapsed': '200 error_code 2190008',
      'quota-used': '200 error_code 28003017',
    }),
    reset() {
      room.reset()
      consents.clear()
      desk.clear()
    },
    controls: { key: `${app.id} / ${app.secret}`, model: '/share-id/', addresses: [room.path] },
  }
  return { plug, room }
}
