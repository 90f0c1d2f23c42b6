import { createServer } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { defaultPorts, freePorts, portNames, readPorts, refuseTakenPorts, tryPort } from './ports.mjs'
import { describeProblem } from './problem.mjs'
import { portsToOpen } from './servers.mjs'
import { testSession } from './testing-folder.mjs'

describe('readPorts', () => {
  test('defaults where nothing or an empty value is set', () => {
    expect(readPorts({ WEB_PORT: '' })).toEqual(defaultPorts)
  })

  test('takes numbers from the environment', () => {
    expect(readPorts({ WEB_PORT: '4000' })).toMatchObject({ WEB_PORT: 4000, ADMIN_PORT: 3001 })
  })

  test.each(['abc', '0', '65536', '3000.5', '-1', '0x10', ' '])('refuses %j', (port) => {
    expect(() => readPorts({ API_PORT: port })).toThrow(`API_PORT=${port} is not a port`)
  })

  test('refuses one port for two parts', () => {
    expect(() => readPorts({ WEB_PORT: '3001' })).toThrow('WEB_PORT and ADMIN_PORT are both 3001')
  })
})

/** @returns {Promise<number>} a port somebody listens on */
function occupiedPort() {
  const server = createServer()
  onTestFinished(() => void server.close())
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
}

test('a taken port is named with the variable that changes it', async () => {
  const taken = await occupiedPort()
  const ports = { ...(await freePorts()), API_PORT: taken }
  const error = await refuseTakenPorts(ports, portNames).catch((thrown) => thrown)
  expect(describeProblem(error)).toContain(`${taken} (API_PORT)`)
  expect(describeProblem(error)).toContain(`API_PORT=${taken + 10000}`)
  expect(describeProblem(error)).not.toContain('WEB_PORT')
})

test('a taken port that this start does not open does not matter', async () => {
  const ports = { ...(await freePorts()), POSTGRES_PORT: await occupiedPort() }
  await expect(refuseTakenPorts(ports, ['WEB_PORT', 'API_PORT'])).resolves.toBeUndefined()
})

test('free ports are different and free', async () => {
  const ports = Object.values(await freePorts())
  expect(new Set(ports).size).toBe(portNames.length)
  expect(await Promise.all(ports.map((port) => tryPort(port)))).toEqual(ports)
})

test("a person's own servers keep their ports", () => {
  const { session } = testSession()
  session.env = { DATABASE_URL: 'x', TEMPORAL_ADDRESS: 'x' }
  const opened = portsToOpen(session)
  expect(opened).toContain('REDIS_PORT')
  expect(opened).not.toContain('POSTGRES_PORT')
  expect(opened.filter((name) => name.startsWith('TEMPORAL'))).toEqual([])
})
