import type { TextVendorKey } from '@mozhou/contracts/models/vendor-keys'
import type { Authorization } from './authorization.ts'
import { createCompatibleReader, type ReaderDialect } from './compatible-reader.ts'
import { loadOpenAi } from './load-sdks.ts'
import type { TextModel, TextRequest, TextTarget } from './port.ts'
import { refusalError, type ErrorTable } from './refusal.ts'
import { readSampling, type TemperatureRange } from './sampling.ts'
import { streamAnswer } from './stream-answer.ts'
import { connectionError } from './transport-error.ts'

interface CompatibleQuirks {
  tokenLimitField: 'max_tokens' | 'max_completion_tokens'
  temperature: TemperatureRange
  /** Usage comes only when `stream_options` asks for it; other vendors refuse the field. */
  asksForUsage: boolean
  reasoning(target: TextTarget): Record<string, unknown>
  endUser(endUserKey: string): Record<string, unknown>
  authorize(target: TextTarget): Authorization
}

export interface CompatibleVendor {
  vendor: TextVendorKey
  quirks: CompatibleQuirks & Omit<ReaderDialect, 'vendor' | 'errorTable'>
  errorTable: ErrorTable
}

function buildBody({ quirks }: CompatibleVendor, target: TextTarget, request: TextRequest) {
  return {
    model: target.upstreamModel,
    messages: request.messages,
    stream: true as const,
    ...(quirks.asksForUsage && { stream_options: { include_usage: true } }),
    [quirks.tokenLimitField]: Math.min(request.maxOutputTokens, target.parameters.maxOutputTokens),
    ...readSampling(target.parameters, request.temperature, quirks.temperature),
    ...quirks.reasoning(target),
    ...quirks.endUser(request.endUserKey),
  }
}

/** A text model that speaks chat completions, over the official SDK with its own retries and stream parser left out. */
export function openAiCompatible(spec: CompatibleVendor): (target: TextTarget) => TextModel {
  const { vendor, quirks, errorTable } = spec

  const send = async (target: TextTarget, request: TextRequest, token: string, signal: AbortSignal) => {
    const { APIConnectionError, APIError, createClient } = await loadOpenAi()
    try {
      const client = createClient(target, token)
      return await client.chat.completions.create(buildBody(spec, target, request), { signal }).asResponse()
    } catch (cause) {
      if (cause instanceof APIConnectionError) throw connectionError(vendor, cause)
      if (!(cause instanceof APIError) || cause.status === undefined) throw cause
      const { status: httpStatus, error: body, headers } = cause
      throw refusalError({ vendor, errorTable, httpStatus, body, headers, cause })
    }
  }

  const open = async (target: TextTarget, request: TextRequest, signal: AbortSignal) => {
    const authorization = quirks.authorize(target)
    const token = await authorization.token()
    try {
      return await send(target, request, token, signal)
    } catch (refusal) {
      if (!(await authorization.renews(refusal, token))) throw refusal
      return send(target, request, await authorization.token(), signal)
    }
  }

  return (target) => ({
    stream: (request, signal) =>
      streamAnswer(
        {
          vendor,
          requestedModel: target.upstreamModel,
          limits: target.limits,
          open: (upstreamSignal) => open(target, request, upstreamSignal),
          read: createCompatibleReader({ ...quirks, vendor, errorTable }),
        },
        request,
        signal,
      ),
  })
}
