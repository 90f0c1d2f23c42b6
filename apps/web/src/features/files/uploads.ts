import type { FileDto } from '@mozhou/contracts/files/answers'
import type { ShownError } from '@mozhou/ui/wire/wire-error'
import { isSignedOut } from '@mozhou/ui/wire/wire-error'
import { createStore, produce } from 'solid-js/store'
import type { Sending } from './send-file.ts'
import { UploadRefused } from './send-file.ts'
import { partsFrom } from './send-parts.ts'

/** Files that are on their way at once; the others wait. */
const mostAtOnce = 2

export interface UploadRow {
  key: string
  file: File
  state: 'waiting' | 'sending' | 'paused' | 'failed'
  sent: number
  /** Nothing gets through just now, and it is tried again by itself. */
  isBroken: boolean
  /** Sent in parts: it goes on where it stands, in a minute or tomorrow. */
  canPause: boolean
  refusal: ShownError | null
}

/** What is wrong with the file itself, or what is never taken of it: sent once more, it would be refused once more. */
const lasting: ReadonlySet<string> = new Set([
  'FILE_TOO_LARGE',
  'FILE_EMPTY',
  'FILE_TYPE_REFUSED',
  'FILE_KIND_DIFFERS',
  'FILE_ANIMATED',
  'FILE_DAMAGED',
  'FILE_PIXELS',
  'FILE_ZIP_REFUSED',
])

/** Whether another try may end otherwise. */
export const mayRetry = ({ state, refusal }: Pick<UploadRow, 'state' | 'refusal'>): boolean =>
  state === 'failed' && !lasting.has(refusal?.code ?? '')

interface UploadParts {
  send: (sending: Sending) => Promise<FileDto>
  /** Tells the server that nobody goes on with what was begun of a file; left out where nothing is sent in parts. */
  giveUp?: (file: File) => Promise<void>
  /** Makes the session anew where it has run out. */
  renewSession: () => Promise<unknown>
  onTaken: (file: FileDto) => void
}

/** Files on their way, and those that were refused until somebody has seen it. */
export function createUploads({ send, giveUp, renewSession, onTaken }: UploadParts) {
  const [rows, setRows] = createStore<UploadRow[]>([])
  const cancels = new Map<string, AbortController>()
  const pausing = new Set<string>()
  const change = (key: string, change: Partial<UploadRow>) => setRows((row) => row.key === key, change)
  const drop = (key: string) =>
    setRows(
      produce((all) => {
        const index = all.findIndex((row) => row.key === key)
        if (index >= 0) all.splice(index, 1)
      }),
    )

  const forget = ({ key, file }: UploadRow) => {
    drop(key)
    void giveUp?.(file)
  }

  const sendOnce = (row: UploadRow, signal: AbortSignal) =>
    send({
      file: row.file,
      key: row.key,
      signal,
      onProgress: (sent) => change(row.key, { sent }),
      onBroken: (isBroken) => change(row.key, { isBroken }),
    })

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
    change(key, { state: 'sending', isBroken: false, refusal: null })
    void sendOne(waiting, cancel.signal)
      .then(
        (file) => {
          drop(key)
          onTaken(file)
        },
        (cause: unknown) => {
          if (pausing.delete(key)) change(key, { state: 'paused', isBroken: false })
          else if (cancel.signal.aborted) forget(waiting)
          else if (cause instanceof UploadRefused)
            change(key, { state: 'failed', isBroken: false, refusal: cause.shown })
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
        isBroken: false,
        canPause: giveUp !== undefined && file.size >= partsFrom,
        refusal: null,
      }))
      setRows((all) => [...all, ...added])
      next()
    },
    /** Of what failed, or was paused. */
    retry(key: string) {
      change(key, { state: 'waiting', refusal: null })
      next()
    },
    /** Until somebody goes on with it. */
    pause(key: string) {
      const underWay = cancels.get(key)
      if (underWay) {
        pausing.add(key)
        underWay.abort()
      } else change(key, { state: 'paused' })
    },
    cancel(key: string) {
      const underWay = cancels.get(key)
      const row = rows.find((one) => one.key === key)
      if (underWay) underWay.abort()
      else if (row) forget(row)
    },
  }
}

export type Uploads = ReturnType<typeof createUploads>
