import type { Alignment, Block, Inline, Table } from '@mozhou/text/blocks'
import { columnCount, filledRow } from '@mozhou/text/blocks'
import type { JSX } from 'solid-js'
import { For, Index } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { Formula } from './formula.tsx'

/**
 * Blocks as the elements of a page. A model writes what its input told it to, so its text is a stranger's: no element comes from it but
 * these, no picture (its address would report who reads), and links lead to the web and mail only.
 */
export function TextBlocks(props: { blocks: readonly Block[] }) {
  return <For each={props.blocks}>{(block) => <TextBlock block={block} />}</For>
}

function TextBlock(props: { block: Block }): JSX.Element {
  const { block } = props
  switch (block.kind) {
    case 'heading':
      return (
        <Dynamic component={`h${Math.min(block.level, 6)}`}>
          <Inlines inlines={block.inlines} />
        </Dynamic>
      )
    case 'paragraph':
      return (
        <p>
          <Inlines inlines={block.inlines} />
        </p>
      )
    case 'quote':
      return (
        <blockquote>
          <TextBlocks blocks={block.blocks} />
        </blockquote>
      )
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      )
    case 'formula':
      return (
        <p>
          <Formula source={block.source} formula={block.formula} isDisplay={true} />
        </p>
      )
    case 'rule':
      return <hr />
    case 'table':
      return <TextTable table={block} />
    case 'list':
      break
  }
  const items = <For each={block.items}>{(item) => <ListItem blocks={item} />}</For>
  return block.isOrdered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>
}

/** A single paragraph stands in the item itself. */
function ListItem(props: { blocks: readonly Block[] }) {
  const paragraphs = () => props.blocks.filter(({ kind }) => kind === 'paragraph').length
  return (
    <li>
      <For each={props.blocks}>
        {(block) =>
          block.kind === 'paragraph' && paragraphs() === 1 ? (
            <Inlines inlines={block.inlines} />
          ) : (
            <TextBlock block={block} />
          )
        }
      </For>
    </li>
  )
}

const alignmentClass: Record<Alignment, string> = { left: 'text-left', center: 'text-center', right: 'text-right' }

function TextTable(props: { table: Table }) {
  const columns = () => columnCount(props.table)
  const classOf = (at: number) => alignmentClass[props.table.alignments[at] ?? 'left']
  return (
    <table>
      <thead>
        <tr>
          <Index each={filledRow(props.table.header, columns())}>
            {(cell, at) => (
              <th class={classOf(at)}>
                <Inlines inlines={cell()} />
              </th>
            )}
          </Index>
        </tr>
      </thead>
      <tbody>
        <For each={props.table.rows}>
          {(row) => (
            <tr>
              <Index each={filledRow(row, columns())}>
                {(cell, at) => (
                  <td class={classOf(at)}>
                    <Inlines inlines={cell()} />
                  </td>
                )}
              </Index>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

export function Inlines(props: { inlines: readonly Inline[] }) {
  return <For each={props.inlines}>{(inline) => <InlinePart inline={inline} />}</For>
}

function InlinePart(props: { inline: Inline }): JSX.Element {
  const { inline } = props
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'code':
      return <code>{inline.text}</code>
    case 'formula':
      return <Formula source={inline.source} formula={inline.formula} isDisplay={inline.isDisplay} />
    case 'break':
      return <br />
    case 'strong':
      return (
        <strong>
          <Inlines inlines={inline.inlines} />
        </strong>
      )
    case 'emphasis':
      return (
        <em>
          <Inlines inlines={inline.inlines} />
        </em>
      )
    case 'deleted':
      return (
        <del>
          <Inlines inlines={inline.inlines} />
        </del>
      )
    case 'link':
      break
  }
  return (
    <a href={inline.href} target="_blank" rel="noopener noreferrer nofollow">
      <Inlines inlines={inline.inlines} />
    </a>
  )
}
