import { createServer } from 'node:net'
import { Problem } from './problem.mjs'

/** Every port the platform listens on, by the variable that changes it. All on 127.0.0.1. */
export const defaultPorts = {
  WEB_PORT: 3000,
  ADMIN_PORT: 3001,
  API_PORT: 3100,
  SANDBOX_PORT: 3200,
  SANDBOX_SMTP_PORT: 3225,
  POSTGRES_PORT: 3432,
  REDIS_PORT: 3379,
  TEMPORAL_PORT: 7233,
  TEMPORAL_UI_PORT: 8233,
  TEMPORAL_METRICS_PORT: 7234,
  WORKER_METRICS_PORT: 3110,
}

/** @typedef {keyof typeof defaultPorts} PortName */
/** @typedef {Record<PortName, number>} Ports */

/** @type {PortName[]} */
export const portNames = /** @type {PortName[]} */ (Object.keys(defaultPorts))

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Ports}
 */
export function readPorts(env) {
  const ports = { ...defaultPorts }
  for (const name of portNames) {
    const text = env[name]
    if (text === undefined || text === '') continue
    const port = Number(text)
    if (!/^\d+$/.test(text) || port < 1 || port > 65535) {
      throw new Problem(`${name}=${text} is not a port`, { fixes: [`set ${name} in .env to a number from 1 to 65535`] })
    }
    ports[name] = port
  }
  refuseSharedPorts(ports)
  return ports
}

/** @param {Ports} ports */
function refuseSharedPorts(ports) {
  /** @type {Map<number, PortName>} */
  const owners = new Map()
  for (const name of portNames) {
    const other = owners.get(ports[name])
    if (other) {
      throw new Problem(`${other} and ${name} are both ${ports[name]}`, { fixes: [`change one of them in .env`] })
    }
    owners.set(ports[name], name)
  }
}

/**
 * @param {number} port 0 picks a free one
 * @returns {Promise<number | null>} the port, or null when somebody listens on it
 */
export function tryPort(port) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      const taken = typeof address === 'object' && address ? address.port : port
      server.close(() => resolve(taken))
    })
  })
}

/**
 * @param {Ports} ports
 * @param {readonly PortName[]} wanted only those that this start listens on
 */
export async function refuseTakenPorts(ports, wanted) {
  /** @type {PortName[]} */
  const taken = []
  for (const name of wanted) if ((await tryPort(ports[name])) === null) taken.push(name)
  if (taken.length === 0) return
  const names = taken.map((name) => `${ports[name]} (${name})`).join(', ')
  throw new Problem(
    `${taken.length === 1 ? 'port' : 'ports'} ${names} on 127.0.0.1 already in use by another program`,
    {
      why: 'this clone does not run (its lock is free), so the listener belongs to something else',
      fixes: [
        `choose others in .env, for example ${taken.map((name) => `${name}=${ports[name] + 10000}`).join(' ')}`,
        `see who listens: ss -ltnp 'sport = :${ports[taken[0] ?? 'WEB_PORT']}'   (macOS: lsof -iTCP:${ports[taken[0] ?? 'WEB_PORT']} -sTCP:LISTEN)`,
      ],
    },
  )
}

/**
 * Free ports for a throw-away stack, below the range from which the system picks outgoing ports,
 * so that a connection opened between the choice and the listen cannot take one.
 * @returns {Promise<Ports>}
 */
export async function freePorts() {
  const ports = { ...defaultPorts }
  let candidate = 11000 + Math.floor(Math.random() * 18000)
  for (const name of portNames) {
    while ((await tryPort(++candidate)) === null);
    ports[name] = candidate
  }
  return ports
}
