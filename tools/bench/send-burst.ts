import { text } from 'node:stream/consumers'

/** Many calls of one address at once, each with a body of its own. */
export interface Burst {
  url: string
  headers: Record<string, string>
  bodies: string[]
}

// A process of its own, so that what another person waits for is not the wait for two hundred answers to be read. It says when it is ready, is
// told what to send on its input, and answers with the statuses.
console.log('ready')
const { url, headers, bodies } = JSON.parse(await text(process.stdin)) as Burst
const statuses = await Promise.all(
  bodies.map(async (body) => {
    const response = await fetch(url, { method: 'POST', headers, body })
    await response.arrayBuffer()
    return response.status
  }),
)
console.log(JSON.stringify(statuses))
