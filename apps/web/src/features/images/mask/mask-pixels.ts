/** Half covered or more counts as marked: vendors take a mask as black and white. */
const threshold = 128

/**
 * Makes of drawn marks the mask that goes to a vendor, in place: white and opaque where the picture is made anew, black everywhere else.
 *
 * @param rgba pixels of four bytes; marks are what is opaque
 * @returns how many pixels are white
 */
export function toMaskPixels(rgba: Uint8ClampedArray): number {
  let marked = 0
  for (let at = 0; at < rgba.length; at += 4) {
    const isMarked = (rgba[at + 3] ?? 0) >= threshold
    if (isMarked) marked += 1
    rgba.fill(isMarked ? 255 : 0, at, at + 3)
    rgba[at + 3] = 255
  }
  return marked
}
