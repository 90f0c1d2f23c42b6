import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ServerSentEvent } from './sse-parser.ts'
import { createSseParser } from './sse-parser.ts'

function parse(pieces: string[]): ServerSentEvent[] {
  const events: ServerSentEvent[] = []
  const feed = createSseParser((event) => events.push(event))
  for (const piece of pieces) feed(piece)
  return events
}

const stream = [
  ': a comment\r\n',
  'event: connected\r\ndata: {}\r\n\r\n',
  'id: 1001-1\ndata: 你好\ndata: 世界\n\n',
  'data:no space\r\r',
  'id: 1001-2\n\n',
  'event: done\nid: 9999999-1\ndata: end\n\n',
].join('')

it('joins data lines, keeps the last id and names the type', () => {
  expect(parse([stream])).toEqual([
    { type: 'connected', data: '{}', lastEventId: '' },
    { type: 'message', data: '你好\n世界', lastEventId: '1001-1' },
    { type: 'message', data: 'no space', lastEventId: '1001-1' },
    { type: 'done', data: 'end', lastEventId: '9999999-1' },
  ])
})

it('reads the same events wherever the network cuts the stream', () => {
  const whole = parse([stream])
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: stream.length - 1 }))
  fc.assert(
    fc.property(cuts, (places) => {
      const sorted = [0, ...places.toSorted((left, right) => left - right), stream.length]
      const pieces = sorted.slice(1).map((end, index) => stream.slice(sorted[index], end))
      expect(parse(pieces)).toEqual(whole)
    }),
  )
})

it('gives no event for what was cut off before its empty line', () => {
  expect(parse(['id: 1-1\ndata: half'])).toEqual([])
})
