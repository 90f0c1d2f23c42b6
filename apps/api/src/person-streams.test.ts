import { expect, it } from 'vitest'
import { createPersonStreams } from './person-streams.ts'

it('lets each person have so many open at once, and counts a stream that ended once', () => {
  const streams = createPersonStreams(2)
  const leave = streams.enter('a')
  streams.enter('a')
  expect(() => streams.enter('a')).toThrow(
    expect.objectContaining({ code: 'EVENT_STREAMS_LIMIT', params: { limit: 2 } }),
  )
  streams.enter('b')
  leave()
  leave()
  streams.enter('a')
  expect(() => streams.enter('a')).toThrow()
})
