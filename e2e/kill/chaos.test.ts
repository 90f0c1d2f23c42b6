import { expect, test } from 'vitest'
import { runChaos } from '../chaos/run-chaos.ts'
import { shortStorm } from '../chaos/storms.ts'
import { isIntact, tellChaos } from '../chaos/tell.ts'

test('kills and freezes of random parts under load lose nothing, double nothing and leave nothing stuck', async () => {
  const seed = Math.floor(Math.random() * 100_000)
  const result = await runChaos({ ...shortStorm, seed, say: console.log })
  const told = `seed ${seed}\n${tellChaos(result)}`
  console.log(told)
  expect(isIntact(result), told).toBe(true)
  // An outage is never told as a fault of ours.
  expect(result.refusals, told).not.toHaveProperty('INTERNAL')
})
