import { expect, it } from 'vitest'
import { fetchFile } from './fetch-file.ts'

async function read(url: string, maxBytes: number, fetcher?: typeof fetch): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of fetchFile(url, maxBytes, fetcher)) parts.push(part)
  return Buffer.concat(parts).toString()
}

const answering =
  (answers: Readonly<Record<string, () => Response>>): typeof fetch =>
  (input) => {
    const answer = answers[input instanceof Request ? input.url : input.toString()]
    return answer ? Promise.resolve(answer()) : Promise.reject(new Error('not there'))
  }
const moved = (location: string) => () => new Response(null, { status: 302, headers: { location } })

it('gives what is there, behind a few redirects too', async () => {
  const fetcher = answering({ 'https://a.test/x': moved('/y'), 'https://a.test/y': () => new Response('picture') })
  expect(await read('https://a.test/x', 100, fetcher)).toBe('picture')
})

it.each([
  ['https://a.test/loop', 100],
  ['https://a.test/gone', 100],
  ['https://a.test/long', 3],
])('refuses %s', async (url, maxBytes) => {
  const fetcher = answering({
    'https://a.test/loop': moved('https://a.test/loop'),
    'https://a.test/gone': () => new Response('', { status: 404 }),
    'https://a.test/long': () => new Response('long'),
  })
  await expect(read(url, maxBytes, fetcher)).rejects.toMatchObject({ name: 'FileNotFetched' })
})

it.each(['http://127.0.0.1:3100/f', 'http://169.254.169.254/latest', 'file:///etc/passwd', 'https://localhost/x'])(
  'never reaches %s',
  async (url) => {
    await expect(read(url, 100)).rejects.toMatchObject({ name: 'AddressRefusedError' })
  },
)
