import { randomBytes } from 'node:crypto'
import { Router } from 'express'
import { jsonAnswer } from '../../core/answer.ts'
import type { Plug, SandboxState } from '../../core/plug.ts'
import { serveSimple } from '../../core/serve-simple.ts'
import { createConsents, type Consents } from '../consent.ts'
import { publishingControlRoutes } from '../control-routes.ts'
import { publishingFaults } from '../publishing-faults.ts'
import { openRoom, type Room } from '../room.ts'
import { serveCall, type Call } from '../serve-call.ts'
import { ownerOf } from '../token-book.ts'
import { app, done, refused, vendor } from './answers.ts'
import { ksEndpoints, type Endpoint } from './endpoints.ts'
import { openKsAccount, type KsAccount } from './ks-account.ts'
import { uploadHost } from './uploads.ts'

type Accounts = ReadonlyMap<string, KsAccount>

function withToken(accounts: Accounts, { scope }: Endpoint, { query }: Call): KsAccount {
  if (query.get('app_id') !== app.id) throw refused('100200101')
  const token = query.get('access_token') ?? ''
  const account = accounts.get(ownerOf(token))
  const state = account?.tokens.state('access', token) ?? 'unknown'
  if (!account || state === 'unknown') throw refused('100200109')
  if (state === 'lapsed') throw refused('100200108')
  if (!account.tokens.scopesOf(token).includes(scope)) throw refused('100200103')
  return account
}

function tokensOf(account: KsAccount, scopes: readonly string[]) {
  const { accessSeconds, refreshSeconds } = account.settings
  return done({
    access_token: account.tokens.issue('access', accessSeconds, scopes),
    expires_in: accessSeconds,
    refresh_token: account.tokens.issue('refresh', refreshSeconds, scopes),
    refresh_token_expires_in: refreshSeconds,
    open_id: account.openId,
    scopes,
  })
}

function checkApp({ query }: Call): void {
  if (query.get('app_id') !== app.id || query.get('app_secret') !== app.secret) throw refused('100200101')
}

function exchange(accounts: Accounts, consents: Consents) {
  return (call: Call) => {
    checkApp(call)
    const granted = consents.take(call.query.get('code') ?? '')
    const account = granted ? accounts.get(granted.accountId) : undefined
    if (!granted || !account || call.query.get('grant_type') !== 'authorization_code') throw refused('100200102')
    return { account, run: () => tokensOf(account, granted.scopes) }
  }
}

function renew(accounts: Accounts) {
  return (call: Call) => {
    checkApp(call)
    const token = call.query.get('refresh_token') ?? ''
    const account = accounts.get(ownerOf(token))
    const state = account?.tokens.state('refresh', token) ?? 'unknown'
    if (!account || state !== 'good') throw refused(state === 'lapsed' ? '100200113' : '100200109')
    const scopes = account.tokens.scopesOf(token)
    return {
      account,
      run() {
        account.tokens.end('access')
        return tokensOf(account, scopes)
      },
    }
  }
}

function routes(accounts: Accounts, room: Room, consents: Consents) {
  return (state: SandboxState): Router => {
    const router = Router().use('/__ctl', publishingControlRoutes(room))
    router.get('/oauth2/authorize', consents.serve('app_id', app.id))
    router.get('/oauth2/access_token', serveCall(state, vendor, '/oauth2/access_token', exchange(accounts, consents)))
    router.get('/oauth2/refresh_token', serveCall(state, vendor, '/oauth2/refresh_token', renew(accounts)))
    for (const [path, endpoint] of Object.entries(ksEndpoints)) {
      const serve = serveCall(state, vendor, path, (call) => {
        const account = withToken(accounts, endpoint, call)
        return { account, run: () => endpoint.run(account, call) }
      })
      if (endpoint.method === 'GET') router.get(path, serve)
      else router.post(path, serve)
    }
    for (const [path, run] of Object.entries(uploadHost)) {
      const serve = serveCall(state, vendor, path, (call) => {
        const account = accounts.get(ownerOf(call.query.get('upload_token') ?? ''))
        if (!account) throw refused('120002')
        return { account, run: () => run(account, call) }
      })
      router.post(`/upload-host${path}`, serve)
    }
    return router.use(
      serveSimple(state, vendor.key, () => jsonAnswer(404, { result: 100_404, error_msg: 'not found' })),
    )
  }
}

export function kuaishouPlug(): { plug: Plug; room: Room } {
  const about = { vendor: vendor.key, name: '快手', path: '/publishing/kuaishou', hosts: ['www.kuaishou.com'] }
  const { room, accounts } = openRoom(about, openKsAccount)
  const consents = createConsents(room, () => randomBytes(16).toString('hex'))
  const plug: Plug = {
    key: vendor.key,
    name: about.name,
    aliases: [],
    path: room.path,
    routes: routes(accounts, room, consents),
    credentials: null,
    faults: publishingFaults({
      'rate-limit': '429 result 100429',
      'server-error': '500 result 100500',
      'token-lapsed': '200 result 100200108',
      'quota-used': '200 result 120003',
    }),
    reset() {
      room.reset()
      consents.clear()
    },
    controls: { key: `${app.id} / ${app.secret}`, model: '/openapi/photo/publish', addresses: [room.path] },
  }
  return { plug, room }
}
