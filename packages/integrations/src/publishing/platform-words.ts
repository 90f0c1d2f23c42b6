import type { Wording } from '@mozhou/contracts/wording'

/** What a platform wrote itself, in its own language, told as that to readers of either. */
export const inPlatformWords = (said: string): Wording => ({
  zh: `平台原话：“${said}”`,
  en: `In the platform’s words: “${said}”`,
})
