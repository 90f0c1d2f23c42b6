import { onCleanup } from 'solid-js'
import { setToastClearance } from './toast-clearance.ts'

/** The height that a toast needs, below a bar that does not stand at the lower edge or above one that does. */
const toastHeightPx = 112
const bars = new Set<HTMLElement>()

/** As a `ref` on a bar or a sheet with buttons at the lower edge: toasts stay above it, wherever scrolling puts it. */
export function toastsAbove(bar: HTMLElement): void {
  bars.add(bar)
  const observer = new ResizeObserver(raise)
  observer.observe(bar)
  if (bars.size === 1) listen('addEventListener')
  onCleanup(() => {
    observer.disconnect()
    bars.delete(bar)
    if (bars.size === 0) listen('removeEventListener')
    raise()
  })
}

function listen(change: 'addEventListener' | 'removeEventListener'): void {
  window[change]('scroll', raise, { passive: true })
  window[change]('resize', raise)
}

function raise(): void {
  const heights = Array.from(bars, (bar) => clearanceOver(bar.getBoundingClientRect(), window.innerHeight))
  setToastClearance(Math.max(0, ...heights))
}

/**
 * How far above the lower edge of the window toasts begin, so that they do not cover the bar; 0 where they fit below it, where it is
 * so high that they do not fit above either, and where it is hidden.
 */
export function clearanceOver(bar: { top: number; bottom: number; height: number }, windowHeight: number): number {
  const isSeen = bar.height > 0 && bar.top < windowHeight && bar.bottom > 0
  const isBetween = windowHeight - bar.bottom < toastHeightPx && bar.top >= toastHeightPx
  return isSeen && isBetween ? windowHeight - bar.top : 0
}
