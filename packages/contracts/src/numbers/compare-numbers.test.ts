import { describe, expect, it } from 'vitest'
import { compareNumbers } from './compare-numbers.ts'
import { readingOf } from './number-reading.ts'

const isChinese = (text: string) => /\p{Script=Han}/u.test(text)
function compare(source: string, target: string, language = 'en') {
  const reading = (text: string) => readingOf(isChinese(text) ? 'zh-CN' : language)
  const { lost, added } = compareNumbers(source, target, { source: reading(source), target: reading(target) })
  return { lost, added }
}
const same = { lost: [], added: [] }

describe('the same in Chinese and in English', () => {
  it.each([
    ['1.2亿', '120 million'],
    ['3.5万人次', '35,000 visits'],
    ['一百二十万', '1.2 million'],
    ['1万5千元', '15,000 yuan'],
    ['10.5亿美元', '$1.05 billion'],
    ['2,500人', 'two thousand five hundred people'],
    ['一百个人', 'a hundred people'],
    ['一打鸡蛋，共12个', 'a dozen eggs'],
    ['125', 'one hundred and twenty-five'],
    ['一半以上', 'more than half'],
    ['五成', 'half'],
    ['五成的人', '50% of people'],
    ['百分之三十', '30 percent'],
    ['百分之百', '100%'],
    ['千分之五', '0.5%'],
    ['千分之三', '3‰'],
    ['5个百分点', '5 percentage points'],
    ['打八折', '20% off'],
    ['七五折', '25% off'],
    ['三分之二', 'two-thirds'],
    ['四分之三', 'three quarters'],
    ['1/3', 'one third'],
    ['增长两倍', 'tripled'],
    ['30~50元', '30 to 50 yuan'],
    ['2-3万元', '20,000–30,000 yuan'],
    ['5-10岁的孩子', 'children aged 5 to 10'],
    ['20%-30%', '20–30%'],
    ['100多万人', 'more than 1 million people'],
    ['二十多个国家', 'more than 20 countries'],
    ['近百人', 'nearly 100 people'],
    ['三四个人', 'three or four people'],
    ['几十个人', 'dozens of people'],
  ])('%s is %s', (chinese, english) => {
    expect(compare(chinese, english)).toEqual(same)
    expect(compare(english, chinese)).toEqual(same)
  })
})

describe('the same dates and times', () => {
  it.each([
    ['2024年3月5日', 'March 5, 2024'],
    ['2024年3月5日', '5 March 2024'],
    ['2024年3月5日', '2024-03-05'],
    ['2024年3月5日', '3/5/2024'],
    ['二〇二四年三月五日', 'the 5th of March, 2024'],
    ['3月5日至8日', 'March 5–8'],
    ['2024年3月5日至8日', 'March 5 to 8, 2024'],
    ['2024年3月5日至4月8日', 'from March 5 to April 8, 2024'],
    ['2024年3月5日发布，3月8日停止', 'Released on March 5, 2024 and stopped on March 8'],
    ['2026 年 11 月起', 'from November 2026'],
    ['9月', 'September'],
    ['三季度', 'the third quarter'],
    ['第三季度营收', 'Q3 revenue'],
    ['20世纪90年代', 'the 1990s'],
    ['2000年前', '2,000 years ago'],
    ['14:30', '2:30 p.m.'],
    ['下午两点半', '2:30 pm'],
    ['下午2点到5点', 'from 2 to 5 pm'],
    ['三点半', 'half past three'],
    ['八点整', "8 o'clock"],
    ['上午10点30分', '10:30 a.m.'],
  ])('%s is %s', (chinese, english) => {
    expect(compare(chinese, english)).toEqual(same)
    expect(compare(english, chinese)).toEqual(same)
  })
})

describe('the same with its unit', () => {
  it.each([
    ['¥120万', 'RMB 1.2 million'],
    ['1.2亿元人民币', 'CNY 120 million'],
    ['350万美元', '$3.5m'],
    ['5美元', '5 dollars'],
    ['5欧元', '€5'],
    ['500港元', 'HK$500'],
    ['60公里', '60 km'],
    ['1.5公里', '1,500 metres'],
    ['五千克', '5 kilograms'],
    ['3千瓦', '3 kW'],
    ['120平方米', '120 square metres'],
    ['37℃', '37 degrees Celsius'],
    ['一个半小时', 'an hour and a half'],
    ['一个半小时', '90 minutes'],
    ['2小时30分钟', '2.5 hours'],
    ['一刻钟', '15 minutes'],
    ['半年', 'six months'],
    ['两年半', 'two and a half years'],
    ['一个5岁的孩子', 'a five-year-old child'],
    ['第三名', 'third place'],
    ['第二十一届', 'the twenty-first session'],
  ])('%s is %s', (chinese, english) => {
    expect(compare(chinese, english)).toEqual(same)
    expect(compare(english, chinese)).toEqual(same)
  })
})

describe('what is no number', () => {
  it.each([
    ['一些人一起统一了意见，三心二意，十分高兴，以防万一', 'Some people agreed, carelessly and gladly, just in case.'],
    [
      '他三番五次地问，三天两头来，五湖四海的朋友都知道',
      'He keeps asking and comes often, as friends everywhere know.',
    ],
    ['One of them left at once, and no one knew.', '其中有人立刻走了，没人知道。'],
    ['两个人都来了', 'Both came.'],
    ['一图胜千言', 'A picture is worth a thousand words'],
    ['周三和星期五', 'Wednesday and Friday'],
    ['团队有两大优势：第一，速度；第二，成本；第三，人', 'The team has two advantages: speed, cost and people.'],
    ['1. 打开设置\n2. 保存', 'Open settings, then save.'],
    ['上半年增长', 'Growth in the first half'],
    ['You may march', '你可以游行'],
  ])('%s', (source, target) => {
    expect(compare(source, target)).toEqual(same)
  })
})

describe('names as it stood', () => {
  it.each([
    ['a lost number', '销售额1.2亿元，游客3.5万人次', 'Sales of 120 million yuan', ['3.5万'], []],
    ['a changed one in both texts', '销售额1.2亿元', 'Sales of 1.2 million yuan', ['1.2亿元'], ['1.2 million yuan']],
    ['a date', '2024年3月5日', 'March 6, 2024', ['2024年3月5日'], ['March 6, 2024']],
    ['a year that a date lost', '2024年3月5日', 'March 5', ['2024年3月5日'], []],
    ['a number that stays beside a lost one', '增长30%，共30人', 'grew by 35%, 30 people', ['30%'], ['35%']],
    ['another unit', '30公里', '30 miles', ['30公里'], ['30 miles']],
    ['another currency', '5元', '$5', ['5元'], ['$5']],
    ['a lost share', '增长30%', 'grew by 30', ['30%'], ['30']],
    ['a spelled number', '三个工具', 'tools', ['三个'], []],
    ['a spelled number that was added', '工具', 'three tools', [], ['three']],
    ['a lost ordinal', '第三次合作', 'a cooperation', ['第三次'], []],
    ['a time', '下午两点半', 'at 2:45 pm', ['下午两点半'], ['2:45 pm']],
    ['each once', '30%和30%', 'none', ['30%'], []],
  ])('%s', (_case, source, target, lost, added) => {
    expect(compare(source, target)).toEqual({ lost, added })
  })
})

describe('other languages', () => {
  it.each([
    ['120万人，共1200人', '1,2 Millionen Menschen, 1.200 Personen', 'de'],
    ['2024年3月5日', 'le 5 mars 2024', 'fr'],
    ['3个工具，增长30%', 'trois outils, en hausse de 30 %', 'fr'],
    ['3.5亿', '3,5 Milliarden'.replace('3,5', '0,35'), 'de'],
    ['120万', '1,2 миллиона', 'ru'],
  ])('%s is %s', (source, target, language) => {
    expect(compare(source, target, language)).toEqual(same)
  })

  it('names what is written in digits', () => {
    expect(compare('2024年3月5日，1200人', 'le 6 mars 2024', 'fr')).toEqual({
      lost: ['2024年3月5日', '1200'],
      added: [],
    })
    expect(compare('增长35%', 'plus 36 %', 'fr')).toEqual({ lost: ['35%'], added: ['36 %'] })
  })
})

it('counts what it looked at', () => {
  const reading = { source: readingOf('zh-CN'), target: readingOf('en') }
  expect(compareNumbers('一些人', 'some people', reading).read).toEqual({ source: 0, target: 0 })
  expect(compareNumbers('30人，2024年', '30 people in 2024', reading).read).toEqual({ source: 2, target: 2 })
})

const reading = { source: readingOf('zh-CN'), target: readingOf('en') }
/** Of this thread alone, the best of three: what else the machine does is no matter. */
function cpuTimeOf(source: string, target: string): number {
  const times = [1, 2, 3].map(() => {
    const begun = process.threadCpuUsage()
    compareNumbers(source, target, reading)
    return process.threadCpuUsage(begun).user / 1_000
  })
  return Math.min(...times)
}

it.each([
  ['a text', '2024年3月5日增长30%，三个人。', 'Up 30% on March 5, 2024, three people. '],
  ['digits without an end', '0', '0'],
  ['numerals without an end', '一', 'one '],
  ['letters without an end', 'a', 'a'],
  ['words without an end', '数', 'twenty-'],
  ['ranges without an end', '1-', '1 to '],
])('reads %s in time that grows with it', (_case, source, target) => {
  const timeFor = (times: number) => cpuTimeOf(source.repeat(times), target.repeat(times))
  timeFor(200)
  const short = Math.max(timeFor(100), 1)
  // 32 times as long: about 32 times the time, where the square would be a thousand times.
  expect(timeFor(3_200)).toBeLessThan(short * 200)
})
