import { propertyRounds } from '@mozhou/contracts/testing/env'
import { drawnDocument, missingWords } from '@mozhou/text/testing/draw-document'
import { Markdown } from '@mozhou/ui/components/markdown.tsx'
import { StreamingMarkdown } from '@mozhou/ui/components/streaming-markdown.tsx'
import { cleanup, render } from '@solidjs/testing-library'
import { assert, property } from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { plainCopy, richCopy } from './copy-result.ts'

afterEach(cleanup)

const textOf = (html: string) => new DOMParser().parseFromString(html, 'text/html').body.textContent

const forms: Record<string, (markdown: string) => string> = {
  'the screen': (markdown) => render(() => <Markdown text={markdown} />).container.textContent,
  'the screen while it is written': (markdown) =>
    render(() => <StreamingMarkdown text={markdown} />).container.textContent,
  复制纯文本: plainCopy,
  带格式复制: (markdown) => textOf(richCopy(markdown)),
}

it.each(Object.entries(forms))('%s has all words, numbers and marks of a drawn article, in their order', (_, show) => {
  assert(
    property(drawnDocument, ({ markdown, words }) => {
      // A text that goes on ends in something that is no half of a mark.
      const shown = show(`${markdown}\n\n完。`)
      cleanup()
      expect(missingWords(shown, words)).toEqual([])
    }),
    propertyRounds(100),
  )
})
