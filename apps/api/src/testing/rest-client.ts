import type { RestErrorDto } from '@mozhou/contracts/requests/answers'

export interface RestCall {
  bearer?: string
  body?: unknown
  headers?: Record<string, string>
}

export interface RestAnswer {
  status: number
  /** The body as it is; `error` is set where it is the envelope. */
  body: unknown
  error: RestErrorDto['error'] | null
  headers: Headers
}

/** `send('POST /writing/tools', …)` against /api/v1 of a running API. */
export function restClient(url: string) {
  return async (endpoint: string, call: RestCall = {}): Promise<RestAnswer> => {
    const [method = 'GET', path = '/'] = endpoint.split(' ')
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...(call.body !== undefined && { 'content-type': 'application/json' }),
        ...(call.bearer !== undefined && { authorization: `Bearer ${call.bearer}` }),
        ...call.headers,
      },
      ...(call.body !== undefined && { body: typeof call.body === 'string' ? call.body : JSON.stringify(call.body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    const body: unknown = isJson ? JSON.parse(text) : text
    const error = isJson && response.status >= 400 ? (body as RestErrorDto).error : null
    return { status: response.status, body, error, headers: response.headers }
  }
}
