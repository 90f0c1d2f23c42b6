import type { TrackedProgress } from '@mozhou/contracts/generations/events'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import type { Accessor } from 'solid-js'
import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import { api } from '../../api.ts'
import type { StreamState } from './stream-state.ts'
import { advanceStream, emptyStream } from './stream-state.ts'

const firstDelayMs = 500
const longestDelayMs = 5_000

interface Watch {
  state: Accessor<StreamState>
  isReconnecting: Accessor<boolean>
}

interface WatchOptions {
  onDone: () => void
  /** The stream says nothing more and nobody knows why; the stored state may. */
  onLost: () => void
}

/** Follows one generation's events until `done`, through reconnects and API restarts; null follows nothing. */
export function watchGeneration(generationId: Accessor<string | null>, options: WatchOptions): Watch {
  const [state, setState] = createSignal<StreamState>(emptyStream)
  const [isReconnecting, setIsReconnecting] = createSignal(false)

  function follow(id: string): () => void {
    let subscription: { unsubscribe: () => void } | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    let delayMs = firstDelayMs
    let isOver = false

    const take = (progress: TrackedProgress) => {
      delayMs = firstDelayMs
      setIsReconnecting(false)
      const next = setState((previous) => advanceStream(previous, progress))
      if (next.done && !isOver) {
        isOver = true
        options.onDone()
      }
    }
    const connect = () => {
      subscription = api.creations.progress.subscribe(
        { generationId: id, lastEventId: state().lastId },
        {
          onData: (envelope) => take({ id: envelope.id, event: envelope.data }),
          onConnectionStateChange: (connection) => {
            if (connection.state === 'connecting' && connection.error) setIsReconnecting(true)
            if (connection.state === 'pending') setIsReconnecting(false)
          },
          onComplete: again,
          onError: (error) => {
            const { code } = toShownError(error)
            if (code === 'GENERATION_NOT_FOUND' || code === 'UNAUTHENTICATED') isOver = true
            options.onLost()
            again()
          },
        },
      )
    }
    const again = () => {
      if (isOver) return
      clearTimeout(timer)
      timer = setTimeout(connect, delayMs)
      delayMs = Math.min(delayMs * 2, longestDelayMs)
    }

    connect()
    return () => {
      isOver = true
      clearTimeout(timer)
      subscription?.unsubscribe()
    }
  }

  createEffect(
    on(generationId, (id) => {
      setState(emptyStream)
      setIsReconnecting(false)
      if (id !== null) onCleanup(follow(id))
    }),
  )

  return { state, isReconnecting }
}
