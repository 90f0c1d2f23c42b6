import type { PublicationDetailDto } from '@mozhou/contracts/publications/answers'

const firstMs = 30_000
const longestMs = 300_000

type Watched = Pick<PublicationDetailDto, 'status' | 'watchedUntil'>

/**
 * How often an open page reads one again that nothing of ours is at work on, but that the platform may still change: what is out, as long as
 * removals are noticed, and what nobody has confirmed. More seldom with every reading; a page that is not seen reads nothing at all.
 */
export function watchAgainMs({ status, watchedUntil }: Watched, readings: number, now = Date.now()): number | false {
  const isWatched = status === 'published' && watchedUntil !== null && Date.parse(watchedUntil) > now
  if (!isWatched && status !== 'unconfirmed') return false
  return Math.min(firstMs * 2 ** Math.min(Math.max(readings - 1, 0), 8), longestMs)
}
