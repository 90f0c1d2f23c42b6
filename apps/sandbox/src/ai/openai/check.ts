import type { VendorAnswer } from '../../core/answer.ts'
import { contentText, type ChatCall, type Checked } from '../chat/chat-protocol.ts'
import { bracketPath, firstIssue, type BodyIssue } from '../../core/first-issue.ts'
import { toPromptMessages, toStops } from '../chat/prompt-messages.ts'
import { modelGone, modelUnknown, openAiError } from './errors.ts'
import { findOpenAiModel, type OpenAiModel } from './models.ts'
import { openAiChatRequest, type OpenAiChatRequest } from './schema.ts'
import { isSet } from '../../core/is-set.ts'

export interface OpenAiCall extends ChatCall {
  includesUsage: boolean
  includesObfuscation: boolean
}

export function describeIssue(issue: BodyIssue): VendorAnswer {
  const param = bracketPath(issue.path)
  if (issue.kind === 'too_big') return outOfRange(param, issue, 'above_max_value', `<= ${issue.expected}`)
  if (issue.kind === 'too_small') return outOfRange(param, issue, 'below_min_value', `>= ${issue.expected}`)
  const { code, message } = {
    unknown: { code: 'unknown_parameter', message: `Unknown parameter: '${param}'.` },
    missing: { code: 'missing_required_parameter', message: `Missing required parameter: '${param}'.` },
    type: {
      code: 'invalid_type',
      message: `Invalid type for '${param}': expected ${issue.expected}, but got ${issue.received} instead.`,
    },
    value: {
      code: 'invalid_value',
      message: `Invalid value for '${param}'. Supported values are: ${issue.expected}.`,
    },
    other: { code: 'invalid_value', message: `Invalid value for '${param}'.` },
  }[issue.kind]
  return openAiError(400, { message, param, code })
}

function outOfRange(param: string, issue: BodyIssue, suffix: string, bound: string): VendorAnswer {
  const code = issue.received === 'array' ? `array_${suffix}` : `${issue.received}_${suffix}`
  return openAiError(400, {
    message: `Invalid '${param}': ${code.replaceAll('_', ' ')}. Expected a value ${bound}.`,
    param,
    code,
  })
}

function unsupported(param: string, message: string, code = 'unsupported_parameter'): VendorAnswer {
  return openAiError(400, { message, param, code })
}

const samplingNames = ['temperature', 'top_p', 'presence_penalty', 'frequency_penalty'] as const
const samplingDefaults = { temperature: 1, top_p: 1, presence_penalty: 0, frequency_penalty: 0 }

/** Rules that depend on the model: token limit name, sampling, reasoning effort. */
function modelRule(request: OpenAiChatRequest, model: OpenAiModel): VendorAnswer | null {
  if (!model.isReasoning) {
    if (!isSet(request.reasoning_effort)) return null
    return unsupported('reasoning_effort', `Unrecognized request argument supplied: reasoning_effort`)
  }
  if (isSet(request.max_tokens)) {
    return unsupported(
      'max_tokens',
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
    )
  }
  const reasons = request.reasoning_effort !== 'none'
  const isSamplingFree = model.sampling === 'onlyWithoutReasoning' && !reasons
  if (isSamplingFree) return null
  const used = samplingNames.find((name) => isSet(request[name]) && request[name] !== samplingDefaults[name])
  if (used === undefined) return null
  return unsupported(
    used,
    `Unsupported value: '${used}' does not support ${String(request[used])} with this model. Only the default (${samplingDefaults[used]}) value is supported.`,
    'unsupported_value',
  )
}

function requestRule(request: OpenAiChatRequest): VendorAnswer | null {
  if (isSet(request.stream_options) && request.stream !== true) {
    return openAiError(400, {
      message: "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
      param: 'stream_options',
    })
  }
  if ((request.n ?? 1) > 1) {
    return openAiError(400, { message: "The sandbox answers with one choice only: 'n' must be 1.", param: 'n' })
  }
  const mentionsJson = request.messages.some((message) => /json/i.test(contentText(message.content)))
  if (request.response_format?.type === 'json_object' && !mentionsJson) {
    return openAiError(400, {
      message: "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
      param: 'messages',
    })
  }
  return null
}

export function checkOpenAi(body: unknown, modelId: string | null): Checked<OpenAiCall> {
  if (modelId === null || modelId === '') {
    return { kind: 'refused', answer: openAiError(400, { message: 'you must provide a model parameter' }) }
  }
  const issue = firstIssue(openAiChatRequest, body)
  if (issue !== null) return { kind: 'refused', answer: describeIssue(issue) }
  const request = openAiChatRequest.parse(body)
  const model = findOpenAiModel(modelId)
  if (model === null) return { kind: 'refused', answer: modelUnknown(modelId) }
  if (model === 'retired') return { kind: 'refused', answer: modelGone(modelId) }
  const broken = modelRule(request, model) ?? requestRule(request)
  if (broken !== null) return { kind: 'refused', answer: broken }
  return {
    kind: 'ok',
    call: {
      model: model.id,
      isStream: request.stream === true,
      messages: toPromptMessages(request.messages),
      maxTokens: request.max_completion_tokens ?? request.max_tokens ?? null,
      stop: toStops(request.stop),
      hasReasoning: model.isReasoning && request.reasoning_effort !== 'none',
      wantsJson: request.response_format !== undefined && request.response_format.type !== 'text',
      includesUsage: request.stream_options?.include_usage === true,
      includesObfuscation: request.stream_options?.include_obfuscation !== false,
    },
  }
}
