import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { acquireLock } from './launcher-lock.mjs'
import { testFolder } from './testing-folder.mjs'
import { sweepThrowAways } from './throw-away.mjs'

/** Above every system's highest pid. */
const nobody = 99_999_999

test('data of killed test runs is removed, that of running ones and of the product stays', async () => {
  const folder = testFolder()
  const home = (/** @type {string} */ name) => {
    mkdirSync(join(folder, name))
    return join(folder, name)
  }
  const dead = home(`stack-${nobody}`)
  const deadWithLock = home(`test-${nobody}`)
  writeFileSync(join(deadWithLock, 'launcher.lock'), '{"pid":1,"identity":"of an earlier boot"}')
  const starting = home(`test-${process.pid}`)
  const running = home(`stack-${process.pid}`)
  acquireLock(running)
  const product = home('postgres')
  await sweepThrowAways(() => {}, folder)
  expect([dead, deadWithLock].filter(existsSync)).toEqual([])
  expect([starting, running, product].filter(existsSync)).toHaveLength(3)
})

test('a cluster that had to live outside the clone is removed with its link', async () => {
  const folder = testFolder()
  const shelter = join(testFolder(), 'mozhou-1')
  mkdirSync(join(shelter, 'postgres'), { recursive: true })
  mkdirSync(join(folder, `test-${nobody}`))
  symlinkSync(join(shelter, 'postgres'), join(folder, `test-${nobody}`, 'postgres'))
  await sweepThrowAways(() => {}, folder)
  expect(existsSync(shelter)).toBe(false)
})
