import { cleanup, render } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Markdown } from './markdown.tsx'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const paragraphs = (count: number) => Array.from({ length: count }, (_, at) => `第 ${at} 段。`)
const shownIn = (container: Element) => [...container.querySelectorAll('p')].map(({ textContent }) => textContent)

describe('a long text', () => {
  it('begins at once and goes on behind the next frame, in order and whole', () => {
    const { container } = render(() => <Markdown text={paragraphs(120).join('\n\n')} />)
    expect(shownIn(container)).toEqual(paragraphs(12))
    vi.runAllTimers()
    expect(shownIn(container)).toEqual(paragraphs(120))
  })

  it('gives way to another one, also before it is all there', () => {
    const [text, setText] = createSignal(paragraphs(120).join('\n\n'))
    const { container } = render(() => <Markdown text={text()} />)
    setText(paragraphs(60).toReversed().join('\n\n'))
    vi.runAllTimers()
    expect(shownIn(container)).toEqual(paragraphs(60).toReversed())
    setText('一段')
    expect(shownIn(container)).toEqual(['一段'])
    expect(vi.getTimerCount()).toBe(0)
  })
})

it('a text of ordinary length is there at once', () => {
  const { container } = render(() => <Markdown text={paragraphs(48).join('\n\n')} />)
  expect(shownIn(container)).toEqual(paragraphs(48))
})
