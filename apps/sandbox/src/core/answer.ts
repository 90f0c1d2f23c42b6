/** One complete HTTP answer, as a vendor would give it. */
export interface VendorAnswer {
  status: number
  contentType: string
  body: string | Buffer
  headers: Record<string, string>
}

export function jsonAnswer(status: number, value: unknown, headers: Record<string, string> = {}): VendorAnswer {
  return { status, contentType: 'application/json', body: JSON.stringify(value), headers }
}
