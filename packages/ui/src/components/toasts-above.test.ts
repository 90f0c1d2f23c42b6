import { expect, it } from 'vitest'
import { clearanceOver } from './toasts-above.ts'

const bar = (top: number, height = 60) => ({ top, bottom: top + height, height })

it.each([
  ['at the lower edge', bar(840), 60],
  ['a little above it', bar(800), 100],
  ['far above it', bar(400), 0],
  ['as a sheet of half the height', bar(460, 440), 440],
  ['as a sheet that leaves no room above', bar(72, 828), 0],
  ['scrolled out of sight', bar(900), 0],
  ['hidden', bar(0, 0), 0],
])('leaves a bar %s free', (_, place, floor) => {
  expect(clearanceOver(place, 900)).toBe(floor)
})
