import { expect, it } from 'vitest'
import { addressIn } from './address-in.ts'

it.each([
  ['https://www.xiaohongshu.com/explore/66f1', 'https://www.xiaohongshu.com/explore/66f1'],
  ['  https://xhslink.com/a/x1 \n', 'https://xhslink.com/a/x1'],
  ['周末去山里 http://xhslink.com/a/Ab3，复制本条信息，打开【小红书】App查看精彩内容！', 'http://xhslink.com/a/Ab3'],
  ['3.14 复制打开抖音 https://v.douyin.com/iRx/ 03/18', 'https://v.douyin.com/iRx/'],
  ['zhihu.com/p/1', 'zhihu.com/p/1'],
  ['', ''],
])('finds the address in %j', (text, address) => {
  expect(addressIn(text)).toBe(address)
})
