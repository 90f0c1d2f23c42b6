import { describe, expect, it } from 'vitest'
import { adapt } from './adapt/adapt.ts'
import { platformKeys } from './platforms.ts'
import { checkPackage } from './rules/check-package.ts'
import { day } from './testing/packages.ts'
import { workOf } from './testing/works.ts'

/** What one of the rules, the writers or the breaker of lines looks at again and again. */
const patterns = [
  '最好是',
  '13',
  '最好',
  '加',
  '1-',
  '1３',
  '一三八',
  'a.',
  'www.',
  'a@',
  '微',
  'https://a.cn/',
  '扫',
  '日赚',
  '（【',
  '，。',
  'a',
  '< a="',
  '`',
  '[a](b)',
  '- 甲\n  - 乙\n\n    丙\n',
  '👨‍👩‍👧',
  '\u200b',
]

const length = 20_000

describe(`texts of ${length.toLocaleString('en')} characters of one pattern take a time that grows with their length`, () => {
  const cpuMs = (markdown: string) => {
    const work = workOf(markdown, { isAiGenerated: true })
    const before = process.threadCpuUsage()
    for (const key of platformKeys) checkPackage(adapt(key, work).package, { day })
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1_000
  }

  it.each(patterns)('%j', (pattern) => {
    const of = (size: number) => pattern.repeat(Math.ceil(size / pattern.length))
    cpuMs(of(length / 8))
    // Eight platforms, three of which set the text three times; a quadratic step would take minutes.
    expect(cpuMs(of(length))).toBeLessThan(1_500)
  })
})
