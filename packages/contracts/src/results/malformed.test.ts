import { describe, expect, it } from 'vitest'
import { missingSections } from '../tools/checks.ts'
import { plainText } from '../tools/plain-text.ts'
import { tools } from '../tools/registry.ts'
import { mainSection, parseSections } from './sections.ts'
import { traditional } from './traditional.ts'
import type { ToolResult, ToolSection } from './section.ts'
import type { ToolDefinition } from '../tools/tool.ts'

/** What a model should have written, section by section; every word stands in it once. */
function sampleOf(section: ToolSection, place: number): ToolResult[string] {
  const word = (name: string) => `${name}${'甲乙丙丁戊己庚辛壬癸'.charAt(place)}`
  switch (section.as) {
    case 'line':
      return word('夜里跑过河堤')
    case 'markdown':
      return `## ${word('起跑之前')}\n\n${word('白天太满夜里才是自己的')}。\n\n${word('跑完再谈感想')}。`
    case 'list':
      return [word('夜跑'), word('习惯')]
    case 'lines':
      return [`${word('来源一')}，2024`, `${word('来源二')}，2025`]
    case 'table':
      break
  }
  return ['晨', '暮'].map((time, row) =>
    Object.fromEntries(
      section.columns.map(({ field, as }, column) => [
        field,
        as === 'number' ? row * 10 + 5 : `${word(time)}${'子丑寅卯辰巳午未'.charAt(column)}`,
      ]),
    ),
  )
}

const sampleResult = (tool: ToolDefinition): ToolResult =>
  Object.fromEntries(tool.sections.map((section, place) => [section.field, sampleOf(section, place)]))

function write(section: ToolSection, value: ToolResult[string] | undefined): string {
  if (typeof value === 'string' || value === undefined) return value ?? ''
  if (section.as !== 'table') return value.map(String).join(section.as === 'list' ? '、' : '\n')
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [
    line(section.columns.map(({ heading }) => heading)),
    line(section.columns.map(() => '---')),
    ...value.map((row) => line(section.columns.map(({ field }) => Reflect.get(Object(row), field) as string))),
  ].join('\n')
}

type Marker = (section: ToolSection) => string
const usual: Marker = ({ marker }) => `【${marker}】`

const writeAll = (tool: ToolDefinition, result: ToolResult, marker: Marker = usual) =>
  tool.sections.map((section) => `${marker(section)}\n${write(section, result[section.field])}`).join('\n')

const json = (tool: ToolDefinition, result: ToolResult, key: (section: ToolSection) => string) =>
  JSON.stringify(Object.fromEntries(tool.sections.map((section) => [key(section), result[section.field]])), null, 2)

/** Ways in which models miss the asked form and still say everything. */
const whole: Record<string, (tool: ToolDefinition, result: ToolResult) => string> = {
  'as asked': (tool, result) => writeAll(tool, result),
  'Windows line ends': (tool, result) => writeAll(tool, result).replaceAll('\n', '\r\n'),
  'a fence around everything': (tool, result) => `\`\`\`markdown\n${writeAll(tool, result)}\n\`\`\``,
  'a fence of tildes': (tool, result) => `~~~markdown\n${writeAll(tool, result)}\n~~~`,
  'a fence of four': (tool, result) => `\`\`\`\`markdown\n${writeAll(tool, result)}\n\`\`\`\``,
  'an open fence': (tool, result) => `\`\`\`\n${writeAll(tool, result)}`,
  'chatter in front': (tool, result) => `好的，以下是您要的内容：\n\n${writeAll(tool, result)}`,
  'chatter before a fence, and behind it': (tool, result) =>
    `好的，以下是您要的内容：\n\n\`\`\`markdown\n${writeAll(tool, result)}\n\`\`\`\n\n希望对您有帮助！`,
  'blank lines everywhere': (tool, result) => writeAll(tool, result).replaceAll('【', '\n\n\n【'),
  'colons behind markers': (tool, result) => writeAll(tool, result, ({ marker }) => `【${marker}】：`),
  'markers as headings': (tool, result) => writeAll(tool, result, ({ marker }) => `## 【${marker}】`),
  'bold markers': (tool, result) => writeAll(tool, result, ({ marker }) => `**【${marker}】**`),
  'square brackets': (tool, result) => writeAll(tool, result, ({ marker }) => `[${marker}]`),
  'bold names': (tool, result) => writeAll(tool, result, ({ marker }) => `**${marker}**：`),
  'plain names': (tool, result) => writeAll(tool, result, ({ marker }) => `${marker}：`),
  'English markers': (tool, result) => writeAll(tool, result, ({ label }) => `【${label.en}】`),
  'English bold names': (tool, result) => writeAll(tool, result, ({ label }) => `**${label.en}:**`),
  'traditional markers': (tool, result) => writeAll(tool, result, ({ marker }) => `【${traditional(marker)}】`),
  'traditional bold names': (tool, result) => writeAll(tool, result, ({ marker }) => `**${traditional(marker)}**：`),
  'blanks inside brackets': (tool, result) => writeAll(tool, result, ({ marker }) => `【 ${marker} 】`),
  'other brackets': (tool, result) => writeAll(tool, result, ({ marker }) => `〖${marker}〗`),
  'wide square brackets': (tool, result) => writeAll(tool, result, ({ marker }) => `［${marker}］`),
  'field names for markers': (tool, result) => writeAll(tool, result, ({ field }) => `【${field}】`),
  'sections in reverse': (tool, result) => writeAll({ ...tool, sections: tool.sections.toReversed() }, result),
  JSON: (tool, result) => json(tool, result, ({ field }) => field),
  'fenced JSON after chatter': (tool, result) =>
    `当然可以：\n\`\`\`json\n${json(tool, result, ({ field }) => field)}\n\`\`\`\n请查收。`,
  'JSON with Chinese keys': (tool, result) => json(tool, result, ({ marker }) => marker),
  'JSON with traditional keys': (tool, result) => json(tool, result, ({ marker }) => traditional(marker)),
  'an object for every section': (tool, result) =>
    tool.sections.map((section) => json({ ...tool, sections: [section] }, result, ({ field }) => field)).join('\n'),
  'a list of objects': (tool, result) =>
    `[${tool.sections.map((section) => json({ ...tool, sections: [section] }, result, ({ marker }) => marker)).join(',\n')}]`,
  'a fenced object for every section': (tool, result) =>
    tool.sections
      .map((section) => `\`\`\`json\n${json({ ...tool, sections: [section] }, result, ({ field }) => field)}\n\`\`\``)
      .join('\n\n'),
  'an object, then markers': (tool, result) =>
    [
      json({ ...tool, sections: tool.sections.slice(0, 1) }, result, ({ field }) => field),
      writeAll({ ...tool, sections: tool.sections.slice(1) }, result),
    ].join('\n'),
  'JSON with commas too many': (tool, result) =>
    json(tool, result, ({ field }) => field).replaceAll(/(?<=["\]}\d])(?=\n\s*[}\]])/gu, ','),
  'rows as JSON behind their marker': (tool, result) =>
    tool.sections
      .map((section) => {
        const value = result[section.field]
        return `${usual(section)}\n${section.as === 'table' ? JSON.stringify(value, null, 2) : write(section, value)}`
      })
      .join('\n'),
  'JSON inside an envelope': (tool, result) => `{"result": ${json(tool, result, ({ field }) => field)}}`,
  'JSON with raw line breaks': (tool, result) => json(tool, result, ({ label }) => label.zh).replaceAll('\\n', '\n'),
}

const opening = '这一段谁也没有要，可是写在最前面。'
const ending = '这一段写在最后面。'

/** Ways in which models say more than was asked: every section as it was, the main text with what stands around. */
const around: Record<string, (tool: ToolDefinition, result: ToolResult) => [text: string, main: string]> = {
  'a paragraph in front': (tool, result) => [`${opening}\n\n${writeAll(tool, result)}`, `${opening}\n\n`],
  'a paragraph behind chatter': (tool, result) => [
    `好的，以下是您要的内容：\n\n${opening}\n\n${writeAll(tool, result)}`,
    `${opening}\n\n`,
  ],
  'a paragraph in front of a fence': (tool, result) => [
    `${opening}\n\`\`\`markdown\n${writeAll(tool, result)}\n\`\`\``,
    `${opening}\n\n`,
  ],
  'a paragraph in front of JSON': (tool, result) => [
    `${opening}\n\`\`\`json\n${json(tool, result, ({ field }) => field)}\n\`\`\``,
    `${opening}\n\n`,
  ],
}

/** Every run of characters of a result that stands for something. */
const wordsOf = (result: ToolResult) =>
  Object.values(result).flatMap((value) => plainText(value).match(/[\p{Script=Han}]{3,}/gu) ?? [])

describe.each(Object.values(tools).map((tool) => [tool.key, tool as ToolDefinition] as const))('%s', (_key, tool) => {
  const sample = sampleResult(tool)

  it.each(Object.entries(whole))('reads %s', (_form, make) => {
    const read = parseSections(make(tool, sample), tool.sections)
    expect(read).toEqual(sample)
    expect(missingSections(tool, read)).toEqual([])
  })

  it.each(Object.entries(around))('keeps %s at the start of the main text', (_form, make) => {
    const main = mainSection(tool.sections)?.field ?? ''
    const [text, front] = make(tool, sample)
    expect(parseSections(text, tool.sections)).toEqual({ ...sample, [main]: front + plainText(sample[main]) })
  })

  it.each([
    ['JSON', (text: string) => text],
    ['fenced JSON', (text: string) => `\`\`\`json\n${text}\n\`\`\``],
  ])('keeps a paragraph behind %s at the end of the main text', (_form, wrap) => {
    const main = mainSection(tool.sections)?.field ?? ''
    const text = `${wrap(json(tool, sample, ({ field }) => field))}\n\n${ending}`
    expect(parseSections(text, tool.sections)).toEqual({ ...sample, [main]: `${plainText(sample[main])}\n\n${ending}` })
  })

  it.each(tool.sections.map((section) => [section.marker, section] as const))(
    'names the missing part %s and loses no other',
    (_marker, gone) => {
      const text = writeAll({ ...tool, sections: tool.sections.filter((section) => section !== gone) }, sample)
      const read = parseSections(text, tool.sections)
      const missing = missingSections(tool, read).map(({ field }) => field)
      if (gone.as !== 'markdown') expect(missing).toEqual(gone.isOptional === true ? [] : [gone.field])
      const kept = tool.sections
        .filter((section) => section !== gone)
        .flatMap(({ field }) => wordsOf({ [field]: sample[field] ?? '' }))
      for (const word of kept) expect(wordsOf(read).join('\n')).toContain(word)
    },
  )

  it.each([0.15, 0.3, 0.45, 0.6, 0.75, 0.9])('keeps what was written when cut at %d', (share) => {
    for (const text of [writeAll(tool, sample), json(tool, sample, ({ field }) => field)]) {
      const cut = text.slice(0, Math.floor(text.length * share))
      const read = parseSections(cut, tool.sections)
      expect(
        tool.output.safeParse({ ...Object.fromEntries((tool.derived ?? []).map(({ field }) => [field, []])), ...read })
          .error,
      ).toBeUndefined()
      const written = wordsOf(sample).filter((word) => cut.includes(word))
      const shown = wordsOf(read).join('\n')
      for (const word of written) expect(shown).toContain(word)
    }
  })

  it.each([
    ['text without any marker', (words: string[]) => words.join('。\n\n')],
    ['markers nobody asked for', (words: string[]) => words.map((word, at) => `【第${at}】${word}`).join('\n')],
    [
      'JSON with other keys',
      (words: string[]) => JSON.stringify(Object.fromEntries(words.map((word, at) => [`k${at}`, word]))),
    ],
    ['a refusal in words', (words: string[]) => `抱歉，我只能给出要点：${words.join('；')}`],
  ])('loses no word of %s', (_form, make) => {
    const words = wordsOf(sample)
    const shown = wordsOf(parseSections(make(words), tool.sections)).join('\n')
    for (const word of words) expect(shown).toContain(word)
  })
})
