import { createHash } from 'node:crypto'
import type { Account } from '../account.ts'
import type { Beginnings } from '../room.ts'
import { app } from './answers.ts'

export interface FilmUpload {
  token: string
  fragments: Map<number, number>
  bytes: number
  isDone: boolean
}

export interface KsAccount extends Account {
  openId: string
  films: Map<string, FilmUpload>
}

export function openKsAccount(beginnings: Beginnings): KsAccount {
  const { id, clock, settings, tokens } = beginnings
  const openId = createHash('sha256').update(`kuaishou ${id}`).digest('hex').slice(0, 32)
  const account: KsAccount = {
    ...beginnings,
    settings: { ...settings, accessSeconds: settings.accessSeconds === 7_200 ? 172_800 : settings.accessSeconds },
    openId,
    films: new Map(),
    announce: () => undefined,
    credentials: (origin) => ({
      id,
      openId,
      name: account.settings.name,
      baseUrl: `${origin}/publishing/kuaishou`,
      app,
    }),
    clear() {
      clock.clear()
      tokens.clear()
    },
  }
  return account
}
