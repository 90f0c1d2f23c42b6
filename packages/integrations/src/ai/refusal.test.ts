import { describe, expect, it } from 'vitest'
import { readRefusal, refusalError } from './refusal.ts'
import { openAiErrors } from './vendors/openai.ts'
import { qwenErrors } from './vendors/qwen.ts'

describe('the kind of a refusal', () => {
  const qwen = (code: string, message: string, httpStatus = 400) =>
    refusalError({ vendor: 'qwen', errorTable: qwenErrors, httpStatus, body: { error: { code, message } } }).kind
  const openAi = (code: string, message: string) =>
    refusalError({ vendor: 'openai', errorTable: openAiErrors, httpStatus: 400, body: { error: { code, message } } })
      .kind

  it('is told by words where the vendor gives one code to several', () => {
    expect(qwen('invalid_parameter_error', 'Range of input length should be [1, 129024]')).toBe('context_too_long')
    expect(qwen('InvalidParameter', '<400> InternalError.Algo.InvalidParameter: Range of input length should be')).toBe(
      'context_too_long',
    )
    expect(
      openAi('invalid_prompt', 'Invalid prompt: your prompt was flagged as potentially violating our usage policy.'),
    ).toBe('content_rejected')
  })

  it('is the code’s where the words are others, stand elsewhere, or come with another status', () => {
    expect(qwen('invalid_parameter_error', 'temperature: Range of input length')).toBe('invalid_request')
    expect(qwen('Throttling', 'Range of input length should be [1, 129024]')).toBe('rate_limited')
    expect(openAi('invalid_prompt', 'Invalid prompt: messages must not be empty')).toBe('invalid_request')
  })
})

describe('an ordinary answer', () => {
  it.each([
    { error: null },
    { error: '' },
    { error: {} },
    { error: { code: null, message: '' } },
    { error: { code: 0, message: '' } },
  ])('with the empty member %j is no refusal', (empty) => {
    expect(readRefusal({ ...empty, choices: [{ delta: { content: '文' } }] })).toBeNull()
  })

  it('with an error that says nothing but words is one', () => {
    expect(readRefusal({ error: { message: 'overloaded' } })).toMatchObject({ codes: [], message: 'overloaded' })
  })
})
