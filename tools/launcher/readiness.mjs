import { connect } from 'node:net'

/**
 * @param {string} url
 * @returns {() => Promise<boolean>} whether it answers 2xx
 */
export function answersOk(url) {
  return async () => {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(2000) })
      await response.arrayBuffer()
      return response.ok
    } catch {
      // Not listening yet: the caller asks again, and gives up in its own time.
      return false
    }
  }
}

/**
 * @param {number} port on 127.0.0.1
 * @param {{ send?: string, expect?: RegExp }} [talk]
 * @returns {() => Promise<boolean>}
 */
export function answersOnPort(port, talk = {}) {
  return () =>
    new Promise((resolve) => {
      const socket = connect({ port, host: '127.0.0.1' })
      const settle = (/** @type {boolean} */ ready) => {
        socket.destroy()
        resolve(ready)
      }
      socket.setTimeout(1000, () => settle(false))
      socket.once('error', () => settle(false))
      socket.once('connect', () => (talk.send ? socket.write(talk.send) : settle(true)))
      socket.once('data', (data) => settle(talk.expect?.test(data.toString()) ?? true))
    })
}
