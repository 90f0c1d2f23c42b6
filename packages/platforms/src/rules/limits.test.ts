import { describe, expect, it } from 'vitest'
import { platformKeys } from '../platforms.ts'
import type { ContentType, PlatformKey } from '../platforms.ts'
import type { PackageMedia, PlatformPackage } from '../platform-package.ts'
import { fileOf, packageOf, resultsOf, told } from '../testing/packages.ts'
import { imageOf, videoOf } from '../testing/works.ts'
import type { MediaFact } from '../work-document.ts'
import { addressReserve } from './measure.ts'
import { rules } from './registry.ts'
import type { LimitRule, Measure } from './rule.ts'

const limits = rules.filter((rule): rule is LimitRule => rule.kind === 'limit')

const changedFile = (pack: PlatformPackage, kind: MediaFact['kind'], change: Partial<MediaFact>): PackageMedia[] =>
  pack.media.map((medium) =>
    medium.kind === 'file' && medium.fact.kind === kind ? fileOf({ ...medium.fact, ...change } as MediaFact) : medium,
  )

const images = (count: number) => Array.from({ length: count }, (_, at) => fileOf(imageOf(`p${at}`)))
const ofAspect = (value: number) => ({ width: Math.round(value * 10_000), height: 10_000 })

/** A package of which a measure is just so much. */
const shaped: Readonly<Record<Measure, (pack: PlatformPackage, value: number, rule: LimitRule) => PlatformPackage>> = {
  title: (pack, value, { unit }) => ({
    ...pack,
    title: '山'.repeat(Math.floor(value)) + (unit === 'half_width' && value % 1 > 0 ? 'a' : ''),
  }),
  author: (pack, value) => ({ ...pack, author: '舟'.repeat(value) }),
  digest: (pack, value) => ({ ...pack, digest: '山'.repeat(value) }),
  body: (pack, value, { unit }) => {
    const text = unit === 'html_bytes' ? 'a' : '山'
    const form = pack.body.form
    if (form === 'text') return { ...pack, body: { form, text: text.repeat(value) } }
    return { ...pack, body: { form: 'html', html: `<p>${text.repeat(value - 7)}</p>` } }
  },
  tag_count: (pack, value) => ({ ...pack, tags: Array.from({ length: value }, (_, at) => `话题${at}`) }),
  image_count: (pack, value) => ({ ...pack, media: images(value) }),
  image_bytes: (pack, value) => ({ ...pack, media: [...pack.media, fileOf({ ...imageOf('p0'), bytes: value })] }),
  image_aspect: (pack, value) => ({ ...pack, media: changedFile(pack, 'image', ofAspect(value)) }),
  cover_bytes: (pack, value) => ({ ...pack, media: changedFile(pack, 'image', { bytes: value }) }),
  cover_width: (pack, value) => ({ ...pack, media: changedFile(pack, 'image', { width: value }) }),
  cover_height: (pack, value) => ({ ...pack, media: changedFile(pack, 'image', { height: value }) }),
  cover_aspect: (pack, value) => ({ ...pack, media: changedFile(pack, 'image', ofAspect(value)) }),
  video_count: (pack, value) => ({
    ...pack,
    media: Array.from({ length: value }, (_, at) => fileOf(videoOf(`v${at}`))),
  }),
  video_bytes: (pack, value) => ({ ...pack, media: changedFile(pack, 'video', { bytes: value }) }),
  video_seconds: (pack, value) => ({
    ...pack,
    media: pack.media.map((medium) =>
      medium.kind === 'file' && medium.fact.kind === 'video' ? fileOf({ ...medium.fact, seconds: value }) : medium,
    ),
  }),
  video_aspect: (pack, value) => ({ ...pack, media: changedFile(pack, 'video', ofAspect(value)) }),
}

const step = ({ unit }: LimitRule) => (unit === 'ratio' ? 0.01 : unit === 'half_width' ? 0.5 : 1)

function severityAt(rule: LimitRule, value: number) {
  const [platform] = rule.platforms
  const [contentType] = rule.contentTypes
  if (platform === undefined || contentType === undefined) throw new Error(`${rule.code} is of no platform`)
  const pack = shaped[rule.measure](packageOf(platform, {}, { contentType }), value, rule)
  const results = resultsOf(pack).filter(({ code }) => code === rule.code)
  for (const { measured } of results) expect(measured).toBeCloseTo(value)
  return results[0]?.severity ?? null
}

describe('each limit', () => {
  it.each(limits.map((rule) => [rule.code, rule] as const))('%s: at its bounds and beyond them', (_code, rule) => {
    const { soft, hard, bound } = rule
    const beyond = (value: number) => Number((bound === 'max' ? value + step(rule) : value - step(rule)).toFixed(2))
    if (soft !== null) {
      expect(severityAt(rule, soft)).toBeNull()
      expect(severityAt(rule, beyond(soft))).toBe('warn')
    }
    if (hard !== null) {
      expect(severityAt(rule, hard)).toBe(soft === null || soft === hard ? null : 'warn')
      // Nothing at all is another rule's matter, for titles.
      expect(severityAt(rule, beyond(hard))).toBe('block')
    }
  })

  it('has a name of its own, a source with a day, a bound, and a unit that fits what it measures', () => {
    expect(new Set(limits.map(({ code }) => code)).size).toBe(limits.length)
    for (const { code, soft, hard, bound, unit, measure, source } of limits) {
      expect(soft ?? hard, code).not.toBeNull()
      if (soft !== null && hard !== null) expect(bound === 'max' ? soft < hard : soft > hard, code).toBe(true)
      expect(source.checkedOn, code).toMatch(/^\d{4}-\d{2}-\d{2}$/u)
      const isText = ['title', 'author', 'digest', 'body'].includes(measure)
      expect(/characters|bytes|code_points|half_width/u.test(unit) && unit !== 'bytes', code).toBe(isText)
    }
  })
})

describe('a package that is in order', () => {
  const cases: [PlatformKey, ContentType | undefined][] = [
    ...platformKeys.map((key): [PlatformKey, undefined] => [key, undefined]),
    ['wechat_official', 'image_text'],
    ['xiaohongshu', 'video'],
    ['douyin', 'video'],
    ['kuaishou', 'video'],
    ['baijiahao', 'video'],
  ]
  it.each(cases)('has nothing said of it: %s %s', (key, contentType) => {
    expect(told(resultsOf(packageOf(key, {}, contentType ? { contentType } : {})))).toEqual([])
  })
})

describe('titles', () => {
  const wechat = (title: string) => told(resultsOf(packageOf('wechat_official', { title })))

  it.each([
    [31, []],
    [32, []],
    [33, ['warn wechat_official.title.max title']],
    [64, ['warn wechat_official.title.max title']],
    [65, ['block wechat_official.title.max title']],
  ])('of %i characters on 公众号', (length, results) => {
    expect(wechat('山'.repeat(length))).toEqual(results)
  })

  it('an emoji of seven parts counts as seven', () => {
    expect(wechat('👨‍👩‍👧‍👦'.repeat(4))).toEqual([])
    expect(wechat('👨‍👩‍👧‍👦'.repeat(5))).toEqual(['warn wechat_official.title.max title'])
  })

  it('half-width characters count half on 百家号', () => {
    const baijiahao = (title: string) => told(resultsOf(packageOf('baijiahao', { title })))
    expect(baijiahao('露营'.repeat(15))).toEqual([])
    expect(baijiahao('a'.repeat(60))).toEqual([])
    expect(baijiahao('a'.repeat(61))).toEqual(['warn baijiahao.title.max.half_width title'])
    expect(baijiahao('a'.repeat(81))).toEqual(['block baijiahao.title.max.half_width title'])
  })

  it('that are too long come with one that fits', () => {
    const [result] = resultsOf(packageOf('xiaohongshu', { title: '周末城市露营：新手要带的七样东西，一样都别落下' }))
    expect(result?.fix).toEqual({ kind: 'set_title', title: '周末城市露营：新手要带的七样东西' })
  })
})

it('a placeholder counts as long as the address that will stand in its place', () => {
  const html = `<p>${'山'.repeat(19_999 - 7 - '<img src="">'.length - addressReserve)}<img src="media:cover"></p>`
  const at = (body: string) => told(resultsOf(packageOf('wechat_official', { body: { form: 'html', html: body } })))
  expect(at(html)).toEqual([])
  expect(at(html.replace('</p>', '山</p>'))).toEqual(['block wechat_official.body.max.html_characters.article body'])
})

it('on 公众号 a cover has ten times the size of a picture in the text, unless it stands there as well', () => {
  const at = (bytes: number, html = '<p>山</p>') => {
    const pack = packageOf('wechat_official', { body: { form: 'html', html } })
    return told(resultsOf({ ...pack, media: changedFile(pack, 'image', { bytes }) }))
  }
  const MiB = 2 ** 20
  expect(at(10 * MiB)).toEqual([])
  expect(at(10 * MiB + 1)).toEqual(['block wechat_official.cover_bytes.max cover'])
  expect(at(MiB, '<p>山<img src="media:cover"></p>')).toEqual([])
  expect(at(MiB + 1, '<p>山<img src="media:cover"></p>')).toEqual([
    'block wechat_official.image_bytes.max.article media',
  ])
})
