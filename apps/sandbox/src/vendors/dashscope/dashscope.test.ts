import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, joinedText, jsonFrames, parseFrames, readAll } from '../../testing/read-stream.ts'
import { startSandbox, type RunningSandbox } from '../../testing/start-sandbox.ts'

let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.stop())

const messages = [{ role: 'user', content: '主题：散步\n字数：200' }]
const model = 'qwen-plus'
const compatible = (body: object = {}, key = 'sk-sandbox') =>
  sandbox.post(
    '/dashscope/compatible-mode/v1/chat/completions',
    { model, messages, ...body },
    { authorization: `Bearer ${key}` },
  )
const native = (body: object = {}, headers: Record<string, string> = {}) =>
  sandbox.post(
    '/dashscope/api/v1/services/aigc/text-generation/generation',
    { model, input: { messages }, ...body },
    { authorization: 'Bearer sk-sandbox', ...headers },
  )
const sse = { 'X-DashScope-SSE': 'enable' }

describe('compatible mode', () => {
  it.each<[string, object, string, number, string]>([
    ['bad key', {}, 'sk-bad', 401, 'invalid_api_key'],
    ['arrears', {}, 'sk-arrears', 400, 'Arrearage'],
    ['retired model', { model: 'qwen-max' }, 'sk-sandbox', 404, 'model_not_found'],
    ['retired model', { model: 'qwen-turbo' }, 'sk-sandbox', 404, 'model_not_found'],
    ['unknown parameter', { foo: 1 }, 'sk-sandbox', 400, 'invalid_parameter_error'],
    ['temperature 2', { temperature: 2 }, 'sk-sandbox', 400, 'invalid_parameter_error'],
    ['too many tokens', { max_tokens: 900_000 }, 'sk-sandbox', 400, 'invalid_parameter_error'],
  ])('%s', async (_name, body, key, status, code) => {
    const response = await compatible(body, key)
    const answer: unknown = await response.json()
    expect([response.status, at(answer, 'error', 'code')]).toEqual([status, code])
    expect(at(answer, 'request_id')).toBe(response.headers.get('x-request-id'))
  })

  it('streams an empty role chunk first, usage null throughout, then usage and [DONE]', async () => {
    const { raw } = await readAll(await compatible({ stream: true, stream_options: { include_usage: true } }))
    const frames = jsonFrames(raw)
    expect(at(frames[0], 'choices', 0, 'delta')).toEqual({ content: '', role: 'assistant' })
    expect(frames.slice(0, -1).every((frame) => frame.usage === null)).toBe(true)
    expect(frames.at(-1)).toMatchObject({ choices: [], usage: { prompt_tokens_details: { cached_tokens: 0 } } })
    expect(parseFrames(raw).at(-1)?.data).toBe('[DONE]')
  })

  it('shows its reasoning only when told to think', async () => {
    const reasoning = async (body: object) => {
      const frames = jsonFrames((await readAll(await compatible({ stream: true, ...body }))).raw)
      return joinedText(frames, 'choices', 0, 'delta', 'reasoning_content')
    }
    expect(await reasoning({ enable_thinking: true })).toContain('散步')
    expect(await reasoning({})).toBe('')
  })

  it('fails inspection inside the stream', async () => {
    const { raw } = await readAll(await compatible({ stream: true, model: `${model}@content-block-mid:3` }))
    expect(jsonFrames(raw).at(-1)).toMatchObject({ error: { code: 'data_inspection_failed' } })
    expect(raw).not.toContain('[DONE]')
  })

  it('lists models', async () => {
    const url = `${sandbox.url}/dashscope/compatible-mode/v1/models`
    const list: unknown = await (await fetch(url, { headers: { authorization: 'Bearer sk-sandbox' } })).json()
    expect(at(list, 'data')).toContainEqual(expect.objectContaining({ id: model }))
    expect((await fetch(url)).status).toBe(401)
  })
})

describe('native generation', () => {
  it('answers as text by default and as a message on request', async () => {
    const text: unknown = await (await native()).json()
    expect(at(text, 'output', 'text')).toContain('沙盒示例')
    const message: unknown = await (await native({ parameters: { result_format: 'message' } })).json()
    expect(at(message, 'output', 'choices', 0)).toMatchObject({ finish_reason: 'stop', message: { role: 'assistant' } })
    expect(at(message, 'usage', 'total_tokens')).toBe(
      Number(at(message, 'usage', 'input_tokens')) + Number(at(message, 'usage', 'output_tokens')),
    )
  })

  it('streams numbered frames with a hidden status, no space, the word null, cumulative usage and no [DONE]', async () => {
    const parameters = { result_format: 'message', incremental_output: true }
    const { raw } = await readAll(await native({ parameters }, sse))
    const blocks = raw.trim().split('\n\n')
    expect(blocks[0]).toMatch(/^id:1\nevent:result\n:HTTP_STATUS\/200\ndata:\{/)
    const frames = jsonFrames(raw)
    const finishes = frames.map((frame) => at(frame, 'output', 'choices', 0, 'finish_reason'))
    expect(finishes.slice(0, -1).every((finish) => finish === 'null')).toBe(true)
    expect(finishes.at(-1)).toBe('stop')
    const counts = frames.map((frame) => Number(at(frame, 'usage', 'output_tokens')))
    expect(counts).toEqual([...counts].sort((a, b) => a - b))
    expect(raw).not.toContain('[DONE]')
  })

  it('repeats the whole text in every frame unless told to be incremental', async () => {
    const { raw } = await readAll(await native({}, { accept: 'text/event-stream' }))
    const texts = jsonFrames(raw).map((frame) => String(at(frame, 'output', 'text')))
    expect(texts.length).toBeGreaterThan(20)
    expect(texts.every((text, index) => text.startsWith(texts[index - 1] ?? ''))).toBe(true)
  })

  it.each([
    ['content-block-mid:2', 400, 'DataInspectionFailed'],
    ['error-in-stream:2', 500, 'InternalError'],
  ])('%s comes as event:error behind an outer 200', async (fault, status, code) => {
    const response = await native({ model: `${model}@${fault}` }, sse)
    const last = parseFrames((await readAll(response)).raw).at(-1)
    expect(response.status).toBe(200)
    expect(last).toMatchObject({ event: 'error', comments: [`:HTTP_STATUS/${status}`] })
    expect(JSON.parse(last?.data ?? '')).toMatchObject({ code, request_id: expect.any(String) })
  })

  it.each<[string, object, number, string]>([
    ['retired model', { model: 'qwen-max' }, 404, 'ModelNotFound'],
    ['no input', { input: {} }, 400, 'BadRequest.EmptyInput'],
    ['unknown parameter', { parameters: { foo: 1 } }, 400, 'InvalidParameter'],
    ['a top-level parameter', { temperature: 1 }, 400, 'InvalidParameter'],
  ])('%s', async (_name, body, status, code) => {
    const response = await native(body)
    expect([response.status, at(await response.json(), 'code')]).toEqual([status, code])
  })
})
