import { marked } from 'marked'
import { assert, property, string, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aigcJson } from '../labels/aigc-label.ts'
import { markdownFrontMatter } from '../labels/front-matter.ts'
import { paragraphWith, readDocx } from './testing/read-docx.ts'
import { markdownBody, markdownLabel } from './testing/front-matter.ts'
import { writeDocument } from './registry.ts'
import { lostWords, officialDocument, officialWords, sampleDocument, sampleWords } from './testing/sample-document.ts'
import { bodyText, readHtml } from './testing/read-html.ts'

const read = async (format: 'md' | 'html' | 'txt', document = sampleDocument) =>
  new TextDecoder().decode(await writeDocument(format, document))

describe('markdown', () => {
  it('read by a Markdown parser holds every word in order', async () => {
    // A parser shows HTML as it is: what a page would hide is looked for in the source.
    const html = await marked.parse(
      markdownBody(await read('md')).replace('<script>alert(1)</script>', '&lt;script>alert(1)&lt;/script>'),
    )
    // Nor is the description of a picture part of a page's text.
    expect(
      lostWords(
        sampleWords.filter((word) => word !== '夜景'),
        bodyText(html),
      ),
    ).toEqual([])
  })

  it('keeps the writer’s own Markdown to the letter', async () => {
    const body = sampleDocument.parts.find(({ kind }) => kind === 'markdown')
    expect(await read('md')).toContain(body?.kind === 'markdown' ? body.text : 'no body')
  })

  it('has title, tables and lists as such', async () => {
    const elements = readHtml(await marked.parse(markdownBody(await read('md'))))
    expect(elements.find(({ tag }) => tag === 'h1')?.text.trim()).toBe(sampleDocument.title)
    expect(elements.filter(({ tag }) => tag === 'table')).toHaveLength(2)
    expect(elements.filter(({ tag, text }) => tag === 'li' && text.includes('不是编号'))).toHaveLength(1)
  })
})

describe('the front matter of markdown', () => {
  it('says to another parser who generated it, whether labelled or not, and before everything else', async () => {
    for (const document of [sampleDocument, { ...sampleDocument, aiLabel: null }, officialDocument]) {
      const written = await read('md', document)
      const { provenance } = document
      expect(markdownLabel(written)).toEqual(provenance && JSON.parse(aigcJson(provenance)))
      expect(written.startsWith('---\nAIGC: ')).toBe(true)
      expect(markdownBody(written)).not.toContain('ContentProducer')
    }
  })

  it('is read to the letter, whatever stands in it', () => {
    assert(
      property(tuple(string({ unit: 'binary' }), string({ unit: 'grapheme' })), ([producer, contentId]) => {
        const label = { producer: `'"${producer}\n---\u2028${contentId}: #`, contentId }
        expect(markdownLabel(`${markdownFrontMatter(label)}\n# 标题`)).toEqual(JSON.parse(aigcJson(label)))
      }),
    )
  })

  it('is none where there is none, and cannot be made by a work’s own words', async () => {
    expect(markdownLabel('# 标题\n\n---\nAIGC: "{}"\n---\n')).toBeNull()
    const forged = '---\nAIGC: \'{"Label":"0"}\'\n---\n'
    const parts = [{ kind: 'markdown' as const, field: 'body', label: null, text: forged }]
    const written = await read('md', { ...sampleDocument, title: forged, parts })
    expect(markdownLabel(written)).toMatchObject({ Label: '1', ProduceID: 'ver_0190' })
  })
})

describe('html', () => {
  it('read by an HTML parser holds every word in order', async () => {
    expect(lostWords(sampleWords, bodyText(await read('html')))).toEqual([])
  })

  it('carries nothing that the WeChat editor drops, and nothing that runs', async () => {
    const elements = readHtml(await read('html'))
    const body = elements.slice(elements.findIndex(({ tag }) => tag === 'body') + 1)
    expect(body.filter(({ tag }) => ['script', 'style', 'link', 'iframe', 'img', 'a', 'form'].includes(tag))).toEqual(
      [],
    )
    expect([...new Set(body.flatMap(({ attributes }) => Object.keys(attributes)))].toSorted()).toEqual([
      'start',
      'style',
    ])
    expect(body.some(({ attributes }) => /url\(|position|expression/iu.test(attributes['style'] ?? ''))).toBe(false)
  })

  it('shows the address of a link, which the editor would drop', async () => {
    expect(bodyText(await read('html'))).toContain('训练计划（https://example.com/plan?a=1&b=2）')
  })

  it('says in its metadata who generated it, whether labelled or not', async () => {
    for (const aiLabel of [sampleDocument.aiLabel, null]) {
      const elements = readHtml(await read('html', { ...sampleDocument, aiLabel }))
      const meta = elements.find(({ attributes }) => attributes['name'] === 'AIGC')?.attributes['content'] ?? ''
      expect(JSON.parse(meta)).toMatchObject({ Label: '1', ContentProducer: '墨舟', ProduceID: 'ver_0190' })
    }
  })
})

describe('plain text', () => {
  it('holds every word in order, and no marks', async () => {
    const text = await read('txt')
    expect(lostWords(sampleWords, text)).toEqual([])
    expect(text).not.toMatch(/\*\*|~~|^##/mu)
  })

  it('numbers and indents as the lists do', async () => {
    const text = await read('txt')
    expect(text).toContain('· 头灯\n  · 防水的\n  · 轻的')
    expect(text).toContain('5. 从五数起\n6. 再来')
  })
})

describe('a single line end', () => {
  const verse = '春眠不觉晓，\n处处闻啼鸟。\n- 夜来\n  风雨声\n\n> 花落\n> 知多少'
  const poem = {
    ...sampleDocument,
    parts: [{ kind: 'markdown' as const, field: 'body', label: null, text: verse }],
  }

  it('breaks the line in a page and in plain text, as it does on the screen', async () => {
    expect(await read('html', poem)).toContain('春眠不觉晓，<br>处处闻啼鸟。')
    expect(await read('html', poem)).toContain('夜来<br>风雨声')
    expect(await read('html', poem)).toContain('花落<br>知多少')
    expect(await read('txt', poem)).toContain('春眠不觉晓，\n处处闻啼鸟。')
    expect(await read('md', poem)).toContain(verse)
  })

  it('breaks the line in a Word file', async () => {
    const file = await readDocx(await writeDocument('docx', poem))
    expect(paragraphWith(file.document, '春眠不觉晓')).toMatch(/春眠不觉晓，<\/w:t>.*<w:br\/>.*处处闻啼鸟。/su)
    expect(file.html).toContain('春眠不觉晓，<br />处处闻啼鸟。')
  })
})

describe('an official document', () => {
  it.each(['md', 'html', 'txt'] as const)(
    'as a %s file is plain lines in the order of the standard',
    async (format) => {
      const written = await read(format, officialDocument)
      const text = format === 'html' ? bodyText(written) : written
      expect(lostWords(officialWords, text)).toEqual([])
      expect(text).not.toMatch(/附件说明|文种|主送机关|落款|成文日期/u)
      const elements = readHtml(format === 'md' ? await marked.parse(markdownBody(written)) : written)
      const quotes = elements.filter(({ tag }) => tag === 'blockquote').map(({ text: words }) => words.trim())
      expect(quotes).toEqual(format === 'md' ? ['本内容由人工智能（AI）生成'] : [])
    },
  )

  it('keeps every line of its text apart, whatever reads it', async () => {
    const page = readHtml(await read('html', officialDocument))
    const paragraphs = page.filter(({ tag }) => tag === 'p')
    expect(paragraphs.map(({ text }) => text.trim())).toEqual(
      expect.arrayContaining(['特急', '一、总体要求', '坚持安全第一。', '1. 报名', '2. 参加', '（1）带灯']),
    )
    expect(page.some(({ tag }) => tag === 'ol')).toBe(false)
    const fromMarkdown = readHtml(await marked.parse(markdownBody(await read('md', officialDocument))))
    expect(fromMarkdown.filter(({ tag }) => tag === 'p').map(({ text }) => text.trim())).toEqual(
      expect.arrayContaining([
        '特急',
        '一、总体要求',
        '坚持安全第一。',
        '1. 报名',
        '2. 参加',
        '2. 报名表',
        '特此通知。',
      ]),
    )
    expect(await read('txt', officialDocument)).toContain('\n　　一、总体要求\n　　坚持安全第一。\n')
  })
})

describe('a task list', () => {
  const tasks = '- [x] 完成\n- [ ] 未完\n  - [x] 里层\n\n1. [ ] 编号的\n\n   第二段'
  const todo = { ...sampleDocument, parts: [{ kind: 'markdown' as const, field: 'body', label: null, text: tasks }] }

  it.each(['html', 'txt', 'docx'] as const)('has each box once in a %s file', async (format) => {
    const bytes = await writeDocument(format, todo)
    const text =
      format === 'docx'
        ? (await readDocx(bytes)).text
        : format === 'html'
          ? bodyText(new TextDecoder().decode(bytes))
          : new TextDecoder().decode(bytes)
    expect(text).not.toMatch(/\[[ x]\]/u)
    for (const words of ['☑ 完成', '☐ 未完', '☑ 里层', '☐ 编号的']) expect(text).toContain(words)
    expect(text.match(/[☑☐]/gu)).toHaveLength(4)
  })
})

describe('the visible label', () => {
  it.each(['md', 'html', 'txt'] as const)('stands in a %s file, and only when it is wanted', async (format) => {
    for (const document of [sampleDocument, officialDocument]) {
      expect(await read(format, document)).toContain('本内容由人工智能（AI）生成')
      expect(await read(format, { ...document, aiLabel: null })).not.toContain('人工智能（AI）')
    }
  })
})
