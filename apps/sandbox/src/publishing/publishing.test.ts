import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSandbox, type RunningSandbox } from '../testing/start-sandbox.ts'

let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(async () => {
  expect(sandbox.defects).toEqual([])
  await sandbox.stop()
})

type Fields = Record<string, unknown>

type Body = Fields | FormData | Uint8Array<ArrayBuffer>

async function send(
  method: 'GET' | 'POST',
  path: string,
  given?: Body,
  headers: Record<string, string> = {},
): Promise<Fields> {
  const isRaw = given instanceof FormData || given instanceof Uint8Array
  const body = given === undefined ? null : isRaw ? given : JSON.stringify(given)
  const type: Record<string, string> = isRaw ? {} : { 'content-type': 'application/json' }
  const init: RequestInit = { method, headers: { ...type, ...headers }, body }
  const response = await fetch(`${sandbox.url}/publishing${path}`, init)
  return (await response.json()) as Fields
}

const png = () => new Blob([Buffer.from('89504e470d0a1a0a', 'hex'), new Uint8Array(100)], { type: 'image/png' })
const withFile = (name: string, blob = png()) => {
  const form = new FormData()
  form.append(name, blob, 'a.png')
  return form
}

describe('公众号', () => {
  const at = '/wechat-mp'
  async function open(settings: Fields = {}) {
    const given = (await send('POST', `${at}/__ctl/accounts`, { reviewMs: 0, ...settings })) as Record<string, string>
    const { access_token: token } = await send('POST', `${at}/cgi-bin/stable_token`, {
      grant_type: 'client_credential',
      appid: given.appId,
      secret: given.appSecret,
    })
    const call = (path: string, body: Body, query = '') =>
      send('POST', `${at}/cgi-bin/${path}?access_token=${String(token)}${query}`, body)
    const { media_id: thumb } = await call('material/add_material', withFile('media'), '&type=image')
    const draft = (more: Fields = {}) =>
      call('draft/add', { articles: [{ title: '题', content: '<p>文</p>', thumb_media_id: thumb, ...more }] })
    return { given, token: String(token), call, draft }
  }

  it.each([
    [{ title: '题'.repeat(65) }, 45003],
    [{ title: '👨‍👩‍👧'.repeat(13) }, 45003],
    [{ digest: '摘'.repeat(129) }, 45004],
    [{ content: '文'.repeat(20_000) }, 45002],
    [{ content: '<p><img src="https://elsewhere.example/a.png"></p>' }, 45166],
    [{ content: '<script>1</script>' }, 45166],
    [{ thumb_media_id: 'nobody' }, 40007],
    [{ unknown_field: 1 }, 47001],
  ])('refuses a draft with %j', async (more, code) => {
    const { draft } = await open()
    expect(await draft(more)).toMatchObject({ errcode: code })
  })

  it('gives the same token until it is forced to make another, and the old one five minutes', async () => {
    const { given, token } = await open()
    const draw = (more: Fields) =>
      send('POST', `${at}/cgi-bin/stable_token`, {
        grant_type: 'client_credential',
        appid: given.appId,
        secret: given.appSecret,
        ...more,
      })
    expect((await draw({})).access_token).toBe(token)
    const forced = (await draw({ force_refresh: true })).access_token
    expect(forced).not.toBe(token)
    const ask = (given_: unknown) => send('POST', `${at}/cgi-bin/draft/count?access_token=${String(given_)}`, {})
    expect(await ask(token)).toEqual({ total_count: 0 })
    await send('POST', `${at}/__ctl/accounts/${given.id}/advance`, { ms: 301_000 })
    expect(await ask(token)).toMatchObject({ errcode: 42001 })
    expect(await ask(forced)).toEqual({ total_count: 0 })
    expect(await ask('x')).toMatchObject({ errcode: 40001 })
  })

  it('takes a draft out of the box when it is published', async () => {
    const { call, draft } = await open()
    const { media_id: id } = await draft()
    const { publish_id: publishId } = await call('freepublish/submit', { media_id: id })
    await expect.poll(async () => (await call('freepublish/get', { publish_id: publishId })).publish_status).toBe(0)
    expect(await call('draft/get', { media_id: id })).toMatchObject({ errcode: 40007 })
    expect(await call('freepublish/submit', { media_id: id })).toMatchObject({ errcode: 40007 })
  })

  it('does what a fault says, for that account and call alone', async () => {
    const [one, other] = [await open(), await open()]
    const model = `${one.given.id} /cgi-bin/draft/count`
    await sandbox.control('POST', '/behavior', { vendor: 'wechat_official', fault: 'token-lapsed', model })
    expect(await other.call('draft/count', {})).toEqual({ total_count: 0 })
    expect(await one.call('draft/count', {})).toMatchObject({ errcode: 42001 })
    expect(await one.call('draft/count', {})).toEqual({ total_count: 0 })
  })
})

describe('快手', () => {
  const at = '/kuaishou'
  const app = 'app_id=ks0000000000sandbox'
  async function open(scope = 'user_info,user_video_publish,user_video_info') {
    const { id } = await send('POST', `${at}/__ctl/accounts`, { reviewMs: 0 })
    const query = `${app}&response_type=code&scope=${scope}&redirect_uri=${encodeURIComponent('https://a.example/b')}&state=s&who=${String(id)}`
    const response = await fetch(`${sandbox.url}/publishing${at}/oauth2/authorize?${query}`, { redirect: 'manual' })
    const code = new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? ''
    const exchange = () =>
      send(
        'GET',
        `${at}/oauth2/access_token?${app}&app_secret=ks-sandbox-secret&code=${code}&grant_type=authorization_code`,
      )
    return { tokens: await exchange(), exchange }
  }

  it('takes a code once', async () => {
    const { tokens, exchange } = await open()
    expect(tokens).toMatchObject({ result: 1, expires_in: 172_800 })
    expect(await exchange()).toMatchObject({ result: 100_200_102 })
  })

  it('wants fragments in their order, and all of them', async () => {
    const { tokens } = await open()
    const { upload_token: upload, endpoint } = await send(
      'POST',
      `${at}/openapi/photo/start_upload?${app}&access_token=${String(tokens.access_token)}`,
    )
    expect(endpoint).toContain('/publishing/kuaishou/upload-host')
    const film = Buffer.concat([Buffer.from('0000001866747970', 'hex'), Buffer.alloc(100)])
    const put = (id: number) =>
      send(
        'POST',
        `${at}/upload-host/api/upload/fragment?upload_token=${String(upload)}&fragment_id=${id}`,
        new Uint8Array(film),
      )
    const end = (count: number) =>
      send('POST', `${at}/upload-host/api/upload/complete?upload_token=${String(upload)}&fragment_count=${count}`)
    expect(await put(1)).toMatchObject({ result: 100_400 })
    expect([(await put(0)).result, (await put(1)).result, (await put(1)).result]).toEqual([1, 1, 1])
    expect(await end(3)).toMatchObject({ result: 120_002 })
    const publish = () =>
      send(
        'POST',
        `${at}/openapi/photo/publish?${app}&access_token=${String(tokens.access_token)}&upload_token=${String(upload)}`,
        withFile('cover'),
      )
    expect(await publish()).toMatchObject({ result: 120_002 })
    expect(await end(2)).toMatchObject({ result: 1 })
    expect(await publish()).toMatchObject({ result: 1, video_info: { pending: true } })
    expect(await publish()).toMatchObject({ result: 120_002 })
  })

  it('does nothing that was not allowed', async () => {
    const { tokens } = await open('user_info')
    expect(
      await send('POST', `${at}/openapi/photo/start_upload?${app}&access_token=${String(tokens.access_token)}`),
    ).toMatchObject({ result: 100_200_103 })
  })
})

describe('抖音', () => {
  const at = '/douyin'
  async function share(sign: (nonce: string, ticket: string, time: string) => string) {
    const { id } = (await send('POST', `${at}/__ctl/accounts`, { reviewMs: 0 })) as Record<string, string>
    const app = { client_key: 'awsandbox0000000', client_secret: 'douyin-sandbox-secret' }
    const { data: drawn } = await send('POST', `${at}/oauth/client_token/`, { grant_type: 'client_credential', ...app })
    const headers = { 'access-token': String((drawn as Fields).access_token) }
    const { data: bound } = await send('GET', `${at}/open/getticket/`, undefined, headers)
    const { data: made } = await send('POST', `${at}/share-id/?need_callback=true`, undefined, headers)
    const time = String(Math.floor(Date.now() / 1_000))
    const fields = {
      client_key: app.client_key,
      state: String((made as Fields).share_id),
      nonce_str: 'n',
      timestamp: time,
      signature: sign('n', String((bound as Fields).ticket), time),
      title: '题',
      video_path: 'https://a.example/f.mp4',
    }
    const schema = `snssdk1128://openplatform/share?${new URLSearchParams(fields).toString()}`
    return send('POST', `${at}/__ctl/accounts/${id}/scan`, { schema })
  }
  const md5 = (text: string) => createHash('md5').update(text).digest('hex')

  it('opens what was signed in its order, and nothing else', async () => {
    expect(
      await share((nonce, ticket, time) => md5(`nonce_str=${nonce}&ticket=${ticket}&timestamp=${time}`)),
    ).toMatchObject({ title: '题' })
    expect(await share((nonce, ticket, time) => md5(`timestamp=${time}&ticket=${ticket}&nonce_str=${nonce}`))).toEqual({
      error: 'wrong signature',
    })
  })

  it('says in two places, with 200, what is wrong', async () => {
    expect(await send('POST', `${at}/share-id/?need_callback=true`)).toMatchObject({
      data: { error_code: 2_190_002 },
      extra: { error_code: 2_190_002 },
    })
  })
})

describe('百家号', () => {
  const at = '/baijiahao/builderinner/open/resource'
  it.each([
    ['abcdefghi', 2],
    ['abcdefghij', 0],
    ['题'.repeat(40), 0],
    [`${'题'.repeat(40)}a`, 2],
    ['题'.repeat(4), 2],
  ])('counts half-width characters as halves: %s', async (title, errno) => {
    const given = (await send('POST', '/baijiahao/__ctl/accounts', { fetchesPictures: false })) as Record<
      string,
      string
    >
    const told = await send('POST', `${at}/article/publish`, {
      app_id: given.appId,
      app_token: given.appToken,
      title,
      content: '<p>文</p>',
      origin_url: 'https://a.example',
    })
    expect(told.errno).toBe(errno)
  })
})

describe('the console', () => {
  const form = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${sandbox.url}/publishing/console/${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: new URLSearchParams(fields),
    })
  const page = async () => (await fetch(`${sandbox.url}/publishing/console`)).text()

  it('publishes by hand what readers then find, and takes it away', async () => {
    const title = '<b>手动</b>发布'
    await form('shelf', { site: 'zhihu', title, body: '<script>1</script>正文' })
    const address = /https:\/\/zhuanlan\.zhihu\.com\/p\/\d+/.exec(await page())?.[0] ?? ''
    const read = () => fetch(`${sandbox.url}/publishing/pages/${address.replace('https://', '')}`)
    const html = await (await read()).text()
    expect(html).toContain('<h1>&lt;b&gt;手动&lt;/b&gt;发布</h1>')
    expect(html).not.toContain('<script')
    await form('gone', { address })
    expect((await read()).status).toBe(404)
  })

  it('judges what was sent, on forms of its own page alone', async () => {
    const given = (await send('POST', '/baijiahao/__ctl/accounts', {
      fetchesPictures: false,
      outcome: 'hold',
    })) as Record<string, string>
    const keys = { app_id: given.appId, app_token: given.appToken }
    const at = '/baijiahao/builderinner/open/resource'
    const article = {
      ...keys,
      title: '平台审核台',
      content: '<p>文</p>',
      origin_url: 'https://a.example',
      cover_images: '[{"src":"https://a.example/c.png"}]',
    }
    const { data } = await send('POST', `${at}/article/publish`, article)
    const id = String((data as Fields).article_id)
    const status = async () =>
      ((await send('POST', `${at}/query/status`, { ...keys, article_id: id })).data as Record<string, Fields>)[id]
        ?.status
    const fields = { vendor: 'baijiahao', account: String(given.id), piece: id, act: 'reject' }
    await form('act', fields, { 'sec-fetch-site': 'cross-site' })
    expect(await status()).toBe('processing')
    await form('act', fields)
    expect(await status()).toBe('rejected')
    expect(await page()).toContain('未通过')
  })
})
