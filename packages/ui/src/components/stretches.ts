/** As many blocks as fill a screen. Out of sight they are left alone as one: the browser looks at each such element at every frame. */
export const stretchLength = 12

export function stretchesOf<Block>(blocks: readonly Block[]): (readonly Block[])[] {
  const count = Math.ceil(blocks.length / stretchLength)
  return Array.from({ length: count }, (_, at) => blocks.slice(at * stretchLength, (at + 1) * stretchLength))
}
