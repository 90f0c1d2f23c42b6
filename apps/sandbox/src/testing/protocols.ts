import type { VendorKey } from '../core/vendor-key.ts'
import { at, jsonFrames, parseFrames } from './read-stream.ts'
import type { RunningSandbox } from './start-sandbox.ts'
import { isSet } from '../core/is-set.ts'

/** What a client of one protocol gets out of an answer. */
export interface Heard {
  text: string
  finish: unknown
  outputTokens: unknown
  isDone: boolean
}

/** One protocol as a client speaks it: enough to run the same faults over all of them. */
export interface Protocol {
  name: string
  vendor: VendorKey
  model: string
  send(sandbox: RunningSandbox, options: { text: string; isStream: boolean; model?: string }): Promise<Response>
  hearStream(raw: string): Heard
  hearPlain(body: unknown): Heard
  finishStop: string
  finishLength: string
  /** Outer statuses and vendor codes of refusals; code at `codePath`. */
  codePath: (string | number)[]
}

const user = (text: string) => [{ role: 'user', content: text }]
const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

function hearChunks(raw: string): Heard {
  const chunks = jsonFrames(raw)
  const finishes = chunks.map((chunk) => at(chunk, 'choices', 0, 'finish_reason')).filter(isSet)
  return {
    text: chunks.map((chunk) => textOf(at(chunk, 'choices', 0, 'delta', 'content'))).join(''),
    finish: finishes.at(-1),
    outputTokens: chunks.map((chunk) => at(chunk, 'usage', 'completion_tokens')).findLast(isSet),
    isDone: parseFrames(raw).at(-1)?.data === '[DONE]',
  }
}

function hearCompletion(body: unknown): Heard {
  return {
    text: textOf(at(body, 'choices', 0, 'message', 'content')),
    finish: at(body, 'choices', 0, 'finish_reason'),
    outputTokens: at(body, 'usage', 'completion_tokens'),
    isDone: true,
  }
}

function compatible(
  own: Pick<Protocol, 'name' | 'vendor' | 'model' | 'codePath'> & { path: string; key: string; extra?: object },
): Protocol {
  return {
    ...own,
    finishStop: 'stop',
    finishLength: 'length',
    send: (sandbox, { text, isStream, model }) =>
      sandbox.post(
        own.path,
        {
          model: model ?? own.model,
          messages: user(text),
          ...(isStream && { stream: true, stream_options: { include_usage: true } }),
          ...own.extra,
        },
        { authorization: `Bearer ${own.key}` },
      ),
    hearStream: hearChunks,
    hearPlain: hearCompletion,
  }
}

const anthropic: Protocol = {
  name: 'anthropic',
  vendor: 'anthropic',
  model: 'claude-sonnet-5-5',
  finishStop: 'end_turn',
  finishLength: 'max_tokens',
  codePath: ['error', 'type'],
  send: (sandbox, { text, isStream, model }) =>
    sandbox.post(
      '/anthropic/v1/messages',
      { model: model ?? 'claude-sonnet-5-5', max_tokens: 8000, messages: user(text), stream: isStream },
      { 'x-api-key': 'sk-ant-sandbox', 'anthropic-version': '2023-06-01' },
    ),
  hearStream(raw) {
    const frames = jsonFrames(raw)
    const end = frames.findLast((frame) => frame.type === 'message_delta')
    return {
      text: frames.map((frame) => textOf(at(frame, 'delta', 'text'))).join(''),
      finish: at(end, 'delta', 'stop_reason'),
      outputTokens: at(end, 'usage', 'output_tokens'),
      isDone: frames.at(-1)?.type === 'message_stop',
    }
  },
  hearPlain: (body) => ({
    text: textOf(at(body, 'content', 0, 'text')),
    finish: at(body, 'stop_reason'),
    outputTokens: at(body, 'usage', 'output_tokens'),
    isDone: true,
  }),
}

async function wenxinToken(sandbox: RunningSandbox): Promise<string> {
  const path = '/baidu/oauth/2.0/token?grant_type=client_credentials&client_id=any-access&client_secret=any-secret'
  const body: unknown = await (await sandbox.post(path, '')).json()
  return textOf(at(body, 'access_token'))
}

const wenxin: Protocol = {
  name: 'baidu-v1',
  vendor: 'baidu',
  model: 'completions_pro',
  finishStop: 'normal',
  finishLength: 'length',
  codePath: ['error_code'],
  async send(sandbox, { text, isStream, model }) {
    const token = await wenxinToken(sandbox)
    const path = `/baidu/rpc/2.0/ai_custom/v1/wenxinworkshop/chat/${encodeURIComponent(model ?? 'completions_pro')}?access_token=${token}`
    return sandbox.post(path, { messages: user(text), stream: isStream })
  },
  hearStream(raw) {
    const frames = jsonFrames(raw)
    const last = frames.at(-1)
    return {
      text: frames.map((frame) => textOf(frame.result)).join(''),
      finish: at(last, 'finish_reason'),
      outputTokens: at(last, 'usage', 'completion_tokens'),
      isDone: at(last, 'is_end') === true,
    }
  },
  hearPlain: (body) => ({
    text: textOf(at(body, 'result')),
    finish: at(body, 'finish_reason'),
    outputTokens: at(body, 'usage', 'completion_tokens'),
    isDone: at(body, 'is_end') === true,
  }),
}

const native: Protocol = {
  name: 'dashscope-native',
  vendor: 'dashscope',
  model: 'qwen-plus',
  finishStop: 'stop',
  finishLength: 'length',
  codePath: ['code'],
  send: (sandbox, { text, isStream, model }) =>
    sandbox.post(
      '/dashscope/api/v1/services/aigc/text-generation/generation',
      {
        model: model ?? 'qwen-plus',
        input: { messages: user(text) },
        parameters: { result_format: 'message', ...(isStream && { incremental_output: true }) },
      },
      { authorization: 'Bearer sk-sandbox', ...(isStream && { 'X-DashScope-SSE': 'enable' }) },
    ),
  hearStream(raw) {
    const frames = jsonFrames(raw).filter((frame) => frame.output !== undefined)
    const finish = at(frames.at(-1), 'output', 'choices', 0, 'finish_reason')
    return {
      text: frames.map((frame) => textOf(at(frame, 'output', 'choices', 0, 'message', 'content'))).join(''),
      finish: finish === 'null' ? undefined : finish,
      outputTokens: at(frames.at(-1), 'usage', 'output_tokens'),
      isDone: finish !== undefined && finish !== 'null',
    }
  },
  hearPlain: (body) => ({
    text: textOf(at(body, 'output', 'choices', 0, 'message', 'content')),
    finish: at(body, 'output', 'choices', 0, 'finish_reason'),
    outputTokens: at(body, 'usage', 'output_tokens'),
    isDone: true,
  }),
}

export const protocols: readonly Protocol[] = [
  compatible({
    name: 'openai',
    vendor: 'openai',
    model: 'gpt-6-luna',
    path: '/openai/v1/chat/completions',
    key: 'sk-sandbox',
    codePath: ['error', 'code'],
  }),
  anthropic,
  compatible({
    name: 'baidu-v2',
    vendor: 'baidu',
    model: 'ernie-5.1',
    path: '/baidu/v2/chat/completions',
    key: 'bce-v3/ALTAK-sandbox/sandbox',
    codePath: ['error', 'code'],
  }),
  wenxin,
  compatible({
    name: 'zhipu',
    vendor: 'zhipu',
    model: 'glm-5.3',
    path: '/zhipu/api/paas/v4/chat/completions',
    key: 'sandbox.sandbox-secret',
    codePath: ['error', 'code'],
  }),
  compatible({
    name: 'dashscope-compatible',
    vendor: 'dashscope',
    model: 'qwen-plus',
    path: '/dashscope/compatible-mode/v1/chat/completions',
    key: 'sk-sandbox',
    codePath: ['error', 'code'],
  }),
  native,
]
