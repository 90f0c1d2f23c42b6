import type { Locale } from '@mozhou/contracts/accounts/locales'
import { createSignal, untrack } from 'solid-js'

const loaders: (() => Promise<void>)[] = []

/** Words in the language asked for: Chinese is there, English is fetched when it is needed, and until then Chinese stands in for it. */
export function createWords<W extends object>(zh: W, loadEnglish: () => Promise<W>): (locale: Locale) => W {
  const [english, setEnglish] = createSignal<W | null>(null)
  loaders.push(async () => {
    if (untrack(english) !== null) return
    const words = await loadEnglish()
    setEnglish(() => words)
  })
  return (locale) => (locale === 'en' ? (english() ?? zh) : zh)
}

/** Await it before what has brought words of its own is shown, so that nobody sees the wrong language flash by. */
export async function wordsReady(locale: Locale): Promise<void> {
  if (locale !== 'en') return
  // While some are on their way, a page may bring more.
  for (let known = 0; known < loaders.length;) {
    known = loaders.length
    await Promise.all(loaders.map((load) => load()))
  }
}
