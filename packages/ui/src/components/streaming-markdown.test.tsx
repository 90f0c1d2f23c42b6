import { cleanup, render } from '@solidjs/testing-library'
import * as fc from 'fast-check'
import { createSignal } from 'solid-js'
import { afterEach, describe, expect, it } from 'vitest'
import { advanceBlocks, noBlocks } from '@mozhou/text/growing-blocks'
import { Markdown } from './markdown.tsx'
import { StreamingMarkdown } from './streaming-markdown.tsx'

afterEach(cleanup)

const article = [
  '## 一、从“写”到“编排”',
  '过去一年，**内容团队**的工作方式变了。',
  '> 工具负责速度，人负责品味。',
  '- 第一；\n- 第二；\n  - 里面的一条',
  '1. 甲\n2. 乙',
  '| 环节 | 现在 |\n| --- | --- |\n| 选题 | 20 分钟 |',
  '```\nconst code = 1\n```',
  '最后一段 🌿。',
].join('\n\n')

const shown = (text: string) => render(() => <Markdown text={text} />).container

describe('what a stranger wrote', () => {
  it.each([
    ['a script', '<script>alert(1)</script>文字'],
    ['an event handler', '<img src=x onerror=alert(1)>文字'],
    ['a frame', '<iframe src="https://evil.example"></iframe>文字'],
    ['a form', '<form action="https://evil.example"><input name=q></form>文字'],
    ['a style', '<style>body{display:none}</style><p style="position:fixed">文字</p>'],
    ['an svg', '<svg><script>alert(1)</script></svg>文字'],
  ])('%s is text like any other', (_, source) => {
    const page = shown(source)
    expect(page.textContent).toBe(source)
    expect(page.querySelectorAll('script, img, iframe, form, input, style, svg, [style], [onerror]')).toHaveLength(0)
  })

  it('a picture that reports who reads is a link to it', () => {
    const page = shown('![x](https://evil.example/pixel.png)文字')
    expect(page.querySelector('img')).toBeNull()
    expect(page.querySelector('a')?.href).toBe('https://evil.example/pixel.png')
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', ' javascript:alert(1)'])(
    'makes no link of %s',
    (address) => {
      expect(shown(`[点我](${address.trim()})`).querySelector('a')).toBeNull()
      expect(shown(`<a href="${address}">点我</a>`).querySelector('a')).toBeNull()
    },
  )

  it('opens links of the web elsewhere, without telling where from', () => {
    const link = shown('[微信](https://mp.weixin.qq.com)').querySelector('a')
    expect(link?.href).toBe('https://mp.weixin.qq.com/')
    expect(link?.rel).toBe('noopener noreferrer nofollow')
    expect(link?.target).toBe('_blank')
  })

  it('is text while it streams, too', () => {
    const [text, setText] = createSignal('好的<im')
    const { container } = render(() => <StreamingMarkdown text={text()} />)
    setText('好的<img src=x onerror=alert(1)>\n\n下一段<script>alert(1)</script>')
    expect(container.textContent).toContain('下一段')
    expect(container.querySelector('img, script')).toBeNull()
  })
})

describe('streaming', () => {
  const stepsOf = (places: number[]) => [...places.toSorted((left, right) => left - right), article.length]

  it('loses and repeats nothing, wherever the pieces end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: article.length })), (places) => {
        const blocks = stepsOf(places).reduce((state, end) => advanceBlocks(state, article.slice(0, end)), noBlocks)
        expect(blocks.settledText + blocks.tail).toBe(article)
        expect(blocks.settledText.replaceAll(/\s/g, '')).toBe(blocks.settled.join('').replaceAll(/\s/g, ''))
      }),
    )
  })

  it('ends up showing what the whole text shows', () => {
    const [text, setText] = createSignal('')
    const streamed = render(() => <StreamingMarkdown text={text()} />)
    for (let end = 0; end <= article.length; end += 7) setText(article.slice(0, end))
    setText(article)
    const whole = render(() => <Markdown text={article} />)
    const shapeOf = (element: Element) =>
      [...element.querySelectorAll('h2, p, li, blockquote, td, th, code, strong')].map(
        (node) => `${node.tagName} ${node.textContent}`,
      )
    expect(shapeOf(streamed.container)).toEqual(shapeOf(whole.container))
  })

  it('leaves finished blocks untouched in the page', () => {
    const [text, setText] = createSignal('第一段。\n\n第二段')
    const { container } = render(() => <StreamingMarkdown text={text()} />)
    const first = container.querySelector('p')
    setText('第一段。\n\n第二段写完了。\n\n第三段')
    expect(container.querySelector('p')).toBe(first)
    expect(container.querySelectorAll('p')).toHaveLength(3)
  })

  it('leaves many finished blocks untouched in the page, too, and puts them into full stretches', () => {
    const paragraphs = Array.from({ length: 40 }, (_, at) => `第 ${at} 段。`)
    const [text, setText] = createSignal('')
    const { container } = render(() => <StreamingMarkdown text={text()} />)
    const seen = new Map<string, Element>()
    for (let end = 1; end <= paragraphs.length; end += 1) {
      setText(paragraphs.slice(0, end).join('\n\n'))
      const shown = [...container.querySelectorAll('p')]
      expect(shown.map(({ textContent }) => textContent)).toEqual(paragraphs.slice(0, end))
      for (const paragraph of shown.slice(0, -2)) {
        const before = seen.get(paragraph.textContent) ?? paragraph
        expect(paragraph).toBe(before)
        seen.set(paragraph.textContent, before)
      }
    }
    const full = [...container.querySelectorAll('[data-full]')]
    expect(full.map((stretch) => stretch.querySelectorAll('p').length)).toEqual([12, 12, 12])
  })

  it('lets a paragraph grow in its place, and leaves its finished parts as they are', () => {
    const source = '先看**地点**，再看`路线`，最后看天气；雨天不去。'
    const [text, setText] = createSignal('先看**地点**，')
    const { container } = render(() => <StreamingMarkdown text={text()} />)
    const paragraph = container.querySelector('p')
    const strong = container.querySelector('strong')
    for (let end = text().length; end <= source.length; end += 1) {
      setText(source.slice(0, end))
      expect(container.querySelector('p')).toBe(paragraph)
      expect(container.querySelector('strong')).toBe(strong)
    }
    expect(paragraph?.innerHTML.replaceAll(/<!.*?-->/g, '')).toBe(
      '先看<strong>地点</strong>，再看<code>路线</code>，最后看天气；雨天不去。',
    )
  })

  it('never shows half of a mark', () => {
    const source =
      '选地方要**近**，见~~远~~与`近`。\n- 第一\n\n**重点内容**结束。\n\n| 项目 | 价 |\n|---|---|\n| 帐篷 | 12 |\n\n## 小结\n好'
    const [text, setText] = createSignal('')
    const { container } = render(() => <StreamingMarkdown text={text()} />)
    for (let end = 1; end <= source.length; end += 1) {
      setText(source.slice(0, end))
      expect(container.textContent).not.toMatch(/[*~`|#]/)
    }
  })

  it('starts over when another model begins again', () => {
    const [text, setText] = createSignal('甲模型的第一段。\n\n甲模型的第二段')
    const { container } = render(() => <StreamingMarkdown text={text()} />)
    setText('')
    setText('乙模型')
    expect(container.textContent.trim()).toBe('乙模型')
  })
})
