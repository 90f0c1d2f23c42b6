import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { coalesceFrames } from './coalesce-frames.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
})

function follow() {
  return createRoot((dispose) => {
    const [text, setText] = createSignal('')
    return { shown: coalesceFrames(text), setText, dispose }
  })
}

describe('a fast source', () => {
  it('is followed once a frame, behind it and not within', () => {
    const { shown, setText, dispose } = follow()
    const seen: string[] = []
    setText('一')
    setText('一二')
    requestAnimationFrame(() => seen.push(shown()))
    vi.advanceTimersToNextFrame()
    setText('一二三')
    expect(seen).toEqual([''])
    vi.runAllTimers()
    expect(shown()).toBe('一二三')
    dispose()
  })

  it('is followed no more once nobody looks', () => {
    const { shown, setText, dispose } = follow()
    setText('一')
    vi.advanceTimersToNextFrame()
    dispose()
    vi.runAllTimers()
    expect(shown()).toBe('')
    expect(vi.getTimerCount()).toBe(0)
  })
})
