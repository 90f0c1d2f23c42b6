import { afterEach, describe, expect, it, vi } from 'vitest'
import { beijingHour, fromBeijingTime, toBeijingInstant, toBeijingTime } from './beijing-time.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('Beijing time', () => {
  it.each(['UTC', 'Asia/Shanghai', 'America/New_York'])('H 12: is the same on a server in %s', (timeZone) => {
    vi.stubEnv('TZ', timeZone)
    const at = new Date('2026-11-22T16:30:05.999Z')
    expect(toBeijingTime(at)).toBe('2026-11-23 00:30:05')
    expect(toBeijingInstant(at)).toBe('2026-11-23T00:30:05+08:00')
    expect(fromBeijingTime('2026-11-23 00:30:05')).toEqual(new Date('2026-11-22T16:30:05Z'))
    expect(beijingHour('2026-11-22', 1, 9)).toEqual(new Date('2026-11-23T01:00:00Z'))
  })

  it.each(['', '2026-11-23', '2026-13-01 00:00:00', '2026-11-23 00:30:05Z'])('%j is no time', (text) => {
    expect(fromBeijingTime(text)).toBeNull()
  })
})
