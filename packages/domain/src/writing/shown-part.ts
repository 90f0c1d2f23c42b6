import { behindAnnouncement } from '@mozhou/contracts/results/behind-announcement'

export interface ShownPart {
  /** What is to be shown now that this came; null while all of it may only announce what follows. */
  take(piece: string): string | null
  /** What was held back of a part that ends there. */
  release(): string
  /** What of the whole part is shown. */
  of(part: string): string
}

/** What viewers see of a part that is being written: all of it but what a model announces it with. */
export function createShownPart(): ShownPart {
  /** Null once something is shown. */
  let held: string | null = ''
  let hidden = 0
  const show = (all: string, shown: string) => {
    hidden = all.length - shown.length
    held = null
    return shown
  }
  return {
    take(piece) {
      if (held === null) return piece
      held += piece
      const shown = behindAnnouncement(held)
      return shown === null ? null : show(held, shown)
    },
    release: () => (held ? show(held, held) : ''),
    of: (part) => (held === null ? part.slice(hidden) : ''),
  }
}
