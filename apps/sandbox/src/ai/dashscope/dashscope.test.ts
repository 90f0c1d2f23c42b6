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

  it.each<[string, object, string]>([
    ['a wrong parameter', { temperature: 2 }, 'invalid_parameter_error'],
    ['content it will not write on', { model: `${model}@content-block` }, 'data_inspection_failed'],
  ])('%s in a streaming call is refused with 400 and a frame', async (_name, body, code) => {
    const response = await compatible({ stream: true, ...body })
    const { raw } = await readAll(response)
    expect(response.status).toBe(400)
    expect(raw).toMatch(/^data: \{"error":\{/)
    expect(at(jsonFrames(raw)[0], 'error', 'code')).toBe(code)
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
