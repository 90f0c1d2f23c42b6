import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { protocols, type Protocol } from '../../testing/protocols.ts'
import { readAll } from '../../testing/read-stream.ts'
import { startSandbox, type RunningSandbox } from '../../testing/start-sandbox.ts'

let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
beforeEach(() => sandbox.control('POST', '/reset', {}))
afterAll(() => sandbox.stop())

async function receive(protocol: Protocol, fault: string) {
  const text = '主题：秋天的第一次露营\n字数：200字'
  return readAll(await protocol.send(sandbox, { text, isStream: true, model: `${protocol.model}@${fault}` }))
}

describe.each(protocols)('bytes of $name', (protocol) => {
  it('crlf ends every line with both marks', async () => {
    const { raw } = await receive(protocol, 'crlf')
    expect(raw).toContain('\r\n\r\n')
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('comments put a keep-alive line before every frame', async () => {
    const { raw } = await receive(protocol, 'comments')
    const frames = raw.split('\n\n').filter((frame) => frame !== '')
    expect(frames.length).toBeGreaterThan(20)
    expect(frames.filter((_, index) => index % 2 === 0).every((frame) => frame === ': keep-alive')).toBe(true)
  })

  it('no-space has none after the colon', async () => {
    const { raw } = await receive(protocol, 'no-space')
    expect(raw).toMatch(/^data:\{/m)
    expect(raw).not.toMatch(/^(data|event): /m)
  })

  it('split-frames cuts inside characters and inside the word data', async () => {
    const { pieces } = await receive(protocol, 'split-frames')
    const isBroken = (piece: Uint8Array) => {
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(piece)
        return false
      } catch (cause) {
        if (cause instanceof TypeError) return true
        throw cause
      }
    }
    expect(pieces.filter(isBroken).length).toBeGreaterThan(20)
    const texts = pieces.map((piece) => new TextDecoder().decode(piece))
    expect(texts.some((text) => /(^|\n)(d|da|dat|data)$/.test(text))).toBe(true)
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(13)
  })
})

describe('a client that leaves', () => {
  const openAi = protocols.find((protocol) => protocol.name === 'openai')

  async function leave(fault: string, afterMs: number) {
    const controller = new AbortController()
    const call = fetch(`${sandbox.url}/openai/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk-sandbox', 'content-type': 'application/json' },
      body: JSON.stringify({
        model: `${openAi?.model}@${fault}`,
        stream: true,
        messages: [{ role: 'user', content: '主题：散步' }],
      }),
      signal: controller.signal,
    }).then((response) => response.text())
    setTimeout(() => controller.abort(), afterMs)
    await expect(call).rejects.toThrow('aborted')
    // The server hears of it a moment after the client.
    await expect.poll(async () => (await sandbox.lastRequest()).endedBy, { interval: 5 }).not.toBeNull()
    return sandbox.lastRequest()
  }

  it('ends a hanging call without an answer', async () => {
    expect(await leave('hang', 60)).toMatchObject({ endedBy: 'client', status: null, chunksSent: 0 })
  })

  it('ends a call that hangs after some pieces', async () => {
    expect(await leave('hang:4', 120)).toMatchObject({ endedBy: 'client', status: 200, chunksSent: 4 })
  })

  it('stops a slow stream', async () => {
    const request = await leave('slow-tokens:20', 100)
    expect(request.endedBy).toBe('client')
    expect(request.chunksSent).toBeLessThan(10)
  })
})
