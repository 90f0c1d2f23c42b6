import OpenAI, { APIError } from 'openai'
import { readFramedError } from './framed-error.ts'
import type { TextTarget } from './port.ts'
import { vendorFetch } from './vendor-fetch.ts'

export { APIConnectionError, APIError, APIUserAbortError } from 'openai'

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
