import { array, assert, constantFrom, nat, property, tuple } from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { propertyRounds } from '../testing/env.ts'
import { plainText } from '../tools/plain-text.ts'
import { tools } from '../tools/registry.ts'
import { parseSections } from './sections.ts'
import type { ToolSection } from './section.ts'
import type { ToolDefinition } from '../tools/tool.ts'
import { traditional } from './traditional.ts'

/** Gives a word that stands nowhere else. */
type Word = () => string
/** Writes a piece of a model's text. */
type Piece = (word: Word, pick: <Item>(items: readonly Item[]) => Item) => string

const prose: readonly Piece[] = [
  (word) => `${word()}，${word()}。`,
  (word) => `${word()}。\n\n${word()}；${word()}`,
  (word) => `## ${word()}`,
  (word) => `# ${word()}\n${word()}`,
  (word) => `- ${word()}\n- **${word()}**`,
  (word) => `1. ${word()}\n2、${word()}`,
  (word) => `【说明】${word()}`,
  (word) => `${word()}：${word()}`,
  (word) => `> ${word()} | ${word()}`,
  (word) => `\`\`\`js\n${word()}\n\`\`\``,
  (word) => `\`\`\`\n${word()}`,
  (word) => `{${word()}}`,
  (word) => `[${word()}]`,
  (word) => `{"${word()}`.replace('"', '“'),
]

const chatter: readonly Piece[] = [
  () => '好的，以下是为您撰写的文章：',
  () => '当然可以：',
  () => '请查收。',
  () => '```markdown',
  () => '```',
  () => '',
  () => '---',
]

const forms: readonly ((name: string) => string)[] = [
  (name) => `【${name}】`,
  (name) => `## 【${name}】\n`,
  (name) => `**${name}**：`,
  (name) => `${name}：`,
  (name) => `［${name}］\n`,
  (name) => `### ${name}\n`,
  (name) => `【${traditional(name)}】`,
]

function marked(section: ToolSection): Piece[] {
  const { marker, label, field } = section
  const head: Piece = (_word, pick) => pick(forms)(pick([marker, marker, label.en, field]))
  return [
    (word, pick) => `${head(word, pick)}${word()}`,
    (word, pick) => `${head(word, pick)}${pick(prose)(word, pick)}`,
    ...(section.as === 'table' ? [tableOf(section, head), rowsAsJson(section, head)] : []),
  ]
}

const unknownHeadings = ['镜号', '音效', '备注', '机位']

function tableOf({ columns }: Extract<ToolSection, { as: 'table' }>, head: Piece): Piece {
  return (word, pick) => {
    const heads = Array.from({ length: pick([2, 3, 4, 5, 6]) }, () =>
      pick([...columns.map(({ heading }) => heading), ...unknownHeadings, '旁白', '景别', '内容', '时间']),
    )
    const bar = pick(['|', '｜'])
    const outer = pick([bar, bar, ''])
    const line = (cells: readonly string[]) => `${outer}${cells.join(bar)}${outer}`
    const row = () => line(heads.map(() => pick([word, () => `约${word()}`, () => `3-5${word()}`])()))
    const rule = pick([[], [line(heads.map(() => '---'))]])
    const header = pick([[], [line(heads)]])
    const between = pick([[], [pick(prose)(word, pick)]])
    return [head(word, pick), ...header, ...rule, row(), ...between, row()].join('\n')
  }
}

function rowsAsJson({ columns }: Extract<ToolSection, { as: 'table' }>, head: Piece): Piece {
  return (word, pick) => {
    const keys = [...columns.map(({ field }) => field), 'music', '备注']
    const row = () => Object.fromEntries(keys.filter(() => pick([true, true, false])).map((key) => [key, word()]))
    return `${head(word, pick)}\n${JSON.stringify([row(), row(), [word(), word()]], null, pick([0, 2]))}`
  }
}

function objectOf(sections: readonly ToolSection[]): Piece {
  return (word, pick) => {
    const values: Word[] = [
      () => JSON.stringify(word()),
      () => JSON.stringify([word(), word()]),
      () => JSON.stringify({ heading: word(), text: [word()] }),
      () => JSON.stringify([{ scene: word(), seconds: `约${word()}`, music: word() }, word(), [word(), { a: word() }]]),
      () => `"${word()}\n${word()}\\d"`,
      () => `"${word()}"${word()}"，${word()}"`,
      () => word(),
    ]
    const keys = [...sections.flatMap(({ field, marker }) => [field, marker]), 'note', '补充']
    const keyed = Array.from({ length: pick([1, 2, 3]) }, () => pick(keys))
    const body = keyed.map((key) => `"${key}": ${pick([...values.slice(0, 6), ...values])()}`).join(',\n')
    const text = pick([`{${body}}`, `{${body},}`, `[{${body}}]`, `{"result": {${body}}}`, `{${body}`])
    return pick([text, text, `\`\`\`json\n${text}\n\`\`\``])
  }
}

/** A text of pieces in any order, and the words that were put there. */
function texts(sections: readonly ToolSection[]): Arbitrary<{ text: string; words: string[] }> {
  const object = objectOf(sections)
  const pieces = [...prose, ...chatter, ...sections.flatMap(marked), object, object, object, object]
  const draws = array(tuple(constantFrom(...pieces), array(nat(), { minLength: 1, maxLength: 12 })), { maxLength: 8 })
  return tuple(draws, constantFrom('\n', '\n\n')).map(([drawn, between]) => {
    const words: string[] = []
    const word = () => {
      const digits = Array.from(String(words.length), (digit) => '零壹贰叁肆伍陆柒捌玖'.charAt(Number(digit))).join('')
      words.push(`夜${digits}跑`)
      return `夜${digits}跑`
    }
    const text = drawn.map(([piece, numbers]) => {
      let turn = 0
      const pick = <Item>(items: readonly Item[]): Item => {
        turn += 1
        const chosen = items[((numbers[turn % numbers.length] ?? 0) + turn) % items.length]
        if (chosen === undefined) throw new Error('nothing to pick from')
        return chosen
      }
      return piece(word, pick)
    })
    const whole = text.join(between)
    return { text: whole, words: words.filter((one) => whole.includes(one)) }
  })
}

const shown = (text: string, { sections }: ToolDefinition) =>
  Object.values(parseSections(text, sections)).map(plainText).join('\n')

describe.each(Object.values(tools).map((tool) => [tool.key, tool as ToolDefinition] as const))('%s', (_key, tool) => {
  it('shows every word of a text of markers, prose, JSON and tables in any order', () => {
    assert(
      property(texts(tool.sections), ({ text, words }) => {
        const read = shown(text, tool)
        expect(words.filter((word) => !read.includes(word))).toEqual([])
      }),
      propertyRounds(300),
    )
  })

  it('shows every word that was written when the text was cut', () => {
    assert(
      property(texts(tool.sections), nat(), ({ text, words }, at) => {
        const cut = text.slice(0, at % (text.length + 1))
        const read = shown(cut, tool)
        expect(words.filter((word) => cut.includes(word) && !read.includes(word))).toEqual([])
      }),
      propertyRounds(300),
    )
  })
})
