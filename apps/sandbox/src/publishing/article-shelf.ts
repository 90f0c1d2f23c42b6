import { randomBytes, randomInt } from 'node:crypto'

/** What a person has published by hand, on a platform that no program can. */
export interface ShelfPiece {
  site: string
  title: string
  body: string
  address: string
  /** What the app's share button gives; leads to `address`. */
  shortAddress: string | null
  isGone: boolean
}

interface Site {
  name: string
  addressOf(): string
  shortOf: (() => string) | null
  /** Nobody sees a piece without signing in. */
  isClosed: boolean
}

const digits = (length: number) => Array.from({ length }, (_, at) => String(randomInt(at === 0 ? 1 : 0, 10))).join('')
const hex = (length: number) => randomBytes(length / 2).toString('hex')

/** Platforms without an interface, and how the addresses of their pieces look. */
export const sites: Readonly<Record<string, Site>> = {
  xiaohongshu: {
    name: '小红书',
    addressOf: () => `https://www.xiaohongshu.com/explore/${hex(24)}`,
    shortOf: () => `http://xhslink.com/${randomBytes(4).toString('hex')}`,
    isClosed: true,
  },
  toutiao: {
    name: '今日头条',
    addressOf: () => `https://www.toutiao.com/article/${digits(19)}/`,
    shortOf: () => `https://m.toutiao.com/is/${randomBytes(4).toString('hex')}/`,
    isClosed: false,
  },
  zhihu: {
    name: '知乎',
    addressOf: () => `https://zhuanlan.zhihu.com/p/${digits(12)}`,
    shortOf: null,
    isClosed: false,
  },
  jianshu: { name: '简书', addressOf: () => `https://www.jianshu.com/p/${hex(12)}`, shortOf: null, isClosed: false },
}

export interface Shelf {
  put(site: string, title: string, body: string): ShelfPiece
  list(): ShelfPiece[]
  clear(): void
}

const most = 500

export function createShelf(): Shelf {
  let pieces: ShelfPiece[] = []
  return {
    put(key, title, body) {
      const site = sites[key]
      if (!site) throw new RangeError(`no such site: ${key}`)
      const piece = {
        site: key,
        title,
        body,
        address: site.addressOf(),
        shortAddress: site.shortOf?.() ?? null,
        isGone: false,
      }
      pieces = [piece, ...pieces].slice(0, most)
      return piece
    },
    list: () => pieces,
    clear() {
      pieces = []
    },
  }
}
