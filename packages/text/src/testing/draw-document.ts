import { array, constantFrom, integer, oneof, record, tuple } from 'fast-check'
import type { Arbitrary } from 'fast-check'

/** A Chinese document as models write it, and what a reader has to find in every form of it, in this order. */
export interface DrawnDocument {
  markdown: string
  words: string[]
}

type Draw = (number: number) => { source: string; words: string[] }

const literal =
  (write: (number: number) => string): Draw =>
  (number) => ({ source: write(number), words: [write(number)] })

const marked =
  (write: (word: string) => string): Draw =>
  (number) => ({ source: write(`重点${number}，`), words: [`重点${number}，`] })

/** Pieces of a line. */
const pieces: readonly Draw[] = [
  literal((n) => `平常的话${n}。`),
  literal((n) => `${n}00~${n}50元`),
  literal((n) => `${n}*40*50cm`),
  literal((n) => `k_${n}_name`),
  literal((n) => `<名${n}>`),
  literal((n) => `$x_${n}*y_2*z$`),
  literal((n) => `“引语${n}”——`),
  literal((n) => `[^${n}]`),
  literal((n) => `（${n}）3.${n}%`),
  literal((n) => `#话题${n}#`),
  literal((n) => `5 < ${n} 且 A&B`),
  literal((n) => `\u{1f33f}${n}次~`),
  literal((n) => `https://example.com/p_${n}_q `),
  literal((n) => `姓名${n}：____，`),
  literal((n) => `长*宽*高${n}，`),
  literal((n) => `x**2+y**${n}=z，`),
  marked((word) => `**${word}**`),
  marked((word) => `*${word}*`),
  marked((word) => `~~${word}~~`),
  marked((word) => `\`${word}\``),
  marked((word) => `**“${word}”**`),
  marked((word) => `[${word}](https://example.com)`),
  (number) => ({ source: `&lt;甲${number}&gt;`, words: [`<甲${number}>`] }),
  (number) => ({ source: `100\\%${number}`, words: [`100%${number}`] }),
]

/** A block around its lines. */
const blocks: readonly ((lines: readonly string[]) => string)[] = [
  (lines) => lines.join('\n'),
  (lines) => `    ${lines.join('')}`,
  (lines) => `　　${lines.join('')}`,
  (lines) => `## ${lines.join('')}`,
  (lines) => `##${lines.join('')}`,
  (lines) => lines.map((line) => `- ${line}`).join('\n'),
  (lines) => lines.map((line, at) => `${at + 3}. ${line}`).join('\n'),
  (lines) => lines.map((line, at) => `${'  '.repeat(at % 3)}- ${line}`).join('\n'),
  (lines) => lines.map((line) => `- [ ] ${line}`).join('\n'),
  (lines) => lines.map((line) => `1. ${line}\n\n   又一段。`).join('\n'),
  (lines) => lines.map((line) => `> ${line}`).join('\n'),
  (lines) => `| 甲 | 乙 |\n|:--|--:|\n${lines.map((line) => `| ${line} | 二 | 多 |`).join('\n')}`,
  (lines) => `${lines.join('')}\n---`,
  (lines) => `2024. ${lines.join('')}`,
  (lines) => `01. ${lines.join('')}`,
  (lines) => `[备注]: ${lines.join('')}`,
]

const line: Arbitrary<Draw[]> = array(constantFrom(...pieces), { minLength: 1, maxLength: 4 })
const block = record({ write: constantFrom(...blocks), lines: array(line, { minLength: 1, maxLength: 3 }) })
const fenced = record({
  write: constantFrom((lines: readonly string[]) => `\`\`\`js\n${lines.join('\n')}\n\`\`\``),
  lines: array(array(constantFrom(...pieces.slice(0, 12)), { minLength: 1, maxLength: 2 }), {
    minLength: 1,
    maxLength: 3,
  }),
})

/** Every piece has a number of its own, so that its place in the document can be told. */
export const drawnDocument: Arbitrary<DrawnDocument> = tuple(
  array(oneof({ weight: 8, arbitrary: block }, { weight: 1, arbitrary: fenced }), { minLength: 1, maxLength: 6 }),
  integer({ min: 10, max: 99 }),
).map(([drawn, first]) => {
  let number = first
  const words: string[] = []
  const markdown = drawn
    .map(({ write, lines }) =>
      write(
        lines.map((draws) =>
          draws
            .map((draw) => {
              const piece = draw((number += 1))
              words.push(...piece.words)
              return piece.source
            })
            .join(''),
        ),
      ),
    )
    .join('\n\n')
  return { markdown, words }
})

/** The words that a form does not have in their order, white space aside. */
export function missingWords(shown: string, words: readonly string[]): string[] {
  const bare = shown.replaceAll(/\s/gu, '')
  let from = 0
  return words.filter((word) => {
    const wanted = word.replaceAll(/\s/gu, '')
    const at = bare.indexOf(wanted, from)
    if (at >= 0) from = at + wanted.length
    return at < 0
  })
}
