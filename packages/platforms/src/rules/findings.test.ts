import { describe, expect, it } from 'vitest'
import { contentTypes, platformKeys, takesContent } from '../platforms.ts'
import type { PlatformPackage } from '../platform-package.ts'
import { fileOf, packageOf, resultsOf, told } from '../testing/packages.ts'
import { imageOf, videoOf } from '../testing/works.ts'
import { rules } from './registry.ts'
import type { FindingRule, Severity } from './rule.ts'

const findings = rules.filter((rule): rule is FindingRule => rule.kind === 'finding')

const saying = (pack: PlatformPackage, words: string): PlatformPackage => ({
  ...pack,
  body:
    pack.body.form === 'html'
      ? { form: 'html', html: `<p>${words}</p>` }
      : pack.body.form === 'markdown'
        ? { form: 'markdown', markdown: words }
        : { form: 'text', text: words },
})

const ai = { label: '本内容由人工智能（AI）生成', option: '声明', made: 'by_hand' } as const
const made = { isGenerated: true, hasVisibleLabel: false, hasFileLabel: false }

/** What makes each finder find something, in a package that is otherwise in order. */
const broken: Readonly<Record<FindingRule['finder'], (pack: PlatformPackage) => PlatformPackage>> = {
  absolute_terms: (pack) => saying(pack, '全国最佳的营地'),
  medical_claims: (pack) => saying(pack, '住一晚就能治愈失眠，药到病除'),
  financial_claims: (pack) => saying(pack, '稳赚不赔的生意'),
  contact_details: (pack) => saying(pack, '电话13800138000'),
  diversion: (pack) => saying(pack, '加V领资料'),
  addresses: (pack) => saying(pack, '见 https://example.com/p/1'),
  other_platforms: (pack) => saying(pack, '搬到B站看'),
  content_type: (pack) => ({
    ...pack,
    contentType: contentTypes.find((type) => !takesContent(pack.platform, type)) ?? pack.contentType,
  }),
  title_missing: (pack) => ({ ...pack, title: ' ' }),
  body_missing: (pack) => saying(pack, ''),
  cover_missing: (pack) => ({ ...pack, cover: 'elsewhere' }),
  media_missing: (pack) => ({ ...pack, media: [...pack.media, { kind: 'missing', id: 'gone.jpg' }] }),
  video_missing: (pack) => ({ ...pack, media: pack.media.filter(({ id }) => id !== 'film') }),
  qr_code: (pack) => withMedium(pack, imageOf('code', { codes: [{ kind: 'qr', text: 'weixin://x' }] })),
  codes_not_looked_for: (pack) => withMedium(pack, imageOf('new', { codes: null })),
  image_format: (pack) => withMedium(pack, imageOf('heic', { mimeType: 'image/heic' })),
  animated_image: (pack) => withMedium(pack, imageOf('gif', { mimeType: 'image/gif', isAnimated: true })),
  video_format: (pack) => withMedium(pack, videoOf('hevc', { videoCodec: 'hevc' })),
  video_container: (pack) => ({
    ...withMedium(pack, videoOf('mov', { mimeType: 'video/quicktime' })),
    route: 'api',
  }),
  forbidden_html: (pack) => ({ ...pack, body: { form: 'html', html: '<p id="a">山<script>1</script></p>' } }),
  tag_shape: (pack) => ({ ...pack, tags: ['周末 去哪'] }),
  declaration_impossible: (pack) => declared(pack, 'impossible'),
  declaration_by_hand: (pack) => declared(pack, 'by_hand'),
  label_missing: (pack) => ({ ...saying(pack, '山里'), declarations: { ...pack.declarations, ai } }),
  media_label_missing: (pack) => withMedium(pack, imageOf('drawn', { ai: { ...made, hasFileLabel: true } })),
  media_file_label_missing: (pack) => withMedium(pack, imageOf('drawn', { ai: { ...made, hasVisibleLabel: true } })),
  film_label_unseen: (pack) => withMedium(pack, videoOf('made', { ai: { ...made, hasFileLabel: true } })),
}

const withMedium = (pack: PlatformPackage, fact: Parameters<typeof fileOf>[0]): PlatformPackage => ({
  ...pack,
  media: [...pack.media, fileOf(fact)],
})

const declared = (pack: PlatformPackage, how: 'impossible' | 'by_hand'): PlatformPackage => ({
  ...saying(pack, `山里。${ai.label}`),
  declarations: { ...pack.declarations, ai: { ...ai, made: how } },
})

/** Rules that hold for films alone. */
const ofFilms: readonly FindingRule['finder'][] = ['video_missing', 'video_container', 'film_label_unseen']

const cases = findings.flatMap((rule) => rule.platforms.map((platform) => [rule.code, platform, rule] as const))

it.each(cases)('%s on %s', (code, platform, rule) => {
  const contentType = ofFilms.includes(rule.finder) ? 'video' : undefined
  const sound = packageOf(platform, {}, contentType ? { contentType } : {})
  const of = (pack: PlatformPackage) => resultsOf(pack).filter((result) => result.code === code)
  expect(of(sound)).toEqual([])
  const [result] = of(broken[rule.finder](sound))
  expect(result).toMatchObject({ severity: rule.severity, platform, source: rule.source, wording: rule.wording })
  const inAdvertisement = of({ ...broken[rule.finder](sound), purpose: 'advertisement' })
  expect(inAdvertisement[0]?.severity).toBe(rule.inAdvertisement ?? rule.severity)
})

it('no two rules have one code, and each has words and a day', () => {
  const codes = rules.map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  for (const { code, wording, source } of rules) {
    expect(wording.zh, code).toMatch(/\p{Script=Han}/u)
    expect(wording.en, code).not.toMatch(/\p{Script=Han}/u)
    expect(source.checkedOn, code).toMatch(/^\d{4}-\d{2}-\d{2}$/u)
  }
})

it('each platform is asked about contact details, AI and the advertising law', () => {
  const gravest: Severity[] = ['block', 'warn']
  for (const key of platformKeys)
    for (const finder of ['contact_details', 'label_missing', 'declaration_impossible', 'absolute_terms'] as const) {
      const rule = findings.find((each) => each.finder === finder && each.platforms.includes(key))
      expect(gravest, `${key} ${finder}`).toContain(rule?.severity)
    }
})

describe('what is found', () => {
  it('is told with its place, what stands around it, and how often', () => {
    const [result] = resultsOf(saying(packageOf('zhihu'), '一家顶级的店，又一家顶级的店'))
    expect(result).toMatchObject({
      code: 'words.absolute_terms',
      measured: 2,
      found: [
        { term: '顶级', at: 2, excerpt: '一家顶级的店，又一家顶级' },
        { term: '顶级', at: 10 },
      ],
      fix: { kind: 'replace_term', field: 'body', term: '顶级', replacement: '高端' },
    })
  })

  it('is found where markup parts it, and in references', () => {
    const html = '<p>全国<strong>最</strong>佳，电话138<em>0013</em>8000，A&amp;B</p>'
    const results = resultsOf(packageOf('toutiao', { body: { form: 'html', html } }))
    expect(told(results)).toEqual(['block words.contact_details body', 'warn words.absolute_terms body'])
  })

  it('is found in tags, the digest and on cards', () => {
    const pack = packageOf('xiaohongshu', { tags: ['全国最佳'] })
    expect(resultsOf(pack)[0]).toMatchObject({ field: 'tags', item: '全国最佳' })
    expect(told(resultsOf(packageOf('wechat_official', { digest: '顶级' })))).toEqual([
      'warn words.absolute_terms digest',
    ])
  })

  it('the code in a picture is shown, and a picture is named', () => {
    expect(resultsOf(broken.qr_code(packageOf('toutiao')))[0]).toMatchObject({ item: 'code', measured: 'weixin://x' })
    expect(resultsOf(broken.media_missing(packageOf('toutiao')))[0]).toMatchObject({ item: 'gone.jpg' })
  })

  it('a picture that an edited body shows and nobody uploads is missing', () => {
    const html = '<p>山</p><p><img src="media:%E5%9B%BE%" alt=""><img src="media:%E5%9B%BE" alt=""></p>'
    const items = resultsOf(packageOf('toutiao', { body: { form: 'html', html } })).map(({ item }) => item)
    expect(items).toEqual(['%E5%9B%BE%', '图'])
  })
})

describe('HTML that an editor would drop', () => {
  it.each([
    ['<p class="a">山</p>', 'class'],
    ['<p style="position:fixed">山</p>', 'style'],
    ['<p style="color:var(--a)">山</p>', 'style'],
    ['<p>山<style>p{}</style></p>', '<style>'],
    ['<iframe src="https://example.com"></iframe>', '<iframe>'],
    ['<p><a href="https://example.com">山</a></p>', 'href'],
    ['<p><a href="https://mp.weixin.qq.com.example.org/">山</a></p>', 'href'],
    ['<p><a href="javascript:alert(1)">山</a></p>', 'href'],
    ['<p onclick=alert(1)>山</p>', '<'],
    ['<!-- 山 -->', '<'],
  ])('on 公众号: %s', (html, item) => {
    const results = resultsOf(packageOf('wechat_official', { body: { form: 'html', html: `${html}<p>水</p>` } }))
    expect(results.filter(({ code }) => code === 'body.forbidden_html').map((result) => result.item)).toContain(item)
  })

  it('is none where it links to an article of 公众号', () => {
    const html = '<p><a href="https://mp.weixin.qq.com/s/abc">山</a></p>'
    expect(told(resultsOf(packageOf('wechat_official', { body: { form: 'html', html } })))).toEqual([])
  })
})
