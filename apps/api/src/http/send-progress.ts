import type { ServerResponse } from 'node:http'
import type { TrackedProgress } from '@mozhou/contracts/generations/events'
import type { Following } from '@mozhou/domain/generations/open-following'
import type { ProgressWire } from './progress-wire.ts'

const pingMs = 10_000

export interface Sending {
  wire: ProgressWire
  open: (onNews: () => void) => Following
  /** What broke the reading: tells it to the log, and to the viewer where the wire has words for it. */
  onFailure: (cause: unknown) => string
}

/**
 * Writes a generation's progress to one of many viewers. It holds no events, but a place in those that all share: while the viewer does
 * not read, nothing is written to it, and what it missed comes joined afterwards.
 */
export function sendProgress(res: ServerResponse, { wire, open, onFailure }: Sending): void {
  // Left, or sent away by a draining process, while it was found out who they are.
  if (res.writableEnded || res.closed) return
  res.writeHead(200, wire.headers)
  res.write(wire.opening)
  let isFull = false
  const write = (events: readonly TrackedProgress[]) => {
    if (events.length === 0 || isFull) return
    ping.refresh()
    isFull = !res.write(wire.render(events))
    if (isFull) res.once('drain', goOn)
  }
  const tell = (isBehind = false) => {
    if (isFull || res.writableEnded || res.closed) return
    const { events, ending, failure } = following.read(isBehind)
    write(events)
    // Read again, and found again, when the viewer has taken this.
    if (isFull) return
    if (ending) res.end(Buffer.concat([wire.render(ending), wire.closing]))
    else if (failure) res.end(onFailure(failure.cause))
  }
  const goOn = () => {
    isFull = false
    tell(true)
  }
  const ping = setInterval(() => {
    if (!isFull && !res.writableEnded) res.write(wire.ping)
  }, pingMs)
  const following = open(() => tell())
  res.once('close', () => {
    clearInterval(ping)
    following.close()
  })
  tell()
}
