import type { PlacedNode, TreeNode } from './lay-out-tree.ts'

interface Grid {
  laneWidth: number
  rowHeight: number
}

/** The middle of a node's dot. */
export function dotOf({ row, lane }: { row: number; lane: number }, grid: Grid): { x: number; y: number } {
  return { x: (lane + 0.5) * grid.laneWidth, y: (row + 0.5) * grid.rowHeight }
}

/** From a parent to the right into the child's lane, and down it; null for a beginning. */
export function lineOf({ row, lane, parent }: PlacedNode<TreeNode>, grid: Grid): string | null {
  if (!parent) return null
  const from = dotOf(parent, grid)
  const to = dotOf({ row, lane }, grid)
  if (from.x === to.x) return `M${from.x} ${from.y}V${to.y}`
  const bend = Math.min(grid.laneWidth, grid.rowHeight) / 2
  return `M${from.x} ${from.y}H${to.x - bend}Q${to.x} ${from.y} ${to.x} ${from.y + bend}V${to.y}`
}
