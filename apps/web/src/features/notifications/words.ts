import { addWords } from '../../i18n/i18n.ts'
import { notificationsZh } from './words.zh.ts'

export const useI18n = addWords(notificationsZh, () =>
  import('./words.en.ts').then(({ notificationsEn }) => notificationsEn),
)
