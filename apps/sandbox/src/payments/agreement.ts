import type { SandboxState } from '../core/plug.ts'

/** A payer's leave to take money from them at a rhythm. */
export interface Agreement {
  /** The merchant's number of it. */
  externalNo: string
  /** Empty until it is signed. */
  agreementNo: string
  /** What the payer's phone opens. */
  code: string
  /** Whose it is, as the merchant calls them. */
  accountName: string
  singleFen: number
  period: { unit: 'DAY' | 'MONTH'; count: number }
  /** `YYYY-MM-DD`: the last day of the next deduction's window. */
  nextDay: string
  state: 'offered' | 'active' | 'ended'
  notifyUrl: string
  returnUrl: string | null
  payerId: string
  createdAt: Date
  signedAt: Date | null
  endedAt: Date | null
  /** How often the merchant has put it off. */
  postponed: number
}

interface AtChannel {
  state: SandboxState
  vendor: string
}

/** What payers do with agreements in their own app, at channels that have them. */
export interface AgreementBook {
  all: ReadonlyMap<string, Agreement>
  /** Does nothing to one that is signed or ended. */
  sign(at: AtChannel, agreement: Agreement): void
  end(at: AtChannel, agreement: Agreement): void
}

export function findAgreement(book: AgreementBook | undefined, name: string): Agreement | null {
  const byCode = [...(book?.all.values() ?? [])].find(({ code }) => code === name)
  return book?.all.get(name) ?? byCode ?? null
}
