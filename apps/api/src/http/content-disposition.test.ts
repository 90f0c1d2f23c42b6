import { expect, it } from 'vitest'
import { contentDisposition } from './content-disposition.ts'

it.each([
  ['春天.jpg', `attachment; filename="file.jpg"; filename*=UTF-8''%E6%98%A5%E5%A4%A9.jpg`],
  [`it's (1)*.png`, `attachment; filename="file.png"; filename*=UTF-8''it%27s%20%281%29%2A.png`],
  ['a"; x="b.png', `attachment; filename="file.png"; filename*=UTF-8''a%22%3B%20x%3D%22b.png`],
  ['line\r\nSet-Cookie: a.png', `attachment; filename="file.png"; filename*=UTF-8''line%0D%0ASet-Cookie%3A%20a.png`],
  ['no ending', `attachment; filename="file"; filename*=UTF-8''no%20ending`],
])('%s', (name, header) => {
  expect(contentDisposition('attachment', name, 'file')).toBe(header)
})
