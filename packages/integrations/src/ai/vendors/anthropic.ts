import type { Anthropic } from '@anthropic-ai/sdk'
import { readApiKey, unsupportedProfile } from '../authorization.ts'
import { loadAnthropic } from '../load-sdks.ts'
import type { TextModel, TextRequest, TextTarget } from '../port.ts'
import { refusalError } from '../refusal.ts'
import { readSampling } from '../sampling.ts'
import { streamAnswer } from '../stream-answer.ts'
import { connectionError } from '../transport-error.ts'
import { vendorFetch } from '../vendor-fetch.ts'
import { anthropicErrors } from './anthropic-errors.ts'
import { readAnthropicEvent } from './anthropic-reader.ts'
import { readThinking } from './anthropic-thinking.ts'

const vendor = 'anthropic'

/** Two header generations: https://platform.claude.com/docs/en/api/versioning (read 2026-11). The SDK sends the newer one. */
function readHeaders(target: TextTarget): Record<string, string | null> {
  if (target.authProfile === 'bearer') return {}
  if (target.authProfile !== 'x_api_key') throw unsupportedProfile(target)
  return { authorization: null, 'x-api-key': readApiKey(target), 'anthropic-version': '2023-06-01' }
}

function createClient(sdk: typeof Anthropic, target: TextTarget): Anthropic {
  return new sdk({
    baseURL: target.baseUrl,
    apiKey: readApiKey(target),
    fetch: vendorFetch(target),
    maxRetries: 0,
    logLevel: 'off',
    // Its spans would carry prompts into whatever tracer the process has.
    openTelemetry: false,
    defaultHeaders: readHeaders(target),
    fetchOptions: { redirect: 'manual' },
  })
}

/**
 * From version 2026-10-21 on, sampling fields are refused even with their default values. Before it they may not be set
 * while a model thinks, and not both at once: https://platform.claude.com/docs/en/api/messages (read 2026-11).
 */
function readTemperature({ authProfile, parameters }: TextTarget, request: TextRequest, isThinking: boolean) {
  if (authProfile === 'bearer' || isThinking) return {}
  const { top_p, temperature } = readSampling(parameters, request.temperature, { min: 0, max: 1 })
  if (temperature !== undefined) return { temperature }
  return top_p === undefined ? {} : { top_p }
}

function buildBody(target: TextTarget, request: TextRequest) {
  const system = request.messages.filter((message) => message.role === 'system').map((message) => message.content)
  const turns = request.messages.flatMap(({ role, content }) => (role === 'system' ? [] : [{ role, content }]))
  const maxTokens = Math.min(request.maxOutputTokens, target.parameters.maxOutputTokens)
  const thinking = readThinking(target, maxTokens)
  return {
    model: target.upstreamModel,
    max_tokens: maxTokens,
    messages: turns,
    stream: true as const,
    metadata: { user_id: request.endUserKey },
    ...(system.length > 0 && { system: system.join('\n\n') }),
    ...readTemperature(target, request, target.parameters.reasoning !== 'off' && 'thinking' in thinking),
    ...thinking,
  }
}

async function open(target: TextTarget, request: TextRequest, signal: AbortSignal): Promise<Response> {
  const { default: sdk, APIConnectionError, APIError } = await loadAnthropic()
  try {
    return await createClient(sdk, target).messages.create(buildBody(target, request), { signal }).asResponse()
  } catch (cause) {
    if (cause instanceof APIConnectionError) throw connectionError(vendor, cause)
    if (!(cause instanceof APIError) || cause.status === undefined) throw cause
    const { status: httpStatus, error: body, headers } = cause
    throw refusalError({ vendor, errorTable: anthropicErrors, httpStatus, body, headers, cause })
  }
}

/** Claude over the Messages API and the official SDK, with its own retries and stream parser left out. */
export function anthropic(target: TextTarget): TextModel {
  return {
    stream: (request, signal) =>
      streamAnswer(
        {
          vendor,
          requestedModel: target.upstreamModel,
          limits: target.limits,
          open: (upstreamSignal) => open(target, request, upstreamSignal),
          read: readAnthropicEvent,
        },
        request,
        signal,
      ),
  }
}
