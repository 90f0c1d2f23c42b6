import { finalEpoch } from '@mozhou/contracts/generations/events'
import type { ProgressEvent, TrackedProgress } from '@mozhou/contracts/generations/events'

export type DoneEvent = Extract<ProgressEvent, { type: 'done' }>

/** What a person has in front of them: the rules of `ProgressEvent`, written a second time so that a mistake in the product's own shows. */
export interface Screen {
  readonly events: readonly TrackedProgress[]
  show(tracked: TrackedProgress): void
  text(): string
  /** What it showed before the stored text was sent once more with the end: what the stream itself brought. */
  streamed(): string
  lastEventId(): string | null
  end(): DoneEvent | null
}

const storedTextId = `${finalEpoch}-0`

/** A screen that showed `text` at the event `after`; an empty one without. */
export function createScreen({ after = null, text = '' }: { after?: string | null; text?: string }): Screen {
  const events: TrackedProgress[] = []
  let shown = text
  let streamed = text
  let end: DoneEvent | null = null
  return {
    events,
    show(tracked) {
      events.push(tracked)
      shown = shownAfter(shown, tracked.event)
      if (tracked.event.type === 'done') end = tracked.event
      else if (tracked.id !== storedTextId) streamed = shown
    },
    text: () => shown,
    streamed: () => streamed,
    lastEventId: () => events.at(-1)?.id ?? after,
    end: () => end,
  }
}

function shownAfter(text: string, event: ProgressEvent): string {
  switch (event.type) {
    case 'reset':
    case 'snapshot':
      return event.text
    case 'delta':
      return text + event.text
    case 'retract':
      return ''
    case 'thinking':
    case 'picture':
    case 'done':
      return text
  }
}
