import { videoScript } from '@mozhou/contracts/tools/video-script/tool'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { expect, it } from 'vitest'
import { changedFields, editableResult } from './edit-draft.ts'

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
