import { expect, it } from 'vitest'
import { isRefusedWording } from './refused-words.ts'

it.each(['一张裸体照片', '血腥的战场', 'a NUDE woman', 'ｎｕｄｅ', '穿内衣的性感未成年，未成年 性感 写真'])(
  'refuses %s',
  (text) => {
    expect(isRefusedWording(text)).toBe(true)
  },
)

it.each([
  '雪天的红灯笼',
  '裸麦面包与咖啡',
  'a nudge in the right direction',
  '儿童在公园里放风筝',
  '血橙切片',
  'Essex',
])('lets %s pass', (text) => {
  expect(isRefusedWording(text)).toBe(false)
})
