import OpenAI, { APIConnectionError, APIError } from 'openai'
import type { TextVendorKey } from '@mozhou/contracts/models/vendor-keys'
import type { Authorization } from './authorization.ts'
import { createCompatibleReader, type ReaderDialect } from './compatible-reader.ts'
import { readFramedError } from './framed-error.ts'
import type { TextModel, TextRequest, TextTarget } from './port.ts'
import { refusalError, type ErrorTable } from './refusal.ts'
import { readSampling, type TemperatureRange } from './sampling.ts'
import { streamAnswer } from './stream-answer.ts'
import { connectionError } from './transport-error.ts'
import { vendorFetch } from './vendor-fetch.ts'

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

/** Keeps the whole error body: some vendors put their code beside `error`, where the SDK's own error loses it. */
class CompatibleClient extends OpenAI {
  protected override makeStatusError(
    status: number,
    body: object | undefined,
    message: string | undefined,
    headers: Headers,
  ): APIError {
    return new APIError(status, body ?? readFramedError(message), message, headers)
  }
}

export function createClient(
  target: Pick<TextTarget, 'baseUrl' | 'network'>,
  apiKey: string,
  send: typeof fetch = vendorFetch(target),
): OpenAI {
  return new CompatibleClient({
    baseURL: target.baseUrl,
    apiKey,
    fetch: send,
    maxRetries: 0,
    logLevel: 'off',
    // The SDK reads these from the environment when left out; they would leak one vendor's account into another's calls.
    organization: null,
    project: null,
    adminAPIKey: null,
    webhookSecret: null,
    // An API does not redirect. Following one would carry prompt and key to wherever it points.
    fetchOptions: { redirect: 'manual' },
  })
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
