import { expect, it } from 'vitest'
import { pieceKeyOf } from './piece-key.ts'

it.each([
  [
    'https://www.xiaohongshu.com/explore/285c0000aaaa',
    'https://www.xiaohongshu.com/discovery/item/285c0000aaaa?xsec_token=x',
  ],
  ['https://zhuanlan.zhihu.com/p/123456789', 'https://zhuanlan.zhihu.com/p/123456789/'],
  ['https://www.toutiao.com/article/7123456789012345678/', 'https://m.toutiao.com/i7123456789012345678/'],
])('%s and %s are one piece', (one, other) => expect(pieceKeyOf(one)).toBe(pieceKeyOf(other)))

it.each([
  ['https://baijiahao.baidu.com/s?id=1', 'https://baijiahao.baidu.com/s?id=2'],
  [
    'https://mbd.baidu.com/newspage/data/landingshare?context=1',
    'https://mbd.baidu.com/newspage/data/landingshare?context=2',
  ],
  ['https://mp.weixin.qq.com/s?mid=1&idx=1', 'https://mp.weixin.qq.com/s?mid=1&idx=2'],
  ['https://zhuanlan.zhihu.com/p/123456789', 'https://zhuanlan.zhihu.com/p/123456780'],
])('%s and %s are two', (one, other) => expect(pieceKeyOf(one)).not.toBe(pieceKeyOf(other)))
