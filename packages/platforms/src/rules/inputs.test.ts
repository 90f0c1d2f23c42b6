import { describe, expect, it } from 'vitest'
import { packageOf, resultsOf, told } from '../testing/packages.ts'
import { applyFix } from './apply-fix.ts'
import { checkPackage, isBlocked, rulesFor } from './check-package.ts'
import { wrongOverrides } from './overrides.ts'
import type { RuleOverride } from './overrides.ts'
import { rules, rulesVersion } from './registry.ts'
import type { WordList } from './words/word-list.ts'

const overrides = (...entries: RuleOverride[]) => ({ version: 'o1', entries })
const long = packageOf('xiaohongshu', { title: '山'.repeat(21) })
const titleRule = 'xiaohongshu.title.max'

describe('overrides', () => {
  const heard = (...entries: RuleOverride[]) => told(resultsOf(long, { overrides: overrides(...entries) }))

  it('switch a rule off, and on again', () => {
    expect(heard()).toEqual([`block ${titleRule} title`])
    expect(heard({ code: titleRule, isOff: true })).toEqual([])
    expect(heard({ code: titleRule, isOff: true }, { code: titleRule, isOff: false })).toEqual([
      `block ${titleRule} title`,
    ])
  })

  it('move its bounds and its severity', () => {
    expect(heard({ code: titleRule, hard: 22 })).toEqual([])
    expect(heard({ code: titleRule, soft: 20, hard: 22 })).toEqual([`warn ${titleRule} title`])
    expect(heard({ code: titleRule, severity: 'warn' })).toEqual([`warn ${titleRule} title`])
  })

  it('move its days', () => {
    expect(heard({ code: titleRule, from: '2026-12-01' })).toEqual([])
    expect(heard({ code: titleRule, from: '2026-11-30' })).toEqual([`block ${titleRule} title`])
    expect(heard({ code: titleRule, until: '2026-11-30' })).toEqual([])
    expect(heard({ code: titleRule, until: '2026-12-01' })).toEqual([`block ${titleRule} title`])
  })

  it('are for the platforms that they name', () => {
    const code = 'words.contact_details'
    const off = overrides({ code, platforms: ['douyin'], isOff: true })
    const body = { form: 'text', text: '电话13800138000' } as const
    expect(told(resultsOf(packageOf('douyin', { body }), { overrides: off }))).toEqual([])
    expect(told(resultsOf(packageOf('kuaishou', { body }), { overrides: off }))).toEqual([`block ${code} body`])
  })

  it('show the day on which a rule was looked up again', () => {
    const [result] = resultsOf(long, { overrides: overrides({ code: titleRule, checkedOn: '2026-12-24' }) })
    expect(result?.source.checkedOn).toBe('2026-12-24')
  })

  it.each([
    [{ code: 'no.such' }, 'code', 'unknown_rule'],
    [{ code: titleRule, platforms: ['zhihu'] }, 'platforms', 'other_platform'],
    [{ code: titleRule, from: 'soon' }, 'from', 'no_day'],
    [{ code: titleRule, checkedOn: '2026-02-31' }, 'checkedOn', 'no_day'],
    [{ code: titleRule, from: '2026-12-02', until: '2026-12-01' }, 'until', 'ends_before_it_begins'],
    [{ code: titleRule, soft: 30 }, 'soft', 'bounds_crossed'],
    [{ code: 'baijiahao.title.min.half_width', hard: 9 }, 'hard', 'bounds_crossed'],
    [{ code: titleRule, hard: null }, 'hard', 'unbounded'],
    [{ code: titleRule, hard: -1 }, 'hard', 'no_number'],
    [{ code: titleRule, soft: Number.NaN }, 'soft', 'no_number'],
    [{ code: 'words.diversion', hard: 3 }, 'hard', 'no_bounds'],
  ] satisfies [RuleOverride, string, string][])('%o is wrong', (entry, field, fault) => {
    expect(wrongOverrides(rules, overrides(entry))).toEqual([{ code: entry.code, field, fault }])
  })

  it('of a rule as it is are right', () => {
    expect(wrongOverrides(rules, overrides(...rules.map(({ code }) => ({ code, isOff: true }))))).toEqual([])
  })
})

it('rules of labelling hold from the day of the law', () => {
  const codes = (on: string) => rulesFor('zhihu', 'article', on).map(({ code }) => code)
  expect(codes('2025-08-31')).not.toContain('ai.label_missing')
  expect(codes('2025-09-01')).toContain('ai.label_missing')
})

describe('word lists', () => {
  const list: WordList = {
    version: 'w7',
    updatedOn: '2026-11-29',
    terms: [
      { term: '黑话', severity: 'block', safe: ['黑话连篇'] },
      { term: 'ABC', severity: 'warn' },
      { term: '话题', severity: 'info', platforms: ['xiaohongshu'] },
      { term: ' ', severity: 'block' },
    ],
  }
  const heard = (text: string, platform: 'xiaohongshu' | 'douyin' = 'xiaohongshu') =>
    resultsOf(packageOf(platform, { body: { form: 'text', text } }), { wordList: list })

  it('find their terms whatever they are dressed in, overlapping ones too', () => {
    expect(told(heard('说黑\u200b话题，ａｂｃ'))).toEqual([
      'block word_list.block body',
      'warn word_list.warn body',
      'info word_list.info body',
    ])
    expect(heard('说黑\u200b话')[0]?.found[0]).toMatchObject({ term: '黑\u200b话', at: 1 })
  })

  it('leave harmless collocations and other platforms alone', () => {
    expect(heard('黑话连篇')).toEqual([])
    expect(told(heard('黑话连篇，又说黑话'))).toEqual(['block word_list.block body'])
    expect(heard('话题', 'douyin')).toEqual([])
  })

  it('are named in their results and in the report', () => {
    const report = checkPackage(packageOf('douyin'), { day: '2026-11-30', wordList: list })
    expect(report).toMatchObject({ rulesVersion, overridesVersion: 'none', wordListVersion: 'w7' })
    expect(heard('黑话')[0]?.source).toEqual({ kind: 'ours', name: '词表 w7', checkedOn: '2026-11-29' })
  })
})

describe('fixes', () => {
  const mended = (pack: Parameters<typeof applyFix>[0]) => {
    let current = pack
    for (const { fix } of resultsOf(pack)) if (fix) current = applyFix(current, fix)
    return current
  }

  it('mend what they were offered for', () => {
    const label = { label: '本内容由人工智能（AI）生成', option: null, made: 'no_option' } as const
    for (const platform of ['wechat_official', 'xiaohongshu', 'jianshu'] as const) {
      const sound = packageOf(platform)
      const words = '顶级营地，电话13800138000，V信 abc_12345'
      const body =
        sound.body.form === 'html'
          ? { form: 'html' as const, html: `<p>${words}&amp;<strong>顶级</strong></p>` }
          : sound.body.form === 'markdown'
            ? { form: 'markdown' as const, markdown: words.replace('_', '\\_') }
            : { form: 'text' as const, text: words }
      const pack = {
        ...sound,
        body,
        title: '山里，'.repeat(12),
        tags: platform === 'xiaohongshu' ? Array.from({ length: 11 }, (_, at) => `话题${at}`) : [],
        declarations: { isOriginal: true, ai: label },
      }
      expect(resultsOf(pack).length).toBeGreaterThan(3)
      expect(told(resultsOf(mended(pack))), platform).toEqual([])
    }
  })

  it('touch words only, and no mark around them', () => {
    const html = '<p><img src="media:strong" alt="strong"><strong>strong</strong></p>'
    const pack = packageOf('wechat_official', { body: { form: 'html', html } })
    const fix = { kind: 'replace_term', field: 'body', term: 'strong', replacement: 'a<b' } as const
    expect(applyFix(pack, fix).body).toEqual({
      form: 'html',
      html: '<p><img src="media:strong" alt="strong"><strong>a&lt;b</strong></p>',
    })
  })
})

it('a report is blocked by one refusal and by nothing less', () => {
  const of = (title: string) => checkPackage(packageOf('douyin', { title }), { day: '2026-11-30' })
  expect(isBlocked(of('山'.repeat(20)))).toBe(false)
  expect(isBlocked(of('山'.repeat(25)))).toBe(false)
  expect(isBlocked(of('山'.repeat(31)))).toBe(true)
})
