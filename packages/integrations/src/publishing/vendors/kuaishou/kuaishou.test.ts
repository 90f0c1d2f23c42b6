import { VendorError } from '@mozhou/contracts/vendor-error'
import { describe, expect, it } from 'vitest'
import { jsonOf } from '../../../ai/testing/vendor-server.ts'
import { inputOf } from '../../testing/given-works.ts'
import { answerOf, withServer } from '../../testing/scene.ts'
import { at, oauthCredentials, sessionOf, targetOf } from '../../testing/targets.ts'
import { kuaishouConnector } from './connector.ts'
import { kinds } from './errors.ts'

const never = new AbortController().signal
const input = inputOf({ platform: 'kuaishou', contentType: 'video', route: 'api' })
const film = {
  mediaId: 'film',
  size: 5_000,
  token: 'up-1',
  endpoint: 'upload.example',
  startedAt: at,
  fragments: 0,
  isDone: true,
}
const uploads = { version: 1 as const, film }
const session = () => sessionOf(oauthCredentials(['user_video_publish']))

it('the address for permission names what is asked for, and our application', () => {
  const { oauth } = kuaishouConnector(targetOf('kuaishou')).connections
  const url = new URL(oauth?.authorizeUrl({ redirectUrl: 'https://mozhou.example/back?x=1', state: 's&1' }) ?? '')
  expect(url.origin + url.pathname).toBe('https://open.kuaishou.com/oauth2/authorize')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    app_id: 'app-1',
    scope: 'user_info,user_video_publish,user_video_info,user_video_delete',
    response_type: 'code',
    redirect_uri: 'https://mozhou.example/back?x=1',
    state: 's&1',
    ua: 'pc',
  })
})

it('without an application of ours, only the way by hand is offered', () => {
  expect(Object.keys(kuaishouConnector(targetOf('kuaishou', { app: null })).connections)).toEqual(['assisted'])
})

it('a submit sends cover and caption as a form, and the token in the address', () =>
  withServer(async (server) => {
    server.play(answerOf('kuaishou', 'published'))
    const connector = kuaishouConnector(targetOf('kuaishou', { baseUrl: server.url }))
    const submission = await connector.submit(session(), input, uploads, never)
    expect(submission).toMatchObject({ outcome: 'accepted', ref: { id: '3xabcdefghij', names: { seen: 'pending' } } })
    const [request] = server.requests
    expect(request?.path).toBe('/openapi/photo/publish?app_id=app-1&access_token=access-1&upload_token=up-1')
    const form = await request?.form()
    expect(form?.get('caption')).toBe('山里的早晨很安静。\r\n\r\n#露营 #周末')
    expect(form?.get('cover')).toMatchObject({ type: 'image/png', name: 'upload.png' })
  }))

it('a token that stays refused disconnects the account, after it was renewed once', () =>
  withServer(async (server) => {
    server.play(answerOf('kuaishou', 'lapsed'))
    const connector = kuaishouConnector(targetOf('kuaishou', { baseUrl: server.url }))
    const account = session()
    const submission = await connector.submit(account, input, uploads, never)
    expect(submission).toMatchObject({ outcome: 'refused', refusal: { error: { kind: 'account_disconnected' } } })
    expect([account.renewals, server.requests.length]).toEqual([1, 2])
  }))

it.each(['upload.example@127.0.0.1', 'a/../../b?x=', 'http://x', 'a b'])(
  'an endpoint that is no host (%s) is not called',
  (endpoint) =>
    withServer(async (server) => {
      server.play(jsonOf(200, { result: 1, upload_token: 'up-1', endpoint }))
      const connector = kuaishouConnector(targetOf('kuaishou', { baseUrl: server.url }))
      const prepared = connector.prepare(session(), input, { uploads: null, save: () => Promise.resolve() }, never)
      await expect(prepared).rejects.toMatchObject({
        kind: 'unavailable',
        mediaId: 'film',
        details: { vendorCode: 'answer_without_endpoint' },
      })
    }),
)

it('what lies on the public internet is called by nothing but https', async () => {
  const connector = kuaishouConnector(targetOf('kuaishou', { network: 'public', baseUrl: 'http://127.0.0.1:1' }))
  const submission = await connector.submit(session(), input, uploads, never)
  expect(submission).toMatchObject({
    outcome: 'refused',
    refusal: { error: { details: { vendorCode: 'ADDRESS_REFUSED' } } },
  })
})

describe('an upload of yesterday', () => {
  it('is not counted upon', () =>
    withServer(async (server) => {
      server.play(
        jsonOf(200, { result: 1, upload_token: 'up-2', endpoint: server.url.replace('http://', '') }),
        jsonOf(200, { result: 1 }),
      )
      const connector = kuaishouConnector(targetOf('kuaishou', { baseUrl: server.url }))
      const old = { version: 1 as const, film: { ...film, startedAt: '2026-11-29T12:00:00.000Z' } }
      const prepared = await connector.prepare(session(), input, { uploads: old, save: () => Promise.resolve() }, never)
      expect(prepared.uploads).toMatchObject({ film: { token: 'up-2', isDone: true } })
      expect(server.requests.map(({ path }) => path.split('?')[0])).toEqual([
        '/openapi/photo/start_upload',
        '/api/upload',
      ])
    }))
})

it.each(Object.entries(kinds).filter(([code]) => !['120001', '100120001'].includes(code)))(
  '%s is %s, and is told in words',
  (code, kind) =>
    withServer(async (server) => {
      server.play(jsonOf(200, { result: Number(code), error_msg: 'x' }))
      const connector = kuaishouConnector(targetOf('kuaishou', { baseUrl: server.url }))
      const error = await connector.lookUp(session(), { id: '3x', names: {} }, never).catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ kind, details: { vendorCode: code } })
      expect(connector.explain(error as VendorError).words.zh).not.toBe('')
      expect(error).toBeInstanceOf(VendorError)
    }),
)

it.each(['120001', '100120001'])('%s of one that was never seen is no end', (code) =>
  withServer(async (server) => {
    server.play(jsonOf(200, { result: Number(code), error_msg: 'photo not exist' }))
    const connector = kuaishouConnector(targetOf('kuaishou', { baseUrl: server.url }))
    expect(await connector.lookUp(session(), { id: '3x', names: {} }, never)).toMatchObject({
      state: 'absent',
      askAgainMs: 15_000,
    })
  }),
)
