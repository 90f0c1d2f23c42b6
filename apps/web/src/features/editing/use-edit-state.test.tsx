import type { VersionDto } from '@mozhou/contracts/creations/answers'
import { story } from '@mozhou/contracts/tools/story/tool'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { createRoot } from 'solid-js'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createEditState } from './use-edit-state.ts'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

const version: Pick<VersionDto, 'id' | 'result'> = { id: 'ver_1', result: { title: '雨夜', body: '门外有人。' } }

const open = () => createRoot((dispose) => ({ ...createEditState(story as ToolDefinition, 'cre_1', version), dispose }))

const kept = () => localStorage.getItem('mozhou.edit.cre_1')

it('does not overwrite what another tab has changed, says so, and does when told to', () => {
  const state = open()
  // Another tab, with storage of its own.
  localStorage.setItem('mozhou.edit.cre_1', '{"other":"tab"}')
  state.set('title', '雪夜')
  vi.advanceTimersByTime(500)
  expect([state.isWithTabAlone(), kept()]).toEqual([true, '{"other":"tab"}'])
  state.keepHere()
  expect(state.isWithTabAlone()).toBe(false)
  expect(kept()).toContain('雪夜')
  state.dispose()
})

it('finds its own changes again after a reload, whatever the other tab left on the device', () => {
  const before = open()
  localStorage.setItem('mozhou.edit.cre_1', '{"other":"tab"}')
  before.set('title', '雪夜')
  before.dispose()
  const after = open()
  expect(after.result()['title']).toBe('雪夜')
  after.dispose()
})
