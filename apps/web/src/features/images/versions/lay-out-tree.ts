export interface TreeNode {
  id: string
  /** What it was made from; null, or an id that is not there, for a beginning. */
  parentId: string | null
}

export interface PlacedNode<Node extends TreeNode> {
  node: Node
  /** From 0, from above. */
  row: number
  /** From 0, from the left. */
  lane: number
  /** Where its parent stands; null for a beginning. */
  parent: { row: number; lane: number } | null
  /** Distance from its beginning, from 1, as screen readers tell it. */
  level: number
}

export interface TreeLayout<Node extends TreeNode> {
  rows: readonly PlacedNode<Node>[]
  lanes: number
}

interface Layout<Node extends TreeNode> {
  rows: PlacedNode<Node>[]
  childrenOf: ReadonlyMap<string | null, readonly Node[]>
}

/**
 * A row for each version, parents above what was made from them. A first child goes on in its parent's lane, every further one opens a
 * lane to the right of all that came before it: a long run of versions stays one straight line, and no two lines ever cross.
 *
 * @param nodes oldest first
 */
export function layOutTree<Node extends TreeNode>(nodes: readonly Node[]): TreeLayout<Node> {
  const layout: Layout<Node> = { rows: [], childrenOf: groupByParent(nodes) }
  let nextLane = 0
  for (const root of layout.childrenOf.get(null) ?? []) nextLane = place(layout, root, nextLane, null)
  return { rows: layout.rows, lanes: nextLane }
}

/** @returns the first lane that nothing below this node uses */
function place<Node extends TreeNode>(
  layout: Layout<Node>,
  node: Node,
  lane: number,
  parent: PlacedNode<Node> | null,
): number {
  const placed: PlacedNode<Node> = {
    node,
    row: layout.rows.length,
    lane,
    parent: parent && { row: parent.row, lane: parent.lane },
    level: (parent?.level ?? 0) + 1,
  }
  layout.rows.push(placed)
  let nextLane = lane
  for (const child of layout.childrenOf.get(node.id) ?? []) nextLane = place(layout, child, nextLane, placed)
  return Math.max(nextLane, lane + 1)
}

function groupByParent<Node extends TreeNode>(nodes: readonly Node[]): Map<string | null, Node[]> {
  const seen = new Set<string>()
  const groups = new Map<string | null, Node[]>()
  for (const node of nodes) {
    // A parent comes before its children; anything else cannot be hung up, and stands by itself.
    const parentId = node.parentId !== null && seen.has(node.parentId) ? node.parentId : null
    groups.set(parentId, [...(groups.get(parentId) ?? []), node])
    seen.add(node.id)
  }
  return groups
}
