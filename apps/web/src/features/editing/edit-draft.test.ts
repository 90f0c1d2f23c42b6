import { videoScript } from '@mozhou/contracts/tools/video-script/tool'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { expect, it } from 'vitest'
import { changedFields, editableResult, openEditDraft } from './edit-draft.ts'

const tool = videoScript as ToolDefinition

it('offers every section of the tool, of its own kind, and nothing else', () => {
  const result = editableResult(tool, { title: '夜跑', shots: [{ scene: '河边' }], notes: 5, more: '…' })
  expect(result).toEqual({ title: '夜跑', hook: '', shots: [{ scene: '河边' }], notes: '', tags: [] })
})

it('sends what was changed alone', () => {
  const before = { title: '夜跑', tags: ['甲'], shots: [{ seconds: 5 }] }
  expect(changedFields(before, { ...before })).toEqual({})
  expect(changedFields(before, { ...before, tags: ['甲', '乙'] })).toEqual({ tags: ['甲', '乙'] })
})

it('finds what was typed by its work, with the version it was typed over, whatever versions came since', () => {
  const before = editableResult(tool, { title: '夜跑' })
  const result = { ...before, title: '夜跑十公里' }
  const draft = openEditDraft(tool, 'cre_1')
  expect(draft.write({ baseVersionId: 'ver_1', before, result })).toBe(true)
  expect(openEditDraft(tool, 'cre_1').read()).toEqual({ baseVersionId: 'ver_1', before, result })
  expect(openEditDraft(tool, 'cre_2').read()).toBeNull()
  draft.forget()
  expect(openEditDraft(tool, 'cre_1').read()).toBeNull()
})
