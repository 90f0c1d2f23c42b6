import { expect, it } from 'vitest'
import { accountKey } from './account-key.ts'

it('is the same for letters that look or mean the same', () => {
  expect(accountKey(' Ｘｉａｏman ')).toBe('xiaoman')
  expect(accountKey('ﬁne')).toBe('fine')
  expect(accountKey('é')).toBe(accountKey('é'))
  expect(accountKey('墨舟')).toBe('墨舟')
})
