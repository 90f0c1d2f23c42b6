import { AppError } from '@mozhou/contracts/errors'
import { expect, it } from 'vitest'
import { textTool } from './text-tool.ts'

it('is the tool that a text was written with', () => {
  expect(textTool({ kind: 'writing', toolKey: 'story' })).toBe('story')
  expect(() => textTool({ kind: 'writing', toolKey: 'poem' })).toThrow('tool_key')
})

it('is refused for a work of another kind', () => {
  expect(() => textTool({ kind: 'numbers', toolKey: 'story' })).toThrow(new AppError('CREATION_HAS_NO_TEXT'))
})
