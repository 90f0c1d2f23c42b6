import { z } from 'zod'
import { lengthWithin } from '../checks.ts'
import { plainText } from '../plain-text.ts'
import { listCheck } from '../numbers.ts'
import { storyFields, storyInput } from './fields.ts'
import type { StoryInput } from './fields.ts'
import { defineTool } from '../tool.ts'
import type { ToolResult } from '../../results/section.ts'
import { bodySection, titleSection } from '../usual-sections.ts'
import { notLookedAt, verdict } from '../verdict.ts'

const storyOutput = z.object({ title: z.string(), body: z.string(), memory: z.array(z.string()) })

/** Chapters that are asked for in one go. */
export const storyChapters = ({ form, chapters }: Pick<StoryInput, 'form' | 'chapters'>) =>
  form === 'chapters' ? chapters : 1

export const story = defineTool({
  key: 'story',
  title: { zh: '故事小说', en: 'Story or novel' },
  description: {
    zh: '短篇一气呵成，长篇逐章续写，人物、地点和伏笔都记得住',
    en: 'Short stories in one go, novels chapter by chapter, with people, places and open threads remembered',
  },
  icon: 'book-open-text',
  input: storyInput,
  output: storyOutput,
  example: {
    theme: '守灯塔的老人收到一封三十年前寄出的信',
    genre: 'suspense',
    form: 'short',
    chapterNumber: 1,
    chapters: 3,
    length: 2_000,
    characters:
      '周守义：六十七岁，守塔三十一年，话少，每天记航海日志\n林晚：二十六岁，新来的邮递员，好奇心重，怕水\n阿海：周守义的弟弟，三十年前出海未归',
    setting: '东海一座小岛，台风季，岛上一周只通一班船',
    plot: '信的邮戳是三十年前，字迹却像昨天写的；最后一班船离岛前必须决定要不要去信里说的地方',
    perspective: 'third-limited',
    style: '克制、有海腥味的白描',
    ending: 'twist',
    previousMemory: '',
    previousText: '',
    requirements: '对话要短，不解释人物心情',
  },
  titleFrom: 'theme',
  isProse: true,
  sections: [
    titleSection('一行，作品名或本章章名，不超过 20 个字'),
    bodySection('Markdown 正文；多章时每章以“## 第 n 章 章名”开头，单篇不用小标题'),
    {
      field: 'memory',
      marker: '前情记忆',
      as: 'lines',
      isNote: true,
      label: { zh: '前情记忆', en: 'Story memory' },
      order:
        '每行一条，以“人物：”“地点：”“时间：”“伏笔：”之一开头，写下一章必须知道的事实；给了旧的前情记忆时合并更新，最多 20 行',
    },
  ],
  sequel: { label: { zh: '写下一章', en: 'Next chapter' }, from: nextChapter },
  checks: (result, input, countWords) => [
    lengthWithin('length', countWords(plainText(result['body'])), input.length * storyChapters(input)),
    castCheck(result, input),
    ...(input.form === 'chapters' ? [chaptersCheck(result, input)] : []),
  ],
  fields: storyFields,
})

const rememberedMemory = 4_000
const rememberedText = 8_000

/** The form of the chapter that follows: what was remembered and how the text ends, with what was to happen in the last one left out. */
function nextChapter(result: ToolResult, input: StoryInput): Record<string, unknown> | null {
  if (input.form === 'short') return null
  const memory = Array.isArray(result['memory']) ? result['memory'].filter((line) => typeof line === 'string') : []
  // Without a memory of its own the work still stands on the one it was given.
  const lines = memory.length > 0 ? memory : input.previousMemory.split('\n')
  return {
    ...input,
    chapterNumber: Math.min(500, input.chapterNumber + storyChapters(input)),
    plot: '',
    previousMemory: fitting(lines, rememberedMemory),
    previousText: plainText(result['body']).trim().slice(-rememberedText),
  }
}

/** Whole lines, as many as fit. */
function fitting(lines: readonly string[], limit: number): string {
  let text = ''
  for (const line of lines) {
    if (text.length + line.length + 1 > limit) break
    text += text === '' ? line : `\n${line}`
  }
  return text
}

/** What may stand before a name in a line of the characters field. */
const role = /^[-*•\d.、\s]*(?:(?:男|女)?主角|男主|女主|配角|反派|主人公|姓名)?[：:\s]*/u

/** Names that open a line of the characters field: `周守义：六十七岁…`, or a short line alone. */
export function namesOf(characters: string): string[] {
  return characters.split(/[\n；;]/u).flatMap((line) => {
    const name = /^([\p{Script=Han}\p{Script=Latin}·]{2,12})\s*(?:[：:，,（(—–-]|(?<=^.{2,4})$)/u
    return name.exec(line.replace(role, '').trim())?.[1] ?? []
  })
}

function castCheck(result: ToolResult, { characters }: StoryInput) {
  const body = plainText(result['body'])
  const names = namesOf(characters)
  const label = { zh: '人物出场', en: 'Cast' }
  if (names.length === 0)
    return notLookedAt('story.cast', label, { zh: '人物设定里没有读到名字', en: 'no name was read in the characters' })
  const absent = names.filter((name) => !body.includes(name))
  return listCheck('story.cast', absent, {
    label,
    none: { zh: `设定的 ${names.length} 个人物都出场了`, en: `All ${names.length} that you named appear` },
    some: { zh: '没有用名字出场', en: 'Not named in the text' },
  })
}

function chaptersCheck(result: ToolResult, { chapters }: StoryInput) {
  const written = plainText(result['body']).match(/^#{1,3}[ \t]*\S/gmu)?.length ?? 0
  const detail = { zh: `要求 ${chapters} 章，实际 ${written} 章`, en: `${chapters} asked, ${written} written` }
  return verdict('story.chapters', written === chapters, { zh: '章数', en: 'Chapters' }, detail)
}
