import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { once } from 'node:events'

export interface LocalResolver {
  resolve(hostname: string): Promise<{ address: string; family: number }[]>
  /** Names that were asked for, in order. */
  asked: string[]
  close(): Promise<void>
}

/** A name server on this machine: `answers` says what a name is at its first, second … look-up; nothing is to be cached. */
export async function startLocalResolver(answers: (name: string, lookUp: number) => string[]): Promise<LocalResolver> {
  const asked: string[] = []
  const socket = createSocket('udp4').bind(0, '127.0.0.1')
  await once(socket, 'listening')
  socket.on('message', (query, sender) => {
    const name = nameIn(query)
    asked.push(name)
    const lookUp = asked.filter((one) => one === name).length
    socket.send(replyTo(query, answers(name, lookUp)), sender.port, sender.address)
  })
  const resolver = new Resolver({ timeout: 2_000, tries: 1 })
  resolver.setServers([`127.0.0.1:${socket.address().port}`])
  return {
    resolve: async (hostname) => (await resolver.resolve4(hostname)).map((address) => ({ address, family: 4 })),
    asked,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  }
}

const headerBytes = 12

/** The question's labels (RFC 1035, section 4.1.2): each begins with its length, and a zero ends them. */
function nameIn(query: Buffer): string {
  const labels: string[] = []
  let at = headerBytes
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return labels.join('.')
}

function replyTo(query: Buffer, addresses: string[]): Buffer {
  const question = query.subarray(headerBytes, headerBytes + nameIn(query).length + 2 + 4)
  const header = Buffer.alloc(headerBytes)
  header.writeUInt16BE(query.readUInt16BE(0), 0)
  // A response, recursion asked for and available, no error.
  header.writeUInt16BE(0x81_80, 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(addresses.length, 6)
  return Buffer.concat([header, question, ...addresses.map(addressRecord)])
}

/** An A record of the question's name (a pointer to it), for the internet, to be kept 0 seconds. */
function addressRecord(address: string): Buffer {
  const fixed = Buffer.from([0xc0, headerBytes, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4])
  return Buffer.concat([fixed, Buffer.from(address.split('.').map(Number))])
}
