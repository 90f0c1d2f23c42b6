import { filePurposes } from '@mozhou/contracts/files/kinds'
import { expect, it } from 'vitest'
import { cleanName, daysLeft, downloadName, expiryOf, purgeableBefore, takesSpace } from './file-rules.ts'

const now = new Date('2026-12-05T08:00:00Z')

it.each([
  ['春天.JPG', '春天'],
  ['C:\\Users\\me\\桌面\\封面图.png', '封面图'],
  ['../../etc/passwd', 'passwd'],
  ['a\u202Egnp.exe', 'a gnp'],
  ['<img src=x>.webp', 'img src=x'],
  ['line\r\nSet-Cookie: a=b.png', 'line Set-Cookie a=b'],
  ['.htaccess', 'htaccess'],
  ['   ', '未命名'],
  ['v1.2 报告.docx', 'v1.2 报告'],
  ['很'.repeat(300), '很'.repeat(120)],
])('%s is kept as %s', (sent, kept) => {
  expect(cleanName(sent)).toBe(kept)
})

it('ends a name by what the content is', () => {
  expect(downloadName('封面', 'image/jpeg')).toBe('封面.jpg')
  expect(downloadName('x', 'application/unknown')).toBe('x.bin')
})

it('lets end by itself exactly what takes no space', () => {
  for (const purpose of filePurposes) expect(expiryOf(purpose, now) === null).toBe(takesSpace(purpose))
  expect(expiryOf('mask', now)).toEqual(new Date('2026-12-12T08:00:00Z'))
})

it('counts begun days in the trash, the last one too', () => {
  expect(daysLeft(now, now)).toBe(30)
  expect(daysLeft(new Date(now.getTime() - 1), now)).toBe(30)
  expect(daysLeft(purgeableBefore(now), now)).toBe(1)
})
