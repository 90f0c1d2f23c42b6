import { expect, it } from 'vitest'
import { describeDatabase, withDatabase } from './database-url.ts'

it('changes the database and nothing else', () => {
  const url = 'postgresql://me:p%40ss@db.example:6432/mozhou?sslmode=require'
  expect(withDatabase(url, 'other_1')).toBe('postgresql://me:p%40ss@db.example:6432/other_1?sslmode=require')
})

it('describes where it points without the password', () => {
  expect(describeDatabase('postgresql://me:secret@db.example/mozhou')).toBe('db.example:5432/mozhou')
})
