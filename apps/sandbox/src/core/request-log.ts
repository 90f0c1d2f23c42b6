/** What went over the wire in one call; keys are masked before they get here. */
export interface RequestRecord {
  id: string
  /** ISO time of arrival. */
  time: string
  vendor: string
  method: string
  path: string
  headers: Record<string, string>
  /** Parsed JSON where it parses, else the raw text; cut at 64 KiB. */
  body: unknown
  model: string | null
  faults: string[]
  /** null while the answer is under way. */
  status: number | null
  durationMs: number | null
  /** Pieces of text sent so far (streams only). */
  chunksSent: number
  endedBy: 'sandbox' | 'client' | 'cut' | null
}

const capacity = 1000

export interface RequestLog {
  add(record: RequestRecord): void
  /** Newest first. */
  list(filter: { limit: number; vendor?: string }): RequestRecord[]
  clear(): void
}

export function createRequestLog(): RequestLog {
  let records: RequestRecord[] = []
  return {
    add(record) {
      records.push(record)
      // Trimmed in batches: shifting an array on every request would cost the benchmarks.
      if (records.length > capacity + 200) records = records.slice(-capacity)
    },
    list({ limit, vendor }) {
      const recent = records.slice(-capacity)
      const wanted = vendor === undefined ? recent : recent.filter((record) => record.vendor === vendor)
      return wanted.slice(-limit).reverse()
    },
    clear() {
      records = []
    },
  }
}
