import { array, assert, constantFrom, integer, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSseReader, type SseEvent } from './sse.ts'

function parse(...texts: string[]): SseEvent[] {
  const reader = createSseReader(1_000)
  return [...texts.flatMap((text) => reader.push(text)), ...reader.end()]
}

describe('createSseReader', () => {
  it.each([
    ['line feeds', 'event: a\ndata: 1\n\ndata: 2\n\n'],
    ['carriage returns with line feeds', 'event: a\r\ndata: 1\r\n\r\ndata: 2\r\n\r\n'],
    ['carriage returns', 'event: a\rdata: 1\r\rdata: 2\r\r'],
    ['no space after the colon', 'event:a\ndata:1\n\ndata:2\n\n'],
    [
      'comments and unknown fields',
      ': keep-alive\nevent: a\n:HTTP_STATUS/200\nid: 7\nretry: 10\ndata: 1\n\n:\n\ndata: 2\n\n',
    ],
    ['a last event without its blank line', 'event: a\ndata: 1\n\ndata: 2'],
  ])('reads %s', (_name, text) => {
    expect(parse(text)).toEqual([
      { event: 'a', data: '1' },
      { event: null, data: '2' },
    ])
  })

  it('joins data over several lines and keeps inner spaces', () => {
    expect(parse('data:  {"a":\ndata: 1}\n\n')).toEqual([{ event: null, data: ' {"a":\n1}' }])
  })

  it('drops an event name without data', () => {
    expect(parse('event: ping\n\ndata: x\n\n')).toEqual([{ event: null, data: 'x' }])
  })

  it('does not take a CRLF cut in two for a blank line', () => {
    expect(parse('data: a\r', '\ndata: b\r', '\n\r', '\n')).toEqual([{ event: null, data: 'a\nb' }])
  })

  it.each([
    ['in one line', ['data: 12345', '6789']],
    ['in several lines', ['data: 1234\n', 'data: 5678\n', 'data: 9']],
    ['in one piece', ['data: 1\n\ndata: 123456789012345']],
  ])('holds back no more than its bound, %s', (_name, pieces) => {
    const reader = createSseReader(14)
    const [last = '', ...before] = pieces.toReversed()
    for (const piece of before.toReversed()) reader.push(piece)
    expect(reader.isOverfull()).toBe(false)
    reader.push(last)
    expect(reader.isOverfull()).toBe(true)
  })

  it('gives the events that came before the one without end', () => {
    const reader = createSseReader(14)
    expect(reader.push('data: 1\n\ndata: 123456789012345')).toEqual([{ event: null, data: '1' }])
  })

  it('counts only what is unfinished', () => {
    const reader = createSseReader(14)
    for (let round = 0; round < 50; round += 1) {
      expect(reader.push('data: 12345\n\n: a comment longer than the bound\n')).toHaveLength(1)
      expect(reader.isOverfull()).toBe(false)
    }
  })

  it('gives the same events however the text is cut', () => {
    const line = constantFrom('data: 秋', 'data:x', 'event: e', ': c', '', 'id: 1', 'data', 'data: a: b')
    const ending = constantFrom('\n', '\r\n', '\r')
    const stream = array(tuple(line, ending), { maxLength: 30 }).map((lines) => lines.flat().join(''))
    assert(
      property(stream, array(integer({ min: 1, max: 9 }), { minLength: 1 }), (text, sizes) => {
        const pieces: string[] = []
        for (let start = 0, turn = 0; start < text.length; turn += 1) {
          const end = start + (sizes[turn % sizes.length] ?? 1)
          pieces.push(text.slice(start, end))
          start = end
        }
        expect(parse(...pieces)).toEqual(parse(text))
      }),
    )
  })
})
