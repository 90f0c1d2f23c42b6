import { createHash } from 'node:crypto'
import type { Account } from '../account.ts'
import type { Beginnings } from '../room.ts'

export interface BjhAccount extends Account {
  appId: string
  appToken: string
}

const digits = (text: string) => createHash('sha256').update(text).digest('hex')

export function openBjhAccount(beginnings: Beginnings): BjhAccount {
  const { id, clock } = beginnings
  const account: BjhAccount = {
    ...beginnings,
    appId: String(BigInt(`0x${digits(`baijiahao ${id}`).slice(0, 13)}`)).padStart(16, '1'),
    appToken: digits(`baijiahao token ${id}`).slice(0, 32),
    announce: () => undefined,
    credentials: (origin) => ({
      id,
      name: account.settings.name,
      baseUrl: `${origin}/publishing/baijiahao/builderinner/open/resource`,
      appId: account.appId,
      appToken: account.appToken,
    }),
    clear: () => clock.clear(),
  }
  return account
}
