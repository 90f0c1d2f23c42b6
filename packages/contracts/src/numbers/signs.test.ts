import { describe, expect, it } from 'vitest'
import { compareNumbers } from './compare-numbers.ts'
import { readingOf } from './number-reading.ts'

function compare(source: string, target: string, language = 'en') {
  const reading = (text: string) => readingOf(/\p{Script=Han}/u.test(text) ? 'zh-CN' : language)
  const { lost, added } = compareNumbers(source, target, { source: reading(source), target: reading(target) })
  return { lost, added }
}
const same = { lost: [], added: [] }

describe('the same, whatever stands for the sign, the points or the discount', () => {
  it.each([
    ['-5%', '−5%'],
    ['－5％的增速', 'growth of -5%'],
    ['零下5度', '-5 °C'],
    ['零下五摄氏度', 'minus five degrees Celsius'],
    ['气温-5℃', 'a temperature of –5°C'],
    ['气温零下5到10度', 'minus 5 to minus 10 degrees'],
    ['零下5度', 'five degrees below zero'],
    ['从10℃降到-5℃', 'from 10°C to -5°C'],
    ['-5℃至10℃', '-5°C to 10°C'],
    ['-5~10℃', '-5 to 10 °C'],
    ['负三分之一', 'minus one third'],
    ['负20万元', '-200,000 yuan'],
    ['-¥500', '-RMB 500'],
    ['下降5%', 'a 5% decrease'],
    ['同比 -5%', 'down 5% year on year'],
    ['下降了5%', '-5%'],
    ['净利润为-3000万元', 'a net loss of 30 million yuan'],
    ['负增长2%', '-2% growth'],
    ['跌幅达12%', 'a drop of 12%'],
    ['增长5%', 'grew by 5%'],
    ['5元-10元', '5 yuan to 10 yuan'],
    ['5–10 公里', '5 to 10 km'],
    ['背负3000万元债务', 'a debt of 30 million yuan'],
    ['10减5', '10 minus 5'],
    ['新冠 COVID-19 期间', 'during COVID-19'],
    ['- 5 个苹果', '- 5 apples'],
    ['负二层', 'floor B2'],
    ['方案-3', 'plan 3'],
    ['八折', '20% off'],
    ['打8折', 'a 20% discount'],
    ['7.5折', '25% off'],
    ['七五折', 'save 25%'],
    ['八折', '80% of the price'],
    ['五折', 'half price'],
    ['优惠20%', '20% off'],
    ['3个百分点', '3 percentage points'],
    ['三个百分点', 'three percentage points'],
    ['0.25 个百分点', '25 basis points'],
    ['下调50个基点', 'a cut of 50 basis points'],
    ['提高3個百分點', 'up 3 percentage points'],
  ])('%s is %s', (chinese, english) => {
    expect(compare(chinese, english)).toEqual(same)
    expect(compare(english, chinese)).toEqual(same)
  })
})

describe('not the same', () => {
  it.each([
    ['-5%', '5%', ['-5%'], ['5%']],
    ['增长5%', '-5%', ['5%'], ['-5%']],
    ['零下5度', '5 °C', ['零下5'], ['5 °C']],
    ['minus 5 degrees', '5度', ['minus 5'], ['5']],
    ['-5℃至10℃', '5°C to -10°C', ['-5℃', '10℃'], ['5°C', '-10°C']],
    ['打八折', '80% off', ['八折'], ['80%']],
    ['全场 7.5折', '75% off', ['7.5折'], ['75%']],
    ['30% off', '三折', ['30%'], ['三折']],
    ['提高3个百分点', 'up 3%', ['3个百分点'], ['3%']],
    ['up 3%', '提高三个百分点', ['3%'], ['三个百分点']],
  ])('%s and %s', (source, target, lost, added) => {
    expect(compare(source, target)).toEqual({ lost, added })
  })
})

it('a language whose words for falling are not read may say them in place of the sign, but not of a temperature', () => {
  expect(compare('同比 -35%', 'en baisse de 35 %', 'fr')).toEqual(same)
  expect(compare('-25℃', '25 °C', 'fr')).toEqual({ lost: ['-25℃'], added: ['25 °C'] })
})
