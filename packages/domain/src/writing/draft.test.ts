import { pino } from 'pino'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createDraft } from './draft.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function draftOf(isPart: boolean) {
  const seen = { shown: '', saved: [] as string[] }
  const draft = createDraft({
    baseText: '前文。',
    isShown: true,
    isPart,
    writer: {
      delta: (text) => void (seen.shown += text),
      thinking: () => undefined,
      retract: () => void (seen.shown = ''),
      picture: () => undefined,
      flush: () => Promise.resolve(),
      close: () => undefined,
    },
    save: (text) => Promise.resolve(seen.saved.push(text) > 0),
    onSuperseded: () => undefined,
    log: pino({ level: 'silent' }),
  })
  const say = (text: string) => {
    for (const piece of Array.from(text)) draft.take({ type: 'delta', text: piece })
  }
  return { draft, seen, say }
}

const announced = '好的，以下是第二部分：\n\n'

it('shows and saves a part without what announces it, and keeps the whole for whoever stores it', async () => {
  const { draft, seen, say } = draftOf(true)
  say(announced)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(seen).toEqual({ shown: '', saved: [] })
  say('风停了。')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(seen).toEqual({ shown: '风停了。', saved: ['前文。风停了。'] })
  say('船')
  expect(seen.shown).toBe('风停了。船')
  expect(draft.text()).toBe(`前文。${announced}风停了。船`)
  draft.close()
})

it('shows what was held back of a part that ends there, and begins again when it was taken back', async () => {
  const { draft, seen, say } = draftOf(true)
  say('好的。')
  expect(seen.shown).toBe('')
  await draft.flush()
  expect(seen.shown).toBe('好的。')
  draft.take({ type: 'retract' })
  say(`${announced}风`)
  expect(seen.shown).toBe('风')
  draft.close()
})

it('shows every letter of a text that is no part', () => {
  const { draft, seen, say } = draftOf(false)
  say('好的')
  expect(seen.shown).toBe('好的')
  draft.close()
})
