import temml from 'temml'
import { expect, it } from 'vitest'
import { setFormula } from './set-formula.ts'

const place = () => document.createElement('span')
const failingWith = (cause: unknown) => ({
  ParseError: temml.ParseError,
  render() {
    throw cause
  },
})

it('keeps the source where the setter does not come, and where the TeX is none', async () => {
  const isLost = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
  expect(await setFormula(place(), 'x', false, isLost)).toBe(false)
  expect(await setFormula(place(), '\\nosuch{x', false)).toBe(false)
  expect(await setFormula(place(), 'x', false)).toBe(true)
})

it('lets every other failure pass', async () => {
  const fault = new Error('a fault of the setter')
  await expect(setFormula(place(), 'x', false, () => Promise.reject(fault))).rejects.toBe(fault)
  await expect(setFormula(place(), 'x', false, () => Promise.resolve(failingWith(fault)))).rejects.toBe(fault)
  const slip = new TypeError('x is not a function')
  await expect(setFormula(place(), 'x', false, () => Promise.resolve(failingWith(slip)))).rejects.toBe(slip)
})
