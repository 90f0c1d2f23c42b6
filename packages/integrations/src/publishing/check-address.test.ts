import type { PlatformKey } from '@mozhou/platforms/platforms'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startVendorServer, type VendorServer } from '../ai/testing/vendor-server.ts'
import { isSameTitle, titleOf } from './assisted/read-page.ts'
import { createConnector } from './registry.ts'
import { targetOf } from './testing/targets.ts'

const never = new AbortController().signal
const html = (body: string) => ({ headers: { 'content-type': 'text/html' }, chunks: [body] })

let server: VendorServer
beforeAll(async () => {
  server = await startVendorServer()
})
afterAll(() => server.stop())

const check = (platform: PlatformKey, url: string, title = '题') =>
  createConnector(targetOf(platform, { pagesBaseUrl: server.url })).checkAddress({ url, title }, never)

describe('an address that is refused without asking anybody', () => {
  it.each<[PlatformKey, string, string]>([
    ['zhihu', '', 'not_an_address'],
    ['zhihu', '已经发好了', 'not_an_address'],
    ['zhihu', 'javascript:alert(1)', 'not_an_address'],
    ['zhihu', 'https://zhuanlan.zhihu.com.evil.example/p/123456789', 'other_platform'],
    ['zhihu', 'https://evilzhihu.com/p/123456789', 'other_platform'],
    ['zhihu', 'https://zhuanlan.zhihu.com@127.0.0.1/p/123456789', 'other_platform'],
    ['zhihu', 'https://zhuanlan.zhihu.com:8443/p/123456789', 'other_platform'],
    ['zhihu', 'https://www.jianshu.com/p/0123456789ab', 'other_platform'],
    ['zhihu', 'http://169.254.169.254/latest/meta-data', 'other_platform'],
    ['zhihu', 'https://www.zhihu.com/people/somebody', 'not_a_piece'],
    ['zhihu', 'https://zhuanlan.zhihu.com/write', 'not_a_piece'],
    ['wechat_official', 'https://mp.weixin.qq.com/', 'not_a_piece'],
    ['xiaohongshu', 'https://creator.xiaohongshu.com/publish/publish', 'not_a_piece'],
    ['baijiahao', 'https://baijiahao.baidu.com/builder/rc/edit?type=news', 'not_a_piece'],
  ])('%s %s is %s', async (platform, url, why) => {
    const asked = server.requests.length
    expect(await check(platform, url)).toMatchObject({ verdict: 'bad', why })
    expect(server.requests.length).toBe(asked)
  })
})

describe('a page', () => {
  const piece = 'https://zhuanlan.zhihu.com/p/123456789'

  it.each([
    [
      { status: 404, chunks: [''] },
      { verdict: 'bad', why: 'page_absent' },
    ],
    [html('<title>404</title>你似乎来到了没有知识存在的荒原'), { verdict: 'bad', why: 'page_absent' }],
    [
      { status: 403, chunks: ['安全验证'] },
      { verdict: 'good', page: { seen: 'unseen', why: 'http_403' } },
    ],
    [html('<title>知乎</title>'), { verdict: 'good', page: { seen: 'unseen', why: 'no_title' } }],
    [html('<h1>别的</h1>'), { verdict: 'good', page: { seen: 'other', title: '别的' } }],
    [html('<title>题 - 知乎</title>'), { verdict: 'good', page: { seen: 'same' } }],
    [
      { status: 302, headers: { location: 'https://www.zhihu.com/signin?next=%2F' }, chunks: [''] },
      { verdict: 'good', page: { why: 'asks_to_sign_in' } },
    ],
    [{ status: 302, headers: { location: 'https://elsewhere.example/p/123456789' }, chunks: [''] }, { verdict: 'bad' }],
    [{ status: 302, headers: { location: 'http://127.0.0.1/p/123456789' }, chunks: [''] }, { verdict: 'bad' }],
  ])('%j is %j', async (script, told) => {
    server.play(script)
    expect(await check('zhihu', piece)).toMatchObject(told)
  })

  it('that does not answer now is asked for later', async () => {
    server.play({ status: 502, chunks: ['bad gateway'] })
    await expect(check('zhihu', piece)).rejects.toMatchObject({ kind: 'unavailable' })
  })

  it('is followed so many times and no more', async () => {
    server.play({ status: 302, headers: { location: `${piece}?a=1` }, chunks: [''] })
    expect(await check('zhihu', piece)).toMatchObject({ page: { seen: 'unseen', why: 'too_many_redirects' } })
  })
})

it.each(['<meta ', '<meta property="og:title" ', '<h1 ', '<title'])(
  'a page of many times %j is read at once',
  (piece) => {
    const startedAt = performance.now()
    expect(titleOf(piece.repeat(Math.floor(400_000 / piece.length)))).toBeNull()
    expect(performance.now() - startedAt).toBeLessThan(1_500)
  },
)

describe('titles', () => {
  it.each([
    ['<meta property="og:title" content="一 &amp; 二"><title>x</title>', '一 & 二'],
    ["<meta content='三' property='og:title'>", '三'],
    ['<h1 class="t">四</h1>', '四'],
    ['<title>\n五 \n</title>', '五'],
    ['<p>无</p>', null],
  ])('%s is read as %s', (page, title) => expect(titleOf(page)).toBe(title))

  it.each([
    ['周末城市露营：要带的七样', '周末城市露营:要带的七样 - 小舟的文章 - 知乎', true],
    ['ABC 露营', 'ａｂｃ露营', true],
    ['周末露营', '露营周末', false],
    ['', '任何', false],
    ['——', '任何', false],
  ])('%s and %s: %s', (wanted, seen, isSame) => expect(isSameTitle(wanted, seen)).toBe(isSame))
})
