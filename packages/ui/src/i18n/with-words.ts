import { locale } from './locale.ts'
import { wordsReady } from './words.ts'

/** Code that comes late, and with it the words that it brings, in the language of the moment. */
export async function withWords<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  const loaded = await load()
  await wordsReady(locale())
  return loaded
}
