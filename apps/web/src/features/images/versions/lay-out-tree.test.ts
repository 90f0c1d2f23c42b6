import { array, assert as holds, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TreeNode } from './lay-out-tree.ts'
import { layOutTree } from './lay-out-tree.ts'
import { lineOf } from './tree-lines.ts'

const node = (id: string, parentId: string | null): TreeNode => ({ id, parentId })
const placed = (nodes: TreeNode[]) =>
  layOutTree(nodes).rows.map(({ node: { id }, row, lane, level }) => `${id} ${row}:${lane} level ${level}`)

describe('the tree of versions', () => {
  it.each([
    { name: 'is empty without versions', nodes: [], rows: [] },
    {
      name: 'keeps a run of versions in one line',
      nodes: [node('a', null), node('b', 'a'), node('c', 'b')],
      rows: ['a 0:0 level 1', 'b 1:0 level 2', 'c 2:0 level 3'],
    },
    {
      name: 'opens a lane for what else was made from a version',
      nodes: [node('a', null), node('b', 'a'), node('c', 'a'), node('d', 'b')],
      rows: ['a 0:0 level 1', 'b 1:0 level 2', 'd 2:0 level 3', 'c 3:1 level 2'],
    },
    {
      name: 'keeps lanes of an earlier branch free',
      nodes: [node('a', null), node('b', 'a'), node('c', 'a'), node('d', 'b'), node('e', 'b')],
      rows: ['a 0:0 level 1', 'b 1:0 level 2', 'd 2:0 level 3', 'e 3:1 level 3', 'c 4:2 level 2'],
    },
    {
      name: 'lets stand by itself what was made from a version that is gone',
      nodes: [node('a', null), node('b', 'gone')],
      rows: ['a 0:0 level 1', 'b 1:1 level 1'],
    },
    {
      name: 'is not led in a circle',
      nodes: [node('a', 'b'), node('b', 'a')],
      rows: ['a 0:0 level 1', 'b 1:0 level 2'],
    },
  ])('$name', ({ nodes, rows }) => {
    expect(placed(nodes)).toEqual(rows)
  })

  it('draws a straight line down a lane, and a bend into another', () => {
    const grid = { laneWidth: 20, rowHeight: 60 }
    const [first, straight, , bent] = layOutTree([node('a', null), node('b', 'a'), node('c', 'a'), node('d', 'b')]).rows
    expect(first && lineOf(first, grid)).toBeNull()
    expect(straight && lineOf(straight, grid)).toBe('M10 30V90')
    expect(bent && lineOf(bent, grid)).toBe('M10 30H20Q30 30 30 40V210')
  })
})

it('shows every version once, and never leads a line through another version', () => {
  // Each number says from which of the versions before it one was made; 0 is a beginning.
  holds(
    property(array(integer({ min: 0, max: 40 }), { maxLength: 40 }), (choices) => {
      const nodes = choices.map((choice, at) =>
        node(String(at), choice % (at + 1) === 0 ? null : String((choice % (at + 1)) - 1)),
      )
      const { rows } = layOutTree(nodes)
      expect(rows.map(({ node: { id } }) => id).sort()).toEqual(nodes.map(({ id }) => id).sort())
      for (const { row, lane, parent } of rows) {
        if (!parent) continue
        const between = rows.filter((other) => other.row > parent.row && other.row < row && other.lane === lane)
        expect(between).toEqual([])
      }
    }),
  )
})
