export interface HttpCall {
  method: string
  path: string
  headers?: Record<string, string>
  body?: Blob
  /** Bytes of the body that have left. */
  onProgress?: (sent: number) => void
  signal?: AbortSignal
}

export interface HttpAnswer {
  /** 0 without an answer. */
  status: number
  header: (name: string) => string | null
  text: string
}

export type SendHttp = (call: HttpCall) => Promise<HttpAnswer>

/** By XMLHttpRequest, which alone tells how much has left. @throws DOMException when it was cancelled */
export const sendHttp: SendHttp = ({ method, path, headers = {}, body, onProgress, signal }) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new DOMException('cancelled', 'AbortError'))
    const request = new XMLHttpRequest()
    request.open(method, path)
    request.setRequestHeader('x-mozhou-app', 'web')
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    if (onProgress) request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded))
    request.addEventListener('load', () =>
      resolve({
        status: request.status,
        header: (name) => request.getResponseHeader(name),
        text: request.responseText,
      }),
    )
    request.addEventListener('error', () => resolve({ status: 0, header: () => null, text: '' }))
    request.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')))
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(body ?? null)
  })
