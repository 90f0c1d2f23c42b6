import type { Point } from './marks.ts'
import type { MaskPainting } from './mask-painting.ts'
import { toPicture } from './view.ts'

/** A pointer in the frame, whatever it is: a mouse, a pen or one of several fingers. */
export interface Touch {
  id: number
  at: Point
}

type Hand = 'idle' | 'painting' | 'moving' | 'pinching'

/**
 * What pointers mean: one paints or, with the hand tool or the middle button, moves; a second finger makes two of them move and zoom,
 * and what the first had begun to paint was none.
 */
export function createGestures(painting: MaskPainting) {
  const fingers = new Map<number, Point>()
  let hand: Hand = 'idle'

  const two = (): readonly [Point, Point] | null => {
    const [one, other] = [...fingers.values()]
    return one && other ? [one, other] : null
  }

  function start(touch: Touch, isMiddle: boolean): void {
    fingers.set(touch.id, touch.at)
    if (fingers.size > 1) {
      painting.drop()
      hand = 'pinching'
    } else if (isMiddle || painting.tool() === 'move') hand = 'moving'
    else {
      hand = 'painting'
      painting.begin(toPicture(painting.view(), touch.at))
    }
  }

  /** @param steps where it was on the way to `at`, in the frame, `at` the last of them */
  function go(touch: Touch, steps: readonly Point[]): void {
    const from = fingers.get(touch.id)
    if (!from) return
    const before = two()
    fingers.set(touch.id, touch.at)
    const after = two()
    if (hand === 'painting') painting.extend(steps.map((step) => toPicture(painting.view(), step)))
    else if (hand === 'moving') painting.move({ x: touch.at.x - from.x, y: touch.at.y - from.y })
    else if (hand === 'pinching' && before && after) painting.pinch([before, after])
  }

  function stop(id: number, isCancelled: boolean): void {
    if (!fingers.delete(id)) return
    if (hand === 'painting') {
      if (isCancelled) painting.drop()
      else painting.end()
    }
    // The finger that is left of two paints nothing until it is set down anew.
    if (fingers.size === 0 || hand !== 'pinching') hand = 'idle'
  }

  return { start, go, stop }
}
