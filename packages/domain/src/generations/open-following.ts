import type { TrackedProgress } from '@mozhou/contracts/generations/events'
import type { DomainContext } from '../context.ts'
import type { Followed } from './progress-feed.ts'
import type { ProgressHub } from './progress-hub.ts'
import { draftId } from './progress-log.ts'
import type { Place } from './progress-log.ts'

/** One viewer of a generation, by what it costs: a place in what is shared. */
export interface Following {
  /** What happened since it was last asked. `isBehind`: the viewer was slow, and is given what it missed in as few events as can be. */
  read(isBehind?: boolean): News
  /** Call once. */
  close(): void
}

export interface News {
  /** The same array for all who stand where this viewer stands. */
  events: readonly TrackedProgress[]
  /** What comes last, once the generation has ended. */
  ending: readonly TrackedProgress[] | null
  /** What broke the reading: nothing more comes. */
  failure: { cause: unknown } | null
}

export interface FollowingInput {
  followed: Followed
  /** Last event the viewer has; null for a new viewer, who gets one snapshot instead of the whole replay. */
  after: string | null
  /** Called when there is news to read; must not throw. */
  onNews: () => void
}

/** Follows what `findOwnGeneration` found. There may be news from the first moment on, which nobody calls about. */
export function openFollowing(ctx: DomainContext, hub: ProgressHub, input: FollowingInput): Following {
  const { feed, leave } = hub.join(ctx, input.followed)
  const unwatch = feed.watch(input.onNews)
  // The stored draft has no id of its own: it stands under the last one that this viewer has.
  let lastId = input.after ?? draftId
  let place: Place = input.after === null ? null : { after: input.after }
  return {
    read(isBehind = false) {
      const ending = feed.ending()
      const { events, next } = feed.log.read(place, isBehind || hub.isCrowded())
      place = next
      const isDraft = events[0]?.id === draftId
      if (!isDraft) lastId = events.at(-1)?.id ?? lastId
      const own = isDraft ? events.map(({ event }) => ({ id: lastId, event })) : events
      return { events: own, ending, failure: feed.failure() }
    },
    close() {
      unwatch()
      leave()
    },
  }
}
