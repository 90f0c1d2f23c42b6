import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMarkdown } from './read-markdown.ts'
import { hostileNests, hostilePieces, nested, repeated } from './testing/hostile-texts.ts'

const length = 200_000
/** What any text of that length may take, in ms of the thread's own CPU. */
const bound = 200
/** The same in ordinary articles, 20 ms each where 200 were asked for: on a slower machine, or beside other programs, all take longer. */
const articles = 10
/** How often what took too long is read again. */
const readings = 5

const section =
  '过去一年，内容团队的工作方式变了：预算在200~350元之间，尺寸30*40*50cm，**效率**却高了三成。白天太满，夜里才是自己的；选题、初稿、排版，每一步都有工具接着，人只管判断与取舍。“轻装”上阵最省力，见[攻略](https://example.com/p/1)。\n\n'
const article = repeated(section, length)

function cpuOf(text: string): number {
  const before = process.threadCpuUsage()
  readMarkdown(text)
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1_000
}

/** What several readings have in common: the first one also pays the compiler. */
const leastOf = (text: string, times: number) => Math.min(...Array.from({ length: times }, () => cpuOf(text)))

/** How much more than its share a text takes of what it may; up to 1 is within. */
function excessOf(text: string): number {
  const share = text.length / length
  const first = cpuOf(text) / (bound * share)
  if (first <= 1) return first
  return leastOf(text, readings) / (Math.max(bound, articles * leastOf(article, readings)) * share)
}

describe('reading takes no longer for hostile texts than for some articles', () => {
  it.each(hostilePieces)('%j, over and over', (piece) => {
    expect(excessOf(repeated(piece, length))).toBeLessThanOrEqual(1)
  })

  it.each(hostileNests)('%j … %j, each in the one before', (open, close) => {
    expect(excessOf(nested([open, close], length))).toBeLessThanOrEqual(1)
  })

  it('pieces drawn together', () => {
    const drawn = array(constantFrom(...hostilePieces), { minLength: 2, maxLength: 4 })
    assert(
      property(drawn, (pieces) => {
        expect(excessOf(repeated(pieces.join(''), length / 4))).toBeLessThanOrEqual(1)
      }),
      { numRuns: 20 },
    )
  })
})
