import { get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { readEventStream } from './event-stream.ts'
import type { ServerSentEvent } from './event-stream.ts'

/** A client that opened the stream and reads nothing until it is told to: a phone in a pocket. */
export interface PausedReader {
  /** Everything that was sent, read at last, to the end of the stream. */
  readAll(): Promise<ServerSentEvent[]>
}

export async function openPaused(url: string, token: string): Promise<PausedReader> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { accept: 'text/event-stream', authorization: `Bearer ${token}` }
    get(url, { headers }, resolve).once('error', reject)
  })
  response.pause()
  return {
    async readAll() {
      const messages: ServerSentEvent[] = []
      for await (const message of readEventStream(response)) messages.push(message)
      return messages
    },
  }
}
