import { VendorError } from '@mozhou/contracts/vendor-error'
import { propertyRounds } from '@mozhou/contracts/testing/env'
import { array, assert, asyncProperty, constantFrom, integer } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFrames } from './response-frames.ts'
import type { SseEvent } from './sse.ts'
import { readFixture, splitBytes } from './testing/read-fixture.ts'
import { startWatchdog } from './watchdog.ts'

function bodyOf(pieces: Uint8Array[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new Uint8Array(piece))
      controller.close()
    },
  })
}

async function read(pieces: Uint8Array[]): Promise<SseEvent[]> {
  const limits = { firstTokenTimeoutMs: 5_000, idleTimeoutMs: 5_000 }
  const watchdog = startWatchdog('openai', limits, new AbortController().signal)
  const frames: SseEvent[] = []
  try {
    for await (const frame of readFrames('openai', bodyOf(pieces), watchdog)) frames.push(frame)
  } finally {
    watchdog.stop()
  }
  return frames
}

const whole = (text: string) => [new TextEncoder().encode(text)]

describe('readFrames', () => {
  it.each(['openai.sse', 'qwen.sse', 'anthropic.sse'])(
    'gives the same frames of %s at any byte split',
    async (name) => {
      const text = readFixture(name)
      const expected = await read(whole(text))
      expect(expected.length).toBeGreaterThan(5)
      const sizes = array(integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 })
      const ending = constantFrom('\n', '\r\n', '\r')
      await assert(
        asyncProperty(sizes, ending, async (sizes, lineEnd) => {
          expect(await read(splitBytes(text.replaceAll('\n', lineEnd), sizes))).toEqual(expected)
        }),
        propertyRounds(60),
      )
    },
  )

  it('reads one JSON document as one frame, whatever white space leads it', async () => {
    const text = '\ufeff\n  {"error": {"code": "server_error"},\n\n "id": "秋"}'
    expect(await read(splitBytes(text, [3, 1]))).toEqual([{ event: null, data: text.slice(4) }])
  })

  it('takes an HTML page for an outage', async () => {
    await expect(read(whole('\n<html><body>502</body></html>'))).rejects.toMatchObject({
      kind: 'unavailable',
      details: { vendorCode: 'html_body' },
    })
  })

  it('does not collect a frame without end', async () => {
    const endless = [...whole('data: '), ...Array.from({ length: 45 }, () => new Uint8Array(100_000).fill(97))]
    await expect(read(endless)).rejects.toBeInstanceOf(VendorError)
  })

  it('finds nothing in an empty body', async () => {
    expect(await read([])).toEqual([])
    expect(await read(whole(' \n '))).toEqual([])
  })
})
