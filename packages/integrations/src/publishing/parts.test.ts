import { VendorError } from '@mozhou/contracts/vendor-error'
import { describe, expect, it } from 'vitest'
import { freshnessOf, openAccess } from './account-access.ts'
import type { AccountSession, AppTokens, Credentials } from './account-port.ts'
import { fieldsOf, orderOf } from './assisted/hand-over.ts'
import { createConnector } from './registry.ts'
import { inputOf, pictureFile, pictureMedium } from './testing/given-works.ts'
import { at, keyCredentials, oauthCredentials, sessionOf, targetOf } from './testing/targets.ts'
import { createTokenMemory } from './token-memory.ts'
import { uploadEach } from './upload-each.ts'

const never = new AbortController().signal
const lapsed = new VendorError('account_disconnected', { vendor: 'v', vendorCode: '42001' })

describe('a token', () => {
  const withToken = (value: string): Credentials =>
    ({ ...keyCredentials({}), access: { value, expiresAt: at } }) as Credentials

  function session(): AccountSession & { renewals: Credentials[] } {
    const renewals: Credentials[] = []
    return {
      credentials: withToken('t1'),
      renewals,
      renew(stale) {
        renewals.push(stale)
        return Promise.resolve(withToken(`t${renewals.length + 1}`))
      },
    }
  }

  it('that lapses is renewed once, and the new one is used from then on', async () => {
    const account = session()
    const access = openAccess('v', ['42001'], account)
    const used: string[] = []
    const call = (token: string) => {
      used.push(token)
      return token === 't1' ? Promise.reject(lapsed) : Promise.resolve(token)
    }
    expect(await access.run(never, call)).toBe('t2')
    expect(await access.run(never, call)).toBe('t2')
    expect([used, account.renewals]).toEqual([['t1', 't2', 't2'], [withToken('t1')]])
  })

  it('that lapses again disconnects the account', async () => {
    const access = openAccess('v', ['42001'], session())
    await expect(access.run(never, () => Promise.reject(lapsed))).rejects.toMatchObject({
      kind: 'account_disconnected',
    })
  })

  it('is not renewed for what it is not to blame for', async () => {
    const account = session()
    const other = new VendorError('rate_limited', { vendor: 'v', vendorCode: '45011' })
    await expect(openAccess('v', ['42001'], account).run(never, () => Promise.reject(other))).rejects.toBe(other)
    expect(account.renewals).toEqual([])
  })

  it('that was never drawn is drawn first', async () => {
    const account = { ...session(), credentials: { ...keyCredentials({}), access: null } as Credentials }
    expect(await openAccess('v', [], account).run(never, (token) => Promise.resolve(token))).toBe('t2')
  })

  it.each([
    [-1, 'due'],
    [299, 'due'],
    [301, 'fresh'],
  ])('that ends in %i s is %s', (seconds, access) => {
    const now = new Date(Date.parse(at) - seconds * 1_000)
    expect(freshnessOf(withToken('t'), now, 300_000)).toMatchObject({ access, renewable: true, reconnectBy: null })
  })

  it('with a refresh token that has ended is no longer renewable', () => {
    const credentials = oauthCredentials([])
    expect(freshnessOf(credentials, new Date('2027-01-01'), 0)).toMatchObject({ access: 'due', renewable: false })
    expect(freshnessOf({ way: 'assisted', name: '', url: null }, new Date(at), 0).access).toBe('not_needed')
  })
})

describe('tokens of an application', () => {
  const tokens = (value: string, usableUntil = '2026-11-30T13:00:00.000Z'): AppTokens => ({
    values: { token: value },
    usableUntil,
  })

  it('are drawn once for all who ask at a time, and again when they are stale or past', async () => {
    let now = new Date(at)
    let drawn = 0
    const store = createTokenMemory({ now: () => now })
    const draw = () => Promise.resolve(tokens(String((drawn += 1))))
    const [one, other] = await Promise.all([store.find(null, draw), store.find(null, draw)])
    expect([one.values.token, other.values.token]).toEqual(['1', '1'])
    expect((await store.find(one, draw)).values.token).toBe('2')
    expect((await store.find(one, draw)).values.token).toBe('2')
    now = new Date('2026-11-30T14:00:00.000Z')
    expect((await store.find(null, draw)).values.token).toBe('3')
  })

  it('that could not be drawn are asked for again', async () => {
    const store = createTokenMemory({ now: () => new Date(at) })
    await expect(store.find(null, () => Promise.reject(new Error('down')))).rejects.toThrow('down')
    expect((await store.find(null, () => Promise.resolve(tokens('1')))).values.token).toBe('1')
  })
})

describe('uploads', () => {
  const want = (id: string) => ({
    id,
    roles: ['body'] as const,
    mimeTypes: ['image/png'],
    maxBytes: 3_000,
    needsPublicUrl: false,
  })

  it('what is wrong with one does not keep the others from being looked at', async () => {
    const sent: string[] = []
    const refusals = await uploadEach({
      vendor: 'v',
      wanted: ['gone', 'good', 'large', 'refused', 'last'].map(want),
      files: [pictureFile('good'), pictureFile('large', { bytes: 4_000 }), pictureFile('refused'), pictureFile('last')],
      signal: never,
      upload({ id }) {
        sent.push(id)
        return id === 'refused'
          ? Promise.reject(new VendorError('content_rejected', { vendor: 'v' }))
          : Promise.resolve()
      },
    })
    expect(refusals.map(({ mediaId }) => mediaId)).toEqual(['gone', 'large', 'refused'])
    expect(sent).toEqual(['good', 'refused', 'last'])
  })

  it('bad weather ends them, and says at which one', async () => {
    const weather = new VendorError('unavailable', { vendor: 'v', vendorCode: 'ECONNRESET' })
    const upload = () => Promise.reject(weather)
    const given = {
      vendor: 'v',
      wanted: [want('a'), want('b')],
      files: [pictureFile('a'), pictureFile('b')],
      signal: never,
      upload,
    }
    await expect(uploadEach(given)).rejects.toMatchObject({
      kind: 'unavailable',
      mediaId: 'a',
      details: { vendorCode: 'ECONNRESET' },
    })
  })
})

describe('what is handed over', () => {
  const article = inputOf({ platform: 'toutiao', contentType: 'article', route: 'assisted', pictures: 2 }).package

  it('has the cover first, then pictures as the text shows them', () => {
    const media = ['p2', 'p1', 'cover'].map(pictureMedium)
    expect(orderOf({ ...article, media: [...media, { kind: 'missing', id: 'lost' }] })).toEqual(['cover', 'p1', 'p2'])
  })

  it('shows in the text where each picture belongs', () => {
    const [body] = fieldsOf(['body'], article)
    expect(body).toMatchObject({
      html: '<section><p>山里的早晨很安静。</p><p>【图2】</p><p>【图3】</p></section>',
      text: '山里的早晨很安静。\n【图2】\n【图3】',
    })
    const markdown = { form: 'markdown' as const, markdown: '一\n\n![早晨](media:p2)\n\n二 &lt;' }
    expect(fieldsOf(['body'], { ...article, body: markdown })[0]).toMatchObject({
      text: '一\n\n【图2】\n\n二 &lt;',
      html: null,
    })
  })

  it('leaves out fields that are empty, and writes topics as they are typed', () => {
    const names = fieldsOf(['title', 'author', 'digest', 'tags'], { ...article, author: null }).map(
      ({ name, text }) => `${name} ${text}`,
    )
    expect(names).toEqual([`title ${article.title}`, 'digest 周末露营，选地方要近。', 'tags #露营 #周末'])
  })

  it('reminds of the declaration only where it is to be made by hand', async () => {
    const connector = createConnector(targetOf('xiaohongshu'))
    const input = inputOf({ platform: 'xiaohongshu', contentType: 'image_text', route: 'assisted' })
    const ai = { label: '本内容由人工智能（AI）生成', option: '含 AI 合成内容', made: 'by_hand' as const }
    const declared = { ...input, package: { ...input.package, declarations: { ai, isOriginal: false } } }
    const session = sessionOf({ way: 'assisted', name: '', url: null })
    const stepsOf = async (given: typeof input) => {
      const submission = await connector.submit(session, given, { version: 1 }, never)
      return submission.outcome === 'awaiting_user' ? submission.handoff.steps.map(({ zh }) => zh) : []
    }
    expect((await stepsOf(declared)).some((step) => step.includes('AI'))).toBe(true)
    expect((await stepsOf(input)).some((step) => step.includes('AI'))).toBe(false)
  })

  it('a kind that the platform does not take is refused', async () => {
    const connector = createConnector(targetOf('zhihu'))
    const input = inputOf({ platform: 'zhihu', contentType: 'video', route: 'assisted' })
    const submission = await connector.submit(
      sessionOf({ way: 'assisted', name: '', url: null }),
      input,
      { version: 1 },
      never,
    )
    expect(submission).toMatchObject({
      outcome: 'refused',
      refusal: { error: { details: { vendorCode: 'content_type_not_taken' } } },
    })
  })
})

describe('an account without an interface', () => {
  const connect = (profileUrl: string | null) =>
    createConnector(targetOf('zhihu')).connections.assisted?.connect({ name: ' 小舟 ', profileUrl })

  it.each([
    ['https://www.zhihu.com/people/xiaozhou?utm=1', 'https://www.zhihu.com/people/xiaozhou'],
    [null, null],
    [' ', null],
  ])('with the page %s is kept with %s', (given, url) =>
    expect(connect(given)).toMatchObject({ profile: { name: '小舟', url }, credentials: { way: 'assisted', url } }),
  )

  it.each(['https://zhihu.com.evil.example/a', 'https://a@www.zhihu.com/people/a', 'javascript:1', 'zhihu'])(
    'with %s is none',
    (given) => {
      expect(connect(given)).toBeNull()
    },
  )
})
