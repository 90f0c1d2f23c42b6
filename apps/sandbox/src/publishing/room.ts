import { randomBytes } from 'node:crypto'
import { createVirtualClock, type VirtualClock } from '../payments/virtual-clock.ts'
import { usualSettings, type Account, type AccountSettings } from './account.ts'
import type { Piece, PieceState } from './piece.ts'
import { createTokenBook, type TokenBook } from './token-book.ts'

/** What of an account all platforms share. */
export interface Beginnings {
  id: string
  settings: AccountSettings
  clock: VirtualClock
  tokens: TokenBook
  pieces: Map<string, Piece>
  uploads: number
  submits: { day: string; count: number }
}

/** One platform with all its creators. */
export interface Room {
  vendor: string
  name: string
  path: string
  /** Hosts under which its readers find what is public. */
  hosts: readonly string[]
  /** What a reader finds in place of a piece that is gone; without words there is no page. */
  goneWords?: Readonly<Partial<Record<PieceState, string>>>
  accounts: ReadonlyMap<string, Account>
  create(settings: Partial<AccountSettings>): Account
  reset(): void
  /** Things that only this platform has, by name. */
  acts: Readonly<Record<string, (account: Account, input: unknown) => unknown>>
}

const mostAccounts = 2_000

export function openRoom<A extends Account>(
  about: Pick<Room, 'vendor' | 'name' | 'path' | 'hosts' | 'goneWords'>,
  open: (beginnings: Beginnings, room: { path: string }) => A,
  acts: Readonly<Record<string, (account: A, input: unknown) => unknown>> = {},
): { room: Room; accounts: ReadonlyMap<string, A> } {
  const accounts = new Map<string, A>()
  const onDefect = (cause: unknown) => {
    // Outside any request: whoever runs the sandbox sees it as they see a crash.
    queueMicrotask(() => {
      throw cause
    })
  }
  function create(settings: Partial<AccountSettings>, id = `a${randomBytes(7).toString('hex')}`): A {
    const clock = createVirtualClock(onDefect)
    const account = open(
      {
        id,
        settings: { ...usualSettings, name: `${about.name}示例账号`, ...settings },
        clock,
        tokens: createTokenBook(id, clock),
        pieces: new Map(),
        uploads: 0,
        submits: { day: '', count: 0 },
      },
      about,
    )
    accounts.set(id, account)
    const [, oldest] = accounts.keys()
    if (accounts.size > mostAccounts && oldest !== undefined) accounts.delete(oldest)
    return account
  }
  const reset = () => {
    for (const account of accounts.values()) account.clear()
    accounts.clear()
    // Its name stays the same over restarts, so that an account that was connected yesterday is there today.
    create({}, 'a00000000000001')
  }
  const bound = Object.entries(acts).map(([name, run]) => {
    return [
      name,
      ({ id }: Account, input: unknown) => {
        const account = accounts.get(id)
        return account ? run(account, input) : null
      },
    ] as const
  })
  reset()
  return { room: { ...about, accounts, create, reset, acts: Object.fromEntries(bound) }, accounts }
}

export interface FoundPiece {
  room: Room
  account: Account
  piece: Piece
}

/** All that was ever sent, the newest first. */
export const allPieces = (rooms: readonly Room[]): FoundPiece[] =>
  rooms
    .flatMap((room) =>
      [...room.accounts.values()].flatMap((account) =>
        [...account.pieces.values()].map((piece) => ({ room, account, piece })),
      ),
    )
    .sort((one, other) => other.piece.createdAt.getTime() - one.piece.createdAt.getTime())
