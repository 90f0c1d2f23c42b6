import type { FileDto } from '@mozhou/contracts/files/answers'
import type { ShownError } from '@mozhou/ui/api/wire-error'
import { isSignedOut } from '@mozhou/ui/api/wire-error'
import { createStore, produce } from 'solid-js/store'
import { UploadRefused } from './send-file.ts'
import type { Sending } from './send-file.ts'

/** Files that are on their way at once; the others wait. */
const mostAtOnce = 2

export interface UploadRow {
  key: string
  file: File
  state: 'waiting' | 'sending' | 'failed'
  sent: number
  refusal: ShownError | null
}

interface UploadParts {
  send: (sending: Sending) => Promise<FileDto>
  /** Makes the session anew where it has run out. */
  renewSession: () => Promise<unknown>
  onTaken: (file: FileDto) => void
}

/** Files on their way, and those that were refused until somebody has seen it. */
export function createUploads({ send, renewSession, onTaken }: UploadParts) {
  const [rows, setRows] = createStore<UploadRow[]>([])
  const cancels = new Map<string, AbortController>()
  const change = (key: string, change: Partial<UploadRow>) => setRows((row) => row.key === key, change)
  const drop = (key: string) =>
    setRows(
      produce((all) => {
        const index = all.findIndex((row) => row.key === key)
        if (index >= 0) all.splice(index, 1)
      }),
    )

  const sendOnce = (row: UploadRow, signal: AbortSignal) =>
    send({ file: row.file, key: row.key, signal, onProgress: (sent) => change(row.key, { sent }) })

  async function sendOne(row: UploadRow, signal: AbortSignal): Promise<FileDto> {
    try {
      return await sendOnce(row, signal)
    } catch (cause) {
      if (!(cause instanceof UploadRefused) || !isSignedOut(cause.shown.code)) throw cause
      await renewSession()
      return sendOnce(row, signal)
    }
  }

  function next(): void {
    const waiting = rows.find(({ state }) => state === 'waiting')
    if (!waiting || rows.filter(({ state }) => state === 'sending').length >= mostAtOnce) return
    const { key } = waiting
    const cancel = new AbortController()
    cancels.set(key, cancel)
    change(key, { state: 'sending', sent: 0, refusal: null })
    void sendOne(waiting, cancel.signal)
      .then(
        (file) => {
          drop(key)
          onTaken(file)
        },
        (cause: unknown) => {
          if (cancel.signal.aborted) drop(key)
          else if (cause instanceof UploadRefused) change(key, { state: 'failed', refusal: cause.shown })
          else throw cause
        },
      )
      .finally(() => {
        cancels.delete(key)
        next()
      })
    next()
  }

  return {
    rows,
    add(files: Iterable<File>) {
      const added = [...files].map((file): UploadRow => ({
        key: crypto.randomUUID(),
        file,
        state: 'waiting',
        sent: 0,
        refusal: null,
      }))
      setRows((all) => [...all, ...added])
      next()
    },
    retry(key: string) {
      change(key, { state: 'waiting', refusal: null })
      next()
    },
    cancel(key: string) {
      const underWay = cancels.get(key)
      if (underWay) underWay.abort()
      else drop(key)
    },
  }
}

export type Uploads = ReturnType<typeof createUploads>
