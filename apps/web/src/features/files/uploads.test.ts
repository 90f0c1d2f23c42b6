import type { FileDto } from '@mozhou/contracts/files/answers'
import { restError } from '@mozhou/ui/wire/wire-error'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Sending } from './send-file.ts'
import { UploadRefused } from './send-file.ts'
import { partsFrom } from './send-parts.ts'
import { createUploads, mayRetry } from './uploads.ts'

interface Sent extends Sending {
  answer: (file: Partial<FileDto>) => void
  refuse: (code: string) => void
}

let sent: Sent[]
let taken: string[]
let renewed: number
let givenUp: string[]
beforeEach(() => {
  sent = []
  taken = []
  renewed = 0
  givenUp = []
})

const open = () =>
  createUploads({
    send: (sending) =>
      new Promise((resolve, reject) => {
        sending.signal.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')))
        const refuse = (code: string) => reject(new UploadRefused(restError(JSON.stringify({ error: { code } }))))
        sent.push({ ...sending, answer: (file) => resolve(file as FileDto), refuse })
      }),
    giveUp: async ({ name }) => void givenUp.push(name),
    renewSession: async () => {
      renewed += 1
    },
    onTaken: ({ name }) => void taken.push(name),
  })
const file = (name: string) => new File(['x'], name)
const film = (name: string) => Object.defineProperty(new File(['x'], name), 'size', { value: partsFrom })
const states = ({ rows }: ReturnType<typeof open>) => rows.map((row) => `${row.file.name} ${row.state}`)
const settled = () => new Promise((resolve) => setTimeout(resolve))

it('sends two at once, and the next when one is taken', async () => {
  const uploads = open()
  uploads.add([file('a'), file('b'), file('c')])
  expect(states(uploads)).toEqual(['a sending', 'b sending', 'c waiting'])
  sent[0]?.answer({ name: 'a' })
  await settled()
  expect(states(uploads)).toEqual(['b sending', 'c sending'])
  expect(taken).toEqual(['a'])
})

it('tells how much has left', () => {
  const uploads = open()
  uploads.add([file('a')])
  sent[0]?.onProgress(40)
  expect(uploads.rows[0]?.sent).toBe(40)
})

it.each([
  ['FILE_TYPE_REFUSED', false],
  ['FILE_EMPTY', false],
  ['FILE_TOO_LARGE', false],
  ['FILE_CUT_OFF', true],
  ['FILES_FULL', true],
  ['FILES_BUSY', true],
])('refused with %s, another try may help: %s', async (code, helps) => {
  const uploads = open()
  uploads.add([file('a')])
  sent[0]?.refuse(code)
  await settled()
  expect(uploads.rows.map(mayRetry)).toEqual([helps])
})

it('keeps what was refused, and tries it again under the same key', async () => {
  const uploads = open()
  uploads.add([file('a')])
  sent[0]?.refuse('FILE_TOO_LARGE')
  await settled()
  expect(uploads.rows[0]).toMatchObject({ state: 'failed', refusal: { code: 'FILE_TOO_LARGE' } })
  uploads.retry(uploads.rows[0]?.key ?? '')
  expect(sent[1]?.key).toBe(sent[0]?.key)
  sent[1]?.answer({ name: 'a' })
  await settled()
  expect(uploads.rows).toEqual([])
})

it('forgets what was cancelled, on its way or waiting, and goes on', async () => {
  const uploads = open()
  uploads.add([file('a'), file('b'), file('c'), file('d')])
  const [a, , c] = uploads.rows.map(({ key }) => key)
  uploads.cancel(c ?? '')
  uploads.cancel(a ?? '')
  await settled()
  expect(states(uploads)).toEqual(['b sending', 'd sending'])
})

it('renews a session that has run out once, and sends again', async () => {
  const uploads = open()
  uploads.add([file('a')])
  sent[0]?.refuse('SESSION_EXPIRED')
  await vi.waitFor(() => expect(sent).toHaveLength(2))
  expect(renewed).toBe(1)
  sent[1]?.refuse('SESSION_EXPIRED')
  await settled()
  expect(uploads.rows[0]).toMatchObject({ state: 'failed', refusal: { code: 'SESSION_EXPIRED' } })
  expect(renewed).toBe(1)
})

it('pauses what is sent in parts, lets the next one by, and goes on where it stood', async () => {
  const uploads = open()
  uploads.add([film('a'), file('b'), file('c')])
  const [a] = uploads.rows.map(({ key }) => key)
  expect(uploads.rows.map(({ canPause }) => canPause)).toEqual([true, false, false])
  sent[0]?.onProgress(7)
  uploads.pause(a ?? '')
  await settled()
  expect(states(uploads)).toEqual(['a paused', 'b sending', 'c sending'])
  expect(uploads.rows[0]).toMatchObject({ sent: 7, refusal: null })
  expect(givenUp).toEqual([])
  uploads.retry(a ?? '')
  sent[1]?.answer({ name: 'b' })
  await settled()
  expect(states(uploads)).toEqual(['a sending', 'c sending'])
  expect(uploads.rows[0]?.sent).toBe(7)
  expect(sent[3]?.key).toBe(a)
})

it('gives up what was cancelled, on its way, paused or failed', async () => {
  const uploads = open()
  uploads.add([film('a'), film('b')])
  const [a, b] = uploads.rows.map(({ key }) => key)
  uploads.cancel(a ?? '')
  uploads.pause(b ?? '')
  await settled()
  uploads.cancel(b ?? '')
  expect(uploads.rows).toEqual([])
  expect(givenUp).toEqual(['a', 'b'])
})

it('tells that the line is broken while it is tried again', () => {
  const uploads = open()
  uploads.add([film('a')])
  sent[0]?.onBroken(true)
  expect(uploads.rows[0]).toMatchObject({ state: 'sending', isBroken: true })
  sent[0]?.onBroken(false)
  expect(uploads.rows[0]?.isBroken).toBe(false)
})
