import { describe, expect, it } from 'vitest'
import { academicPaper } from './academic-paper/tool.ts'
import { skippedLevel } from './official-document/checks.ts'
import { documentKindKeys, documentKinds } from './official-document/document-kinds.ts'
import { marketingCopy } from './marketing-copy/tool.ts'
import { officialDocument } from './official-document/tool.ts'
import { citedNumbers } from './academic-paper/checks.ts'
import { quotesIn } from './press-release/checks.ts'
import { pressRelease } from './press-release/tool.ts'
import type { ToolResult } from '../results/section.ts'
import type { CountWords, ToolDefinition } from './tool.ts'
import { videoScript } from './video-script/tool.ts'
import { xiaohongshuNote } from './xiaohongshu-note/tool.ts'
import { countLetters } from '../testing/count-letters.ts'

/** The rules of `tool` that warn of `result`, for its example form with `changed` on top. */
function warnings<Input>(
  tool: { example: Record<string, unknown>; input: { parse(form: unknown): Input } } & {
    checks?: (result: ToolResult, input: Input, count: CountWords) => { rule: string; severity: string }[]
  },
  result: ToolResult,
  changed: Record<string, unknown> = {},
): string[] {
  const checks = tool.checks?.(result, tool.input.parse({ ...tool.example, ...changed }), countLetters) ?? []
  return checks.filter(({ severity }) => severity === 'warn').map(({ rule }) => rule)
}

describe('xiaohongshu-note', () => {
  const note = { title: '工位手冲☕', body: '早八也能喝热的✨', tags: ['咖啡', '通勤', '早八'], imageIdeas: ['封面'] }
  it.each([
    ['nothing of a good note', {}, {}, []],
    ['a title over 20 characters', { title: '字'.repeat(21) }, {}, ['xiaohongshu.title']],
    ['a text over 1,000 characters', { body: `${'字'.repeat(1_000)}✨` }, {}, ['xiaohongshu.body']],
    ['too few tags', { tags: ['咖啡'] }, {}, ['xiaohongshu.tags']],
    ['missing emoji', { title: '手冲', body: '热的' }, {}, ['xiaohongshu.emoji']],
    ['emoji that were switched off', {}, { emoji: 'none' }, ['xiaohongshu.emoji']],
    ['a hidden partnership', {}, { isSponsored: true }, ['xiaohongshu.sponsor']],
  ])('warns of %s', (_case, result, form, rules) => {
    expect(warnings(xiaohongshuNote, { ...note, ...result }, form)).toEqual(rules)
  })
})

describe('official-document', () => {
  const request = {
    docType: '请示',
    title: '青溪县文化和旅游局关于建设县图书馆古籍阅览室的请示',
    addressee: '青溪县人民政府',
    body: '一、缘由\n（一）现状\n1.库房\n（1）温度\n二、请求\n妥否，请批示。',
    attachments: [],
    signature: '青溪县文化和旅游局',
    date: '2026年11月24日',
  }
  it.each([
    ['nothing of a good request', {}, {}, []],
    ['a title without its subject', { title: '请示' }, {}, ['official.title']],
    ['a title of another kind', {}, { docType: 'letter' }, ['official.title']],
    ['two addressees of a request', { addressee: '县政府、市文旅局' }, {}, ['official.addressee']],
    ['a missing addressee', { addressee: '' }, {}, ['official.addressee']],
    ['a request that asks for nothing', { body: '一、缘由' }, {}, ['official.closing']],
    ['a skipped level', { body: '（一）现状\n妥否，请批示。' }, {}, ['official.levels']],
    ['a padded date', { date: '2026年01月05日' }, {}, ['official.date']],
    ['a date in Chinese numerals', { date: '二〇二六年十一月二十四日' }, {}, ['official.date']],
    ['emoji', { body: '妥否，请批示。🙏' }, {}, ['official.emoji']],
  ])('warns of %s', (_case, result, form, rules) => {
    expect(warnings(officialDocument, { ...request, ...result }, form)).toEqual(rules)
  })

  it('lets open kinds go without an addressee and with a short title', () => {
    const minutes = { ...request, title: '县政府第12次常务会议纪要', addressee: '', body: '会议决定……' }
    expect(warnings(officialDocument, minutes, { docType: 'minutes' })).toEqual([])
  })

  it('refuses a request inside a report', () => {
    const title = '青溪县文化和旅游局关于古籍保护工作的报告'
    expect(warnings(officialDocument, { ...request, title }, { docType: 'report' })).toEqual(['official.closing'])
  })

  it('knows the fifteen kinds, each with a name of its own', () => {
    expect(new Set(documentKindKeys.map((key) => documentKinds[key].name)).size).toBe(15)
  })

  it('names the line that skips a level', () => {
    expect(skippedLevel('一、甲\n1.乙')).toBe('1.乙')
    expect(skippedLevel('一、甲\n2026年完成3.5亿元\n二、乙\n（一）丙')).toBeNull()
  })
})

describe('academic-paper', () => {
  const paper = {
    title: '题',
    abstract: '摘要',
    body: `${'字'.repeat(2_000)}[1][2,3]`,
    keywords: ['共餐'],
    references: ['[1] 甲', '[2] 乙', '[3] 丙'],
    referenceChecks: [],
  }
  it.each([
    ['nothing when all is cited', {}, []],
    ['a citation without its reference', { references: ['[1] 甲', '[2] 乙'] }, ['paper.citations']],
    ['a reference that nothing cites', { body: `${'字'.repeat(2_000)}[1-2]` }, ['paper.citations']],
    ['a chapter that is too short', { body: '[1][2][3]' }, ['length']],
  ])('warns of %s', (_case, result, rules) => {
    expect(warnings(academicPaper, { ...paper, ...result })).toEqual(rules)
  })

  it('reads numbers and ranges, and no links', () => {
    expect([...citedNumbers('甲[1]乙[2，4-6]丙[7](https://x)')]).toEqual([1, 2, 4, 5, 6])
  })

  it('marks every reference as still to be verified', () => {
    expect((academicPaper as ToolDefinition).derive?.(paper, {})).toEqual({
      referenceChecks: paper.references.map((reference) => ({ reference, status: '待核实' })),
    })
  })
})

describe('marketing-copy', () => {
  const scenes = ['朋友圈', '短信']
  const row = (scene: string, body: string) => ({ scene, title: '—', body, cta: '—' })
  const sms = '【溪谷咖啡】两盒99元，拒收请回复R'
  const copy = (variants: ReturnType<typeof row>[]) => ({ title: '题', body: '字'.repeat(300), cta: '下单', variants })
  it.each([
    ['nothing when every scene is there', [row('朋友圈', '好喝'), row('短信', sms)], []],
    ['a scene that was forgotten', [row('短信', sms)], ['marketing.scenes']],
    ['a message without signature', [row('朋友圈', '好'), row('短信', '两盒99元')], ['marketing.sms']],
    ['a message that cannot be refused', [row('朋友圈', '好'), row('短信', '【溪谷咖啡】两盒99元')], ['marketing.sms']],
    ['a message over 70 characters', [row('朋友圈', '好'), row('短信', sms + '字'.repeat(60))], ['marketing.sms']],
  ])('warns of %s', (_case, variants, rules) => {
    expect(warnings(marketingCopy, copy(variants), { scenes })).toEqual(rules)
  })
})

describe('press-release', () => {
  const given = '云岭镇居民周桂兰说：“收摊以后能坐上车，心里踏实多了。”'
  const news = { title: '题', subtitle: '', lead: '导语', body: given, boilerplate: '' }
  it.each([
    ['nothing of quotes as given', {}, {}, []],
    ['an invented quote', { body: '负责人表示：“我们将再接再厉，勇攀高峰。”' }, {}, ['press.quotes']],
    ['an advertorial that hides what it is', {}, { kind: 'advertorial' }, ['press.advertising']],
  ])('warns of %s', (_case, result, form, rules) => {
    expect(warnings(pressRelease, { ...news, ...result }, form)).toEqual(rules)
  })

  it('takes an advertorial that says so', () => {
    expect(warnings(pressRelease, { ...news, body: `（广告）\n\n${given}` }, { kind: 'advertorial' })).toEqual([])
  })

  it('finds quotes before and behind the speaker, and no book or catchword', () => {
    expect(quotesIn('“车来得很准时”，周桂兰说。所谓“夜经济”，指的是夜里的生意。')).toEqual(['车来得很准时'])
  })
})

describe('video-script', () => {
  const shot = (seconds: number, line = '十分钟，一碗热汤面。') => ({ scene: '厨房', action: '特写', line, seconds })
  const script = (shots: ReturnType<typeof shot>[]) => ({ title: '题', hook: '钩', shots, notes: '', tags: ['面'] })
  it.each([
    ['nothing when the seconds add up', [shot(30), shot(27)], []],
    ['a script that is too short', [shot(30)], ['video.seconds']],
    ['a line that does not fit its shot', [shot(58), shot(2, '字'.repeat(11))], ['video.pace']],
  ])('warns of %s', (_case, shots, rules) => {
    expect(warnings(videoScript, script(shots))).toEqual(rules)
  })
})
