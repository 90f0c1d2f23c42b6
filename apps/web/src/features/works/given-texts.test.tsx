import { missingWords } from '@mozhou/text/testing/draw-document'
import { givenTexts, readText } from '@mozhou/text/testing/given-texts'
import { Markdown } from '@mozhou/ui/components/markdown.tsx'
import { StreamingMarkdown } from '@mozhou/ui/components/streaming-markdown.tsx'
import { cleanup, render } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, describe, expect, it } from 'vitest'
import { plainCopy, richCopy } from './copy-result.ts'

afterEach(cleanup)

const page = (markdown: string) => render(() => <Markdown text={markdown} />).container
const pasted = (markdown: string) => new DOMParser().parseFromString(richCopy(markdown), 'text/html').body

const forms: Record<string, (markdown: string) => string> = {
  'the screen': (markdown) => page(markdown).textContent,
  'the screen while it is written': (markdown) =>
    render(() => <StreamingMarkdown text={`${markdown}\n\n完。`} />).container.textContent,
  复制纯文本: plainCopy,
  带格式复制: (markdown) => pasted(markdown).textContent,
}

describe.each(Object.entries(forms))('%s', (_form, show) => {
  it.each(givenTexts)('says $name whole', ({ markdown, words, marks }) => {
    const shown = show(markdown)
    expect(missingWords(shown, words)).toEqual([])
    expect(marks.filter((mark) => shown.includes(mark))).toEqual([])
  })
})

describe('the screen', () => {
  it('begins a list where it says, and aligns columns', () => {
    const shown = page(readText('ticks-alignment-start'))
    expect(shown.querySelector('ol')?.start).toBe(3)
    expect(shown.querySelector('td:last-child')?.className).toContain('text-right')
  })

  it('shows no half of a mark while a text grows letter by letter', () => {
    const source = readText('every-mark-once')
    const [text, setText] = createSignal('')
    const { container } = render(() => <StreamingMarkdown text={text()} />)
    for (let end = 1; end <= source.length; end += 1) {
      setText(source.slice(0, end))
      expect(container.textContent).not.toMatch(/[*|#]|---/u)
      expect(container.querySelector('h1, h2')).toBeNull()
    }
    expect(container.querySelector('strong')?.textContent).toBe('重点内容要加粗')
    expect(container.querySelector('table')).not.toBeNull()
  })

  it('runs nothing of a text with angle brackets', () => {
    const shown = page(`${readText('angle-brackets')}\n\n<script>alert(1)</script><img src=x onerror=alert(1)>`)
    expect(shown.querySelector('script, img')).toBeNull()
  })
})

it('带格式复制 carries a style on every element that it is made of', () => {
  const elements = [...pasted(readText('table-and-code')).querySelectorAll('table, th, td, pre, p, section')]
  expect(elements.length).toBeGreaterThan(10)
  expect(elements.filter((element) => !element.hasAttribute('style'))).toEqual([])
  expect(pasted(readText('table-and-code')).querySelector('td')?.getAttribute('style')).toContain('border:1px')
  const lists = [...pasted(readText('nested-lists')).querySelectorAll('ul, ol, li')]
  expect(lists.filter((element) => !element.hasAttribute('style'))).toEqual([])
})
