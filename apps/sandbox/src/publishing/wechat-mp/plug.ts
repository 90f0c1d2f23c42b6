import { Router } from 'express'
import { z } from 'zod'
import { jsonAnswer } from '../../core/answer.ts'
import type { Plug, SandboxState } from '../../core/plug.ts'
import { serveSimple } from '../../core/serve-simple.ts'
import type { Notice } from '../../payments/notice-courier.ts'
import { ControlRefused, findPiece, parsed, publishingControlRoutes } from '../control-routes.ts'
import { publishingFaults } from '../publishing-faults.ts'
import { openRoom, type Room } from '../room.ts'
import { serveCall, textOf, type Call } from '../serve-call.ts'
import { ownerOf } from '../token-book.ts'
import { done, refused, vendor } from './answers.ts'
import { mpEndpoints, sendOut } from './endpoints.ts'
import type { Draft, MpAccount } from './mp-account.ts'
import { noticeOf, openMpAccount } from './open-mp-account.ts'

type Accounts = ReadonlyMap<string, MpAccount>

/** @throws Refused as the platform words a caller that is not on the list */
function checkCaller({ settings }: MpAccount, { ip }: Call): void {
  if (settings.allowedIps === null || settings.allowedIps.includes(ip)) return
  throw refused(
    '40164',
    `invalid ip ${ip.replace('::ffff:', '')} ipv6 ::ffff:${ip.replace('::ffff:', '')}, not in whitelist`,
  )
}

function withToken(accounts: Accounts, call: Call): MpAccount {
  const token = call.query.get('access_token') ?? ''
  if (token === '') throw refused('41001')
  const account = accounts.get(ownerOf(token))
  const state = account?.tokens.state('access', token) ?? 'unknown'
  if (!account || state === 'unknown') throw refused('40001')
  if (state === 'lapsed') throw refused('42001')
  checkCaller(account, call)
  return account
}

/** One that is good is given again until it is asked to be made anew; the old one then lives for five minutes. */
const held = new WeakMap<MpAccount, string>()

function token(account: MpAccount, isForced: boolean) {
  const old = held.get(account)
  if (!isForced && old !== undefined && account.tokens.state('access', old) === 'good') return old
  account.tokens.end('access', 300)
  const fresh = account.tokens.issue('access', account.settings.accessSeconds)
  held.set(account, fresh)
  return fresh
}

function serveToken(accounts: Accounts, isStable: boolean) {
  return (call: Call) => {
    const { fields, query } = call
    const given = (name: string) => (isStable ? textOf(fields[name]) : (query.get(name) ?? ''))
    if (given('grant_type') !== 'client_credential') throw refused('40002')
    const account = [...accounts.values()].find(({ appId }) => appId === given('appid'))
    if (!account) throw refused('40013')
    checkCaller(account, call)
    if (given('secret') !== account.appSecret) throw refused('40125')
    const run = () =>
      done({
        access_token: token(account, !isStable || fields.force_refresh === true),
        expires_in: account.settings.accessSeconds,
      })
    return { account, run }
  }
}

const noticeInput = z.strictObject({
  piece: z.string().min(1),
  variants: z.array(z.enum(['forged', 'stale', 'other-app'])).default([]),
  times: z.number().int().min(1).max(50).default(1),
})

/** Delivered now, as often as asked; answers with what was said to it. */
async function notify(account: MpAccount, body: unknown) {
  const { piece: name, variants, times } = parsed(noticeInput, body)
  const piece = findPiece(account, name)
  const notice = piece ? noticeOf(account, piece, variants) : null
  if (!notice || !account.courier) throw new ControlRefused(409, 'nobody is told of it')
  const { courier } = account
  const told: Notice = { ...notice, attempts: [], nextAt: null }
  return { attempts: await Promise.all(Array.from({ length: times }, () => courier.deliver(told))) }
}

const draftInput = z.strictObject({ draft: z.string().min(1) })

function draftNamed(account: MpAccount, body: unknown): Draft {
  const draft = account.drafts.get(parsed(draftInput, body).draft)
  if (!draft) throw new ControlRefused(404, 'no such draft')
  return draft
}

/** At the console: who may not publish by a call still may by hand. */
function publishByHand(account: MpAccount, body: unknown) {
  const draft = draftNamed(account, body)
  const piece = sendOut(account, draft)
  account.drafts.delete(draft.id)
  return piece
}

const dropDraft = (account: MpAccount, body: unknown) => account.drafts.delete(draftNamed(account, body).id)

function routes(accounts: Accounts, room: Room) {
  return (state: SandboxState): Router => {
    const router = Router().use('/__ctl', publishingControlRoutes(room))
    router.post('/cgi-bin/stable_token', serveCall(state, vendor, '/cgi-bin/stable_token', serveToken(accounts, true)))
    router.get('/cgi-bin/token', serveCall(state, vendor, '/cgi-bin/token', serveToken(accounts, false)))
    for (const [path, endpoint] of Object.entries(mpEndpoints)) {
      const look = (call: Call) => {
        const account = withToken(accounts, call)
        return { account, run: () => endpoint(account, call) }
      }
      router.post(path, serveCall(state, vendor, path, look))
      router.get(
        path,
        serveSimple(state, vendor.key, () => refused('43002').answer),
      )
    }
    return router.use(serveSimple(state, vendor.key, () => jsonAnswer(404, { errcode: 404, errmsg: 'not found' })))
  }
}

export function wechatMpPlug(): { plug: Plug; room: Room } {
  const goneWords = { deleted: '该内容已被发布者删除', banned: '此内容因违规无法查看' }
  const place = { path: '/publishing/wechat-mp', hosts: ['mp.weixin.qq.com'] }
  const about = { vendor: vendor.key, name: '公众号', ...place, goneWords }
  const { room, accounts } = openRoom(about, openMpAccount, {
    notices: notify,
    'publish-draft': publishByHand,
    'drop-draft': dropDraft,
  })
  const plug: Plug = {
    key: vendor.key,
    name: about.name,
    aliases: ['wechat_official', 'wechat-mp'],
    path: room.path,
    routes: routes(accounts, room),
    credentials: null,
    faults: publishingFaults({
      'rate-limit': '200 errcode 45011',
      'server-error': '200 errcode -1',
      'token-lapsed': '200 errcode 42001',
      'quota-used': '200 errcode 45009',
    }),
    reset: room.reset,
    controls: {
      key: 'GET /publishing/wechat-mp/__ctl/accounts/default',
      model: '/cgi-bin/freepublish/submit',
      addresses: [room.path],
    },
  }
  return { plug, room }
}
