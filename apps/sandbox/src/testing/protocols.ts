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
  vendor: string
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
  own: Pick<Protocol, 'name' | 'vendor' | 'model' | 'codePath'> & { path: string; key: string },
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
    name: 'baidu',
    vendor: 'baidu',
    model: 'ernie-5.1',
    path: '/baidu/v2/chat/completions',
    key: 'bce-v3/ALTAK-sandbox/sandbox',
    codePath: ['error', 'code'],
  }),
  compatible({
    name: 'zhipu',
    vendor: 'zhipu',
    model: 'glm-5.3',
    path: '/zhipu/api/paas/v4/chat/completions',
    key: 'sandbox.sandbox-secret',
    codePath: ['error', 'code'],
  }),
  compatible({
    name: 'dashscope',
    vendor: 'dashscope',
    model: 'qwen-plus',
    path: '/dashscope/compatible-mode/v1/chat/completions',
    key: 'sk-sandbox',
    codePath: ['error', 'code'],
  }),
]
