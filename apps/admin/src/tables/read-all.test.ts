import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { expect, it } from 'vitest'
import { beijingTime, exportPageRows, tableFile, wholePage } from './read-all.ts'

interface Row {
  id: string
  name: string
}
const columns: Column<Row>[] = [
  { key: 'name', header: '名字', cell: () => null, text: (row) => row.name },
  { key: 'open', header: '操作', cell: () => null, isActions: true },
]

it('writes the columns that have words, page after page', async () => {
  const asked: (string | null)[] = []
  const file = await tableFile('users', columns, (cursor, limit) => {
    asked.push(cursor)
    expect(limit).toBe(exportPageRows)
    const id = cursor ?? '0'
    return Promise.resolve({
      items: [{ id, name: `=人${id}` }],
      nextCursor: id === '2' ? null : String(Number(id) + 1),
    })
  })
  expect(asked).toEqual([null, '1', '2'])
  expect(file.text).toBe("\uFEFF名字\r\n'=人0\r\n'=人1\r\n'=人2\r\n")
  expect(file.isTruncated).toBe(false)
  expect(file.name).toMatch(/^mozhou-users-\d{4}-\d{2}-\d{2}\.csv$/)
})

it('says that it is cut where there is more than a spreadsheet takes', async () => {
  let pages = 0
  const items = Array.from({ length: exportPageRows }, (_, index) => ({ id: String(index), name: 'x' }))
  const file = await tableFile('users', columns, () => {
    pages += 1
    return Promise.resolve({ items, nextCursor: 'more' })
  })
  expect(pages).toBe(50)
  expect(file.isTruncated).toBe(true)
  expect(file.text.split('\r\n')).toHaveLength(50_002)
})

it('takes a list that is here whole, and writes times as Beijing has them', async () => {
  const file = await tableFile('plans', columns, wholePage([{ id: '1', name: '甲' }]))
  expect(file.text).toBe('\uFEFF名字\r\n甲\r\n')
  expect(beijingTime('2026-11-24T01:00:00.000Z')).toBe('2026-11-24 09:00:00')
})
