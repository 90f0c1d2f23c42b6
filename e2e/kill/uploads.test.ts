import { randomBytes } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest'
import { bareId } from '../support/ids.ts'
import { addPerson } from '../support/person.ts'
import type { Person } from '../support/person.ts'
import { startStack } from '../support/stack.ts'
import type { Stack } from '../support/stack.ts'
import { until } from '../support/until.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack?.close())
beforeEach(() => onTestFailed(() => console.log(stack.logs())))

const heads = ({ api }: Person) => ({ authorization: `Bearer ${api.token}`, 'tus-resumable': '1.0.0' })
const addressOf = (person: Person, path = '/api/v1/files/uploads') => new URL(path, person.api.eventsUrl('gen_1'))
const standing = async (person: Person, path: string) => {
  const { headers } = await fetch(addressOf(person, path), { method: 'HEAD', headers: heads(person) })
  return { offset: Number(headers.get('upload-offset')), file: headers.get('upload-file') }
}

async function begin(person: Person, bytes: number): Promise<string> {
  const headers = { ...heads(person), 'upload-length': String(bytes) }
  const begun = await fetch(addressOf(person), { method: 'POST', headers })
  return begun.headers.get('location') ?? ''
}

/** A part whose sender is in the middle of it. */
function sendSlowly(person: Person, path: string, bytes: Buffer, offset: number, some: number) {
  const { hostname, port } = addressOf(person)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  const all = { ...heads(person), 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.write(`PATCH ${path} HTTP/1.1\r\nhost: a\r\ncontent-length: ${bytes.length - offset}\r\n${lines.join('')}\r\n`)
  socket.write(bytes.subarray(offset, offset + some))
  return socket
}

/** Noise as a sound: the head of a WAV, and samples. */
function sound(samples: number): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF')
  head.writeUInt32LE(samples + 36, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.write('data', 36)
  head.writeUInt32LE(samples, 40)
  return Buffer.concat([head, randomBytes(samples)])
}

test('the API killed within a part, twice: what had come stays, and the file is whole', async () => {
  const person = await addPerson(stack)
  const whole = sound(3_000_000)
  const path = await begin(person, whole.length)
  const onDisk = join(
    stack.env['FILES_DIR'] ?? '',
    'uploads',
    bareId('fileUpload', path.slice(path.lastIndexOf('/') + 1)),
  )
  let offset = 0
  for (const some of [700_000, 900_000]) {
    const socket = sendSlowly(person, path, whole, offset, some)
    const wanted = offset + some
    await until('the part is written down', async () => (await stat(onDisk).catch(() => null))?.size === wanted)
    await stack.api.kill()
    socket.destroy()
    await stack.api.start()
    expect(await standing(person, path)).toEqual({ offset: wanted, file: null })
    offset = wanted
  }
  const headers = {
    ...heads(person),
    'content-type': 'application/offset+octet-stream',
    'upload-offset': String(offset),
  }
  const rest = new Uint8Array(whole.subarray(offset))
  const last = await fetch(addressOf(person, path), { method: 'PATCH', headers, body: rest })
  const file = last.headers.get('upload-file')
  expect(file).toMatch(/^fil_/)
  const kept = await fetch(addressOf(person, `/api/v1/files/${file ?? ''}`), { headers: heads(person) })
  expect(Buffer.from(await kept.arrayBuffer()).equals(whole)).toBe(true)
})

test('the API killed when the last byte had come: whoever asks next is told of the one file', async () => {
  const person = await addPerson(stack)
  const whole = sound(40_000_000)
  const path = await begin(person, whole.length)
  const onDisk = join(
    stack.env['FILES_DIR'] ?? '',
    'uploads',
    bareId('fileUpload', path.slice(path.lastIndexOf('/') + 1)),
  )
  const socket = sendSlowly(person, path, whole, 0, whole.length)
  await until('all of it is written down', async () => (await stat(onDisk).catch(() => null))?.size === whole.length)
  await stack.api.kill()
  socket.destroy()
  await stack.api.start()
  const asked = await Promise.all([1, 2, 3].map(() => standing(person, path)))
  expect(new Set(asked.map(({ file }) => file)).size).toBe(1)
  expect(asked[0]).toEqual({ offset: whole.length, file: expect.stringMatching(/^fil_/) })
  expect(await person.api.query('files.list', { limit: 10 })).toMatchObject({ items: [{ id: asked[0]?.file }] })
  expect(await person.api.query('files.space')).toMatchObject({ usedBytes: whole.length, heldBytes: 0 })
})
