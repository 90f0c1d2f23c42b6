import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fenToYuan, yuanToFen } from './yuan.ts'

describe('yuan and fen', () => {
  it.each([
    [29, '0.29'],
    [110, '1.10'],
    [990, '9.90'],
    [1990, '19.90'],
    [10_000_000, '100000.00'],
    [1, '0.01'],
    [0, '0.00'],
  ])('%i fen are %s yuan, and back', (fen, yuan) => {
    expect(fenToYuan(fen)).toBe(yuan)
    expect(yuanToFen(yuan)).toBe(fen)
  })

  it('H 8: every amount comes back as it was', () => {
    const amounts = integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
    assert(property(amounts, (fen) => yuanToFen(fenToYuan(fen)) === fen))
  })

  it('reads fewer decimals, spaces and a sign, as bills write them', () => {
    expect(['9.9', '10', ' 8.80\t', '-9.90', '-0.00'].map(yuanToFen)).toEqual([990, 1000, 880, -990, 0])
  })

  it.each(['', '.5', '1.', '1.234', '1e3', '1,000.00', '0x10', '１', 'NaN', '--1', '99999999999999'])(
    '%j is no amount',
    (text) => expect(yuanToFen(text)).toBeNull(),
  )

  it.each([-1, 0.5, Number.NaN, Infinity, 2 ** 53])('%d is no number of fen', (fen) => {
    expect(() => fenToYuan(fen)).toThrow(RangeError)
  })
})
