import type { Locale } from '@mozhou/contracts/accounts/locales'
import { earlyErrorsZh } from '@mozhou/contracts/errors.early.zh'
import type { LateCode } from '@mozhou/contracts/errors.late.zh'
import type { ShownCode } from '@mozhou/contracts/errors'
import { createSignal, untrack } from 'solid-js'
import { isLoadFailure } from '../device/load-failure.ts'

type LateWords = Readonly<Record<LateCode, string>>

/** Whoever waits for words of an error goes on without them after this long. */
const longestWaitMs = 2_000

export function isLate(code: ShownCode): code is LateCode {
  return !Object.hasOwn(earlyErrorsZh, code)
}

/** The words of the errors that need a session: too many for the first bytes, and fetched in one language alone. */
export function createLateErrors(sources: Record<Locale, () => Promise<LateWords>>) {
  const [words, setWords] = createSignal<Partial<Record<Locale, LateWords>>>({})
  const underWay = new Map<Locale, Promise<void>>()

  async function load(locale: Locale): Promise<void> {
    try {
      const loaded = await sources[locale]()
      setWords((known) => ({ ...known, [locale]: loaded }))
    } catch (cause) {
      // Whoever needs them next asks again.
      if (!isLoadFailure(cause)) throw cause
    } finally {
      underWay.delete(locale)
    }
  }

  const isThere = (locale: Locale) => untrack(words)[locale] !== undefined

  /** Ends when they are there, or cannot be had now. */
  function fetch(locale: Locale): Promise<void> {
    if (isThere(locale)) return Promise.resolve()
    const coming = underWay.get(locale) ?? load(locale)
    underWay.set(locale, coming)
    return coming
  }

  return {
    isThere,
    fetch,
    /** As `fetch`, for those who cannot wait for long. */
    wait: (locale: Locale) =>
      Promise.race([fetch(locale), new Promise<void>((resolve) => setTimeout(resolve, longestWaitMs))]),
    /** The sentence, once it is there: what reads this follows it. Asks for the words where nobody has. */
    sentence(locale: Locale, code: LateCode): string | undefined {
      const known = words()[locale]
      if (known === undefined) void fetch(locale)
      return known?.[code]
    },
  }
}

export type LateErrors = ReturnType<typeof createLateErrors>

export const lateErrors = createLateErrors({
  'zh-CN': async () => (await import('@mozhou/contracts/errors.late.zh')).lateErrorsZh,
  en: async () => (await import('@mozhou/contracts/errors.late.en')).lateErrorsEn,
})
