import { setTimeout as sleep } from 'node:timers/promises'

/** Waits, or rejects with an AbortError as soon as the client has left. */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0) {
    signal.throwIfAborted()
    return
  }
  await sleep(ms, undefined, { signal })
}

/** Resolves never; rejects when the client leaves. */
export async function waitForever(signal: AbortSignal): Promise<never> {
  return new Promise<never>((_, reject) => {
    const leave = () => reject(new DOMException('client left', 'AbortError'))
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
  })
}
