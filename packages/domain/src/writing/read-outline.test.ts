import { describe, expect, it } from 'vitest'
import { readOutline } from './read-outline.ts'

const outline = [
  { title: '引言', brief: '问题从哪里来' },
  { title: '方法', brief: '怎么做，做了什么' },
]
const asked = '1. 引言｜问题从哪里来\n2. 方法｜怎么做，做了什么'

describe('an outline', () => {
  it.each([
    ['as asked', asked],
    ['with chatter', `好的，大纲如下：\n\n${asked}\n\n以上供参考`],
    ['with chatter that counts', `当然可以！以下是为您拟定的 2 个部分的大纲：\n${asked}\n如需调整，请告诉我。`],
    ['in a fence', `\`\`\`markdown\n${asked}\n\`\`\``],
    ['in a fence of tildes behind a greeting', `好的：\n\n~~~\n${asked}\n~~~`],
    ['under a heading', `# 《夜航》大纲\n\n${asked}`],
    ['bold, with dashes', '1. **引言**——问题从哪里来\n2. **方法**——怎么做，做了什么'],
    ['bold with the number in it', '**1. 引言**｜问题从哪里来\n**2. 方法**｜怎么做，做了什么'],
    ['with colons', '1、引言：问题从哪里来\n2、方法：怎么做，做了什么'],
    ['in Chinese numerals, as headings', '### 一、引言 | 问题从哪里来\n### 二、方法 | 怎么做，做了什么'],
    ['as chapters', '第一章：引言｜问题从哪里来\n第二章：方法｜怎么做，做了什么'],
    ['as chapters in digits', '## 第 1 章 引言｜问题从哪里来\n## 第 2 章 方法｜怎么做，做了什么'],
    ['in English', 'Chapter 1: 引言｜问题从哪里来\nChapter 2: 方法｜怎么做，做了什么'],
    ['in digits of full width', '１．引言｜问题从哪里来\n２．方法｜怎么做，做了什么'],
    ['in brackets', '（一）引言｜问题从哪里来\n（二）方法｜怎么做，做了什么'],
    ['as bullets', '- **引言**：问题从哪里来\n- **方法**：怎么做，做了什么'],
    ['as headings alone', '## 引言\n- 问题从哪里来\n\n## 方法\n- 怎么做\n- 做了什么'],
    ['with what belongs to it below', '1. **引言**\n   - 问题从哪里来\n2. **方法**\n   1. 怎么做\n   2. 做了什么'],
    ['with numbers below numbers', '1. 引言\n1.1 问题从哪里来\n2. 方法\n2.1 怎么做\n2.2 做了什么'],
    ['in the order of official documents', '一、引言\n（一）问题从哪里来\n二、方法\n（一）怎么做\n（二）做了什么'],
    ['in quotes', '1. 《引言》｜问题从哪里来\n2. “方法”｜怎么做，做了什么'],
    ['with labels', '1. 标题：引言｜要点：问题从哪里来\n2. 标题：方法｜要点：怎么做，做了什么'],
    [
      'as a table',
      '| 序号 | 标题 | 要点 |\n|---|---|---|\n| 1 | 引言 | 问题从哪里来 |\n| 2 | **方法** | 怎么做，做了什么 |',
    ],
    [
      'as JSON',
      '```json\n[{"序号":1,"标题":"引言","要点":"问题从哪里来"},{"序号":2,"标题":"二、方法","要点":["怎么做","做了什么"]}]\n```',
    ],
    ['as an object', '{"title":"夜航","parts":["1. 引言｜问题从哪里来","2. 方法｜怎么做，做了什么"]}'],
  ])('is read %s', (_form, text) => {
    expect(readOutline(text)).toEqual(outline)
  })

  it('takes a number in brackets for what it says', () => {
    expect(readOutline('1. 引言｜见 [1]\n[1] 王小明.露营指南[M].2020.')).toEqual([{ title: '引言', brief: '见 [1]' }])
  })

  it('keeps a title that has a colon, and its chapter', () => {
    expect(readOutline('1. 第一章 夜航：出发之前｜雾夜')).toEqual([{ title: '第一章 夜航：出发之前', brief: '雾夜' }])
  })

  it.each(['没有大纲', '', '好的，马上为您写。', '```\n```', '[]'])('is none in %j', (text) => {
    expect(readOutline(text)).toEqual([])
  })

  it('stops at what one work can hold', () => {
    expect(readOutline(Array.from({ length: 40 }, (_, at) => `${at + 1}. 节`).join('\n'))).toHaveLength(24)
  })
})
